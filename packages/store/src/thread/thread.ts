import type { ChatEvents } from "@acs-chat/client";
import type { StoreContext } from "../context.ts";
import { requireActive } from "../errors.ts";
import { asSlice } from "../lib/slice.ts";
import type { MessagesModel } from "../messages/face.ts";
import { createMessages } from "../messages/messages.ts";
import { eventHandlers, type EventTarget } from "./events.ts";
import type { StoreThread } from "./face.ts";
import { createReceiptSender } from "./mark-read.ts";
import { createThreadReading } from "./reading.ts";
import { readBy } from "./receipts.ts";
import { createThreadSlices } from "./slices.ts";
import { createTyping } from "./typing.ts";

/** A thread, as seen by the rest of the store. */
export interface ThreadModel {
  readonly face: StoreThread;
  readonly messages: MessagesModel;
  /** Reads what the list of threads shows: participants, receipts, the newest messages. */
  peek(): Promise<void>;
  listed(topic: string, deletedOn: Date | undefined): void;
  handle<K extends keyof ChatEvents>(name: K, event: ChatEvents[K]): void;
  /** Reads what was missed, after a reconnection or a loss of events. */
  refresh(): Promise<void>;
  /** Sends what waits, after the connection is restored. */
  resume(): void;
  readonly readUpTo: number;
  restore(draft: string | undefined, readUpTo: number | undefined): void;
}

/** Listeners of a thread. */
export interface ThreadListeners {
  /** Called when something in the list of threads changes. */
  readonly onChange: () => void;
  /** Called before the thread is loaded. */
  readonly beforeLoad: () => Promise<void>;
}

export function createThread(
  context: StoreContext,
  id: string,
  { onChange, beforeLoad }: ThreadListeners,
): ThreadModel {
  const { cells, abortSignal, userId } = context;
  const client = context.client.getChatThreadClient(id);
  const place = { threadId: id, userId };
  const slices = createThreadSlices(context, onChange);
  const { properties, receipts, state, draft, unread, setState } = slices;
  const typing = createTyping(context, client, slices.typists);
  const receiptSender = createReceiptSender(context, client);
  const messages = createMessages({ context, place, client, onReceived: slices.noteMessages });
  const reading = createThreadReading(context, client, place, slices, messages);
  const target: EventTarget = { place, slices, messages, typing, reading };

  const face: StoreThread = {
    id,
    messages: messages.slice,
    participants: asSlice(slices.participants),
    properties: asSlice(properties),
    receipts: asSlice(receipts),
    typing: asSlice(slices.typists),
    state: asSlice(state),
    draft: {
      ...asSlice(draft),
      set(text) {
        draft.set(text);
        context.persist();
      },
    },
    async load() {
      await beforeLoad();
      await reading.load();
    },
    send(message) {
      requireActive(abortSignal);
      if (!messages.loaded) face.load().catch(() => {});
      else messages.slice.loadNewest().catch(context.report);
      typing.reset();
      return messages.outbox.add(typeof message === "string" ? { content: message } : message);
    },
    retry: messages.outbox.retry,
    discard: messages.outbox.discard,
    edit: messages.changes.edit,
    delete: messages.changes.delete,
    markRead(messageId) {
      const upTo = Number(messageId ?? messages.newestShown ?? 0);
      if (!slices.read(upTo)) return;
      if (state.getSnapshot().receiptsAndTyping) receiptSender.send(upTo);
      context.persist();
    },
    readBy: (message) => readBy(receipts.getSnapshot(), message),
    notifyTyping() {
      const { membership, receiptsAndTyping } = state.getSnapshot();
      if (membership === "member" && receiptsAndTyping) typing.notify();
    },
  };
  return {
    face,
    messages,
    peek: reading.peek,
    listed(topic, deletedOn) {
      slices.setProperties({
        ...properties.getSnapshot(),
        topic,
        ...(deletedOn && { deletedOn }),
      });
      if (deletedOn) setState({ membership: "deleted" });
    },
    handle(name, event) {
      cells.batch(() => eventHandlers[name](target, event));
      reading.reloadIfFailed();
    },
    refresh: reading.refresh,
    resume() {
      messages.outbox.pump();
      receiptSender.resume();
    },
    get readUpTo() {
      return unread.readUpTo;
    },
    restore(text, readUpTo) {
      if (text !== undefined && draft.getSnapshot() === "") draft.set(text);
      if (readUpTo !== undefined) unread.read(readUpTo);
    },
  };
}
