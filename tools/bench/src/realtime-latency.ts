import { ChatClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";

/** The number of users in the thread. All of them are connected. */
const users = 50;
/** Messages per second. */
const rate = 100;
/** The number of measured messages, after a warm-up for the JIT compiler. */
const measured = 500;
const warmUp = 200;

/** Measures the milliseconds from a send to the event at each listener, over all messages and users. */
export async function measureLatency(
  endpoint: string,
): Promise<{ median: number; p99: number; events: number }> {
  const clients: ChatClient[] = [];
  const ids: string[] = [];
  for (let number = 0; number < users; number++) {
    const { id, token } = await createUser(endpoint);
    ids.push(id);
    clients.push(new ChatClient(endpoint, new AzureCommunicationTokenCredential(token)));
  }
  const [sender] = clients as [ChatClient, ...ChatClient[]];
  const participants = ids.slice(1).map((communicationUserId) => ({ id: { communicationUserId } }));
  const { chatThread } = await sender.createChatThread({ topic: "bench" }, { participants });
  const thread = sender.getChatThreadClient(chatThread!.id);

  const sentAt: number[] = [];
  const latencies: number[] = [];
  let arrived = 0;
  let done!: () => void;
  const all = new Promise<void>((resolve) => (done = resolve));
  for (const client of clients) {
    client.on("chatMessageReceived", ({ message }) => {
      const number = Number(message);
      if (number >= warmUp) latencies.push(performance.now() - sentAt[number]!);
      arrived += 1;
      if (arrived === (warmUp + measured) * users) done();
    });
    await client.startRealtimeNotifications();
  }
  const began = performance.now();
  const sends: Promise<unknown>[] = [];
  for (let number = 0; number < warmUp + measured; number++) {
    const due = began + (number * 1000) / rate;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    sentAt[number] = performance.now();
    sends.push(thread.sendMessage({ content: String(number) }));
  }
  await Promise.all(sends);
  await all;
  await Promise.all(clients.map((client) => client.stopRealtimeNotifications()));
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor((sorted.length - 1) * part)]!;
  return { median: at(0.5), p99: at(0.99), events: sorted.length };
}

/** Creates a user with the emulator's control API. */
export async function createUser(endpoint: string): Promise<{ id: string; token: string }> {
  const response = await fetch(`${endpoint}/_emulator/users`, { method: "POST", body: "{}" });
  if (!response.ok)
    throw new Error(`POST /_emulator/users failed with status code ${response.status}`);
  return (await response.json()) as { id: string; token: string };
}
