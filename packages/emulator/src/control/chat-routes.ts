import type { Hono } from "hono";
import type { ChatControl } from "./chat.ts";
import type {
  MessageToSend,
  MessageUpdate,
  ParticipantToAdd,
  ReceiptToSend,
  TypingToSend,
} from "./chat-input.ts";
import { json } from "./json.ts";

/** Adds the routes under `/_emulator/threads/{threadId}` that act as any user. */
export function serveChat(app: Hono, chat: ChatControl): void {
  app.post("/threads/:thread/participants", async (context) => {
    const body = (await json(context.req)) as ParticipantToAdd;
    chat.addParticipant(context.req.param("thread"), body);
    return context.body(null, 204);
  });
  app.delete("/threads/:thread/participants/:user", (context) => {
    const { thread, user } = context.req.param();
    const removedBy = context.req.query("removedBy");
    chat.removeParticipant(thread, user, removedBy === undefined ? {} : { removedBy });
    return context.body(null, 204);
  });
  app.post("/threads/:thread/messages", async (context) => {
    const body = (await json(context.req)) as MessageToSend;
    return context.json(await chat.sendMessage(context.req.param("thread"), body), 201);
  });
  app.patch("/threads/:thread/messages/:message", async (context) => {
    const { thread, message } = context.req.param();
    await chat.updateMessage(thread, message, (await json(context.req)) as MessageUpdate);
    return context.body(null, 204);
  });
  app.delete("/threads/:thread/messages/:message", (context) => {
    const { thread, message } = context.req.param();
    chat.deleteMessage(thread, message);
    return context.body(null, 204);
  });
  app.post("/threads/:thread/typing", async (context) => {
    const body = (await json(context.req)) as TypingToSend;
    chat.sendTypingNotification(context.req.param("thread"), body);
    return context.body(null, 204);
  });
  app.post("/threads/:thread/read-receipts", async (context) => {
    const body = (await json(context.req)) as ReceiptToSend;
    chat.sendReadReceipt(context.req.param("thread"), body);
    return context.body(null, 204);
  });
}
