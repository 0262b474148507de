import { ChatClient } from "@azure/communication-chat";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { CommunicationIdentityClient } from "@azure/communication-identity";
import { describe, expect, it } from "vitest";
import { startEmulator } from "../index.ts";

describe("without a socket", () => {
  it("runs the official clients through httpClient", async () => {
    await using emulator = await startEmulator({ listen: false });
    const { httpClient, endpoint } = emulator;
    const identity = new CommunicationIdentityClient(emulator.connectionString, { httpClient });
    const { token } = await identity.createUserAndToken(["chat"]);
    const credential = new AzureCommunicationTokenCredential(token);
    const client = new ChatClient(endpoint, credential, { httpClient });
    const { chatThread } = await client.createChatThread({ topic: "Lunch" });
    const thread = client.getChatThreadClient(chatThread!.id);
    const { id } = await thread.sendMessage({ content: "hi" });
    expect((await thread.getMessage(id)).content?.message).toBe("hi");
    await thread.updateTopic("Dinner");
    await expect(thread.getMessage("1")).rejects.toMatchObject({ statusCode: 404 });
  });

  it("reports a cut connection as a network error, and clients retry safe requests", async () => {
    await using emulator = await startEmulator({ listen: false });
    const { httpClient, endpoint } = emulator;
    const { token } = await emulator.createUser();
    const credential = new AzureCommunicationTokenCredential(token);
    const retryOptions = { maxRetries: 1, retryDelayInMs: 1 };
    const client = new ChatClient(endpoint, credential, {
      httpClient,
      retryOptions,
    });
    emulator.control.faults.add({ action: "drop", operations: ["listChatThreads"] });
    expect((await client.listChatThreads().next()).done).toBe(true);
    emulator.control.faults.add({ action: "drop", times: 2 });
    await expect(client.listChatThreads().next()).rejects.toMatchObject({
      code: "ECONNRESET",
    });
  });

  it("does not send an aborted request", async () => {
    await using emulator = await startEmulator({ listen: false });
    const { httpClient, endpoint } = emulator;
    const { token } = await emulator.createUser();
    const client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token), {
      httpClient,
    });
    const abortSignal = AbortSignal.abort();
    const creating = client.createChatThread({ topic: "x" }, { abortSignal });
    await expect(creating).rejects.toMatchObject({ name: "AbortError" });
    expect(emulator.control.state().threads).toEqual([]);
  });

  it("shares nothing between two emulators", async () => {
    await using one = await startEmulator({ listen: false });
    await using other = await startEmulator({ listen: false });
    const user = await one.createUser();
    one.control.clock.freeze(0);
    one.control.faults.add({ action: "drop" });
    expect(other.control.state().identities.map(({ id }) => id)).not.toContain(user.id);
    expect(other.control.clock.frozen).toBe(false);
    expect(other.control.faults.list()).toEqual([]);
  });

  it("fetch rejects like the network when a fault cuts the connection", async () => {
    await using emulator = await startEmulator({ listen: false });
    emulator.control.faults.add({ action: "drop" });
    const get = new Request(`${emulator.endpoint}/chat/threads`);
    await expect(emulator.fetch(get)).rejects.toThrow(TypeError);
  });
});
