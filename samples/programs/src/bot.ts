/**
 * A bot that replies in real time, in every thread that it is a participant of: `node src/bot.ts`. It
 * prints its id; add it to a thread and send "/time" or any other text. Stop it with Ctrl+C.
 */
import type { ChatClient } from "@acs-chat/client";
import { openService, type User } from "./service.ts";

const NAME = "Echo";

/** Returns the bot's reply to a message. */
export function replyTo(message: string, now: Date): string {
  if (message.trim() === "/time") return `It is ${now.toISOString()}.`;
  return `You said: ${message}`;
}

/** Replies to messages until the signal is aborted. */
export async function runBot(client: ChatClient, bot: User, signal: AbortSignal): Promise<void> {
  const events = client.events({ signal, types: ["chatMessageReceived"] });
  await client.startRealtimeNotifications();
  try {
    for await (const { type, event } of events) {
      // The bot ignores messages that were sent while the connection was lost, because a late reply is useless.
      if (type !== "chatMessageReceived") continue;
      const { sender, threadId, message } = event;
      const own = sender.kind === "communicationUser" && sender.communicationUserId === bot.id;
      if (own) continue;
      await client
        .getChatThreadClient(threadId)
        .sendMessage(
          { content: replyTo(message, new Date()) },
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
