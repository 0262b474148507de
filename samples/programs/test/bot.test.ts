import { spawn } from "node:child_process";
import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { ChatClient } from "@acs-chat/client";
import { startEmulator } from "@acs-chat/emulator";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { expect, test } from "vitest";
import { replyTo, runBot } from "../src/bot.ts";

test("replies with the time to /time, and with an echo to other messages", () => {
  expect(replyTo(" /time", new Date(0))).toBe("It is 1970-01-01T00:00:00.000Z.");
  expect(replyTo("hello", new Date(0))).toBe("You said: hello");
});

test("replies to other users in real time until it is stopped", async () => {
  await using emulator = await startEmulator();
  const [ada, bot] = [await emulator.createUser(), await emulator.createUser()];
  const clientOf = ({ token }: { token: string }) =>
    new ChatClient(emulator.endpoint, new AzureCommunicationTokenCredential(token), {
      validateResponses: true,
    });
  const client = clientOf(ada);
  const botClient = clientOf(bot);
  const connected = new Promise<void>((resolve) => {
    botClient.once("realTimeNotificationConnected", resolve);
  });
  const stop = new AbortController();
  const running = runBot(botClient, bot, stop.signal);
  await connected;

  const { chatThread } = await client.createChatThread(
    { topic: "Bot" },
    { participants: [{ id: { communicationUserId: bot.id } }] },
  );
  const thread = client.getChatThreadClient(chatThread?.id ?? "");
  const answers = client.events({ types: ["chatMessageReceived"], signal: stop.signal });
  await client.startRealtimeNotifications();
  await thread.sendMessage({ content: "one" });
  await thread.sendMessage({ content: "two" });
  const heard: string[] = [];
  for await (const item of answers) {
    if (item.type === "chatMessageReceived" && item.event.senderDisplayName === "Echo") {
      heard.push(item.event.message);
    }
    if (heard.length === 2) break;
  }
  expect(heard).toEqual(["You said: one", "You said: two"]);
  stop.abort();
  await running;
  await client.stopRealtimeNotifications();
  const texts = [];
  for await (const { type, content } of thread.listMessages()) {
    if (type === "text") texts.push(content?.message);
  }
  expect(texts).toHaveLength(4);
});

test("runs as a program with its own token, and exits with 0 on Ctrl+C", async () => {
  await using emulator = await startEmulator();
  const [ada, bot] = [await emulator.createUser(), await emulator.createUser()];
  const child = spawn(process.execPath, ["bot.ts"], {
    cwd: new URL("../src/", import.meta.url),
    env: {
      ...process.env,
      ACS_CONNECTION_STRING: "",
      ACS_ENDPOINT: emulator.endpoint,
      ACS_TOKEN: bot.token,
      AZURE_LOG_LEVEL: "warning",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let problems = "";
  child.stderr.on("data", (chunk: Buffer) => (problems += chunk.toString()));
  const exit = once(child, "exit");
  try {
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    expect(line.toString()).toBe(`Echo is ${bot.id} on ${emulator.endpoint}\n`);
    const client = new ChatClient(
      emulator.endpoint,
      new AzureCommunicationTokenCredential(ada.token),
      { validateResponses: true },
    );
    await client.startRealtimeNotifications();
    const answered = new Promise<string>((resolve) => {
      client.on("chatMessageReceived", ({ message, senderDisplayName }) => {
        if (senderDisplayName === "Echo") resolve(message);
      });
    });
    while (emulator.control.realtime.status().connected < 2) await setImmediate();
    const { chatThread } = await client.createChatThread(
      { topic: "Bot" },
      { participants: [{ id: { communicationUserId: bot.id } }] },
    );
    await client.getChatThreadClient(chatThread?.id ?? "").sendMessage({ content: "one" });
    expect(await answered).toBe("You said: one");
    await client.stopRealtimeNotifications();
  } finally {
    child.kill("SIGINT");
  }
  expect(await exit).toEqual([0, null]);
  expect(problems).toBe("");
});
