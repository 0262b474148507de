// The program of a web worker: keeps a thread in a store, and posts what the store shows in the end.
import { ChatClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { createChatStore } from "../../src/index.ts";
import { until } from "./until.ts";

interface Settings {
  readonly endpoint: string;
  readonly token: string;
  readonly userId: string;
}

async function converse({ endpoint, token, userId }: Settings): Promise<object> {
  const client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token));
  const problems: string[] = [];
  const store = createChatStore(client, { userId, onError: (error) => problems.push(`${error}`) });
  const { chatThread } = await client.createChatThread({ topic: "Lunch" });
  await store.start();
  const thread = store.thread(chatThread!.id);
  await thread.load();
  const key = thread.send("From the worker");
  await until(thread.messages, ({ items }) => items.at(-1)?.key === key && !!items.at(-1)?.id);
  await client.getChatThreadClient(thread.id).sendMessage({ content: "From elsewhere" });
  const { items } = await until(
    thread.messages,
    (messages) => messages.items.at(-1)?.content?.message === "From elsewhere",
  );
  const { state } = store.connection.getSnapshot();
  await store.dispose();
  return {
    texts: items.map(({ content, type }) => content?.message || type),
    statuses: items.map(({ status }) => status),
    states: [state, client.state],
    problems,
  };
}

globalThis.addEventListener("message", ({ data }: MessageEvent<Settings>) => {
  converse(data).then(
    (result) => postMessage(result),
    (error: unknown) => postMessage(String(error)),
  );
});
