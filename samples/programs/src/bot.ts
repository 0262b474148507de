/**
 * A bot that answers in real time, in every thread it is in: `node src/bot.ts`. It prints its id; add it
 * to a thread and write "/time" or anything else. Ctrl+C ends it.
 */
import type { ChatClient } from "@acs-chat/client";
import { openService, type User } from "./service.ts";

const NAME = "Echo";

/** What the bot says to a message. */
export function answerTo(message: string, now: Date): string {
  if (message.trim() === "/time") return `It is ${now.toISOString()}.`;
  return `You said: ${message}`;
}

/** Answers until the signal ends it. */
export async function runBot(client: ChatClient, bot: User, signal: AbortSignal): Promise<void> {
  const events = client.events({ signal, types: ["chatMessageReceived"] });
  await client.startRealtimeNotifications();
  try {
    for await (const { type, event } of events) {
      // What came while the connection was lost stays unanswered: an echo that is late helps nobody.
      if (type !== "chatMessageReceived") continue;
      const { sender, threadId, message } = event;
      const own = sender.kind === "communicationUser" && sender.communicationUserId === bot.id;
      if (own) continue;
      await client
        .getChatThreadClient(threadId)
        .sendMessage(
          { content: answerTo(message, new Date()) },
          { senderDisplayName: NAME, safeRetry: true },
        );
    }
  } finally {
    await client.stopRealtimeNotifications();
  }
}

if (import.meta.main) {
  await using service = await openService();
  const bot = await service.createUser();
  console.log(`${NAME} is ${bot.id} on ${service.endpoint}`);
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  await runBot(service.clientOf(bot), bot, stop.signal);
}
