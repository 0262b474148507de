import type { ChatEvents, ChatParticipant, ChatThreadProperties } from "@acs-chat/client";
import type { StoreContext } from "../context.ts";
import { ChatStoreError, hasStatus } from "../errors.ts";
import { rawIdOf } from "../identity.ts";
import { storeLimits } from "../limits.ts";
import { createSingleFlight } from "../lib/single-flight.ts";
import { asSlice, type Slice } from "../lib/slice.ts";
import { createBackoff } from "../lib/timers.ts";
import type { MessageEdit } from "../messages/changes.ts";
import { createMessages, type MessagesModel, type ThreadMessages } from "../messages/messages.ts";
import {
  fromEvent,
  fromList,
  isSpoken,
  type SentMessage,
  source,
  type StoreMessage,
} from "../messages/model.ts";
import type { OutgoingMessage } from "../messages/outbox.ts";
import { createReceiptSender } from "./mark-read.ts";
import { withAdded, withoutRemoved } from "./participants.ts";
import { addReceipts, readBy, type StoreReceipt, toReceipt } from "./receipts.ts";
import { createTyping, type Typist } from "./typing.ts";
import { createUnread, maxUnread } from "./unread.ts";

/** What a thread is about; `topic` alone is known of a thread that was only listed. */
export type StoreThreadProperties = Partial<ChatThreadProperties> & { readonly topic: string };

/** How a thread stands. */
export interface ThreadState {
  /** `new` before the first `load`, `ready` after it. */
  readonly phase: "new" | "loading" | "ready";
  /** Whether the user is in the thread. In a thread that was left the messages up to then can be read. */
  readonly membership: "member" | "left" | "deleted";
  /** False in threads of more than 20 participants: the service has no receipts and typing notifications there. */
  readonly receiptsAndTyping: boolean;
  /** Messages that the user has not read; 100 means 100 or more; undefined until it is known. */
  readonly unreadCount: number | undefined;
  /** The newest message that a person sent, as far as it is known. */
  readonly lastMessage: StoreMessage | undefined;
  /** Why the last load failed; absent after one that succeeded. */
  readonly error?: unknown;
}

/** A thread. Its functions can be called detached. */
export interface StoreThread {
  readonly id: string;
  readonly messages: ThreadMessages;
  readonly participants: Slice<readonly ChatParticipant[]>;
  readonly properties: Slice<StoreThreadProperties>;
  readonly receipts: Slice<readonly StoreReceipt[]>;
  readonly typing: Slice<readonly Typist[]>;
  readonly state: Slice<ThreadState>;
  /** What the user has written and not sent. */
  readonly draft: Slice<string> & { set(text: string): void };
  /** Loads the newest messages, participants, properties and receipts; what is loaded is not loaded again. */
  load(): Promise<void>;
  /** Shows a message and sends it. Returns its key. Failures are in the message: `status`, `error`. */
  send(message: string | OutgoingMessage): string;
  /** Sends a failed message again, unless it turns out to have arrived. */
  retry(key: string): void;
  /** Removes a failed or waiting message. */
  discard(key: string): void;
  /** Shows an edit at once. Rejects, and takes it back, when the service refuses it. */
  edit(messageId: string, edit: MessageEdit): Promise<void>;
  /** Shows a deletion at once. Rejects, and takes it back, when the service refuses it. */
  delete(messageId: string): Promise<void>;
  /** Marks messages as read: up to the last one shown when `messageId` is absent. Only forwards. */
  markRead(messageId?: string): void;
  /** Returns the receipts of those who have read a message. */
  readBy(message: StoreMessage): readonly StoreReceipt[];
  /** Tells the others that the user is typing: at most every 8 seconds. */
  notifyTyping(): void;
}

/** A thread, for the rest of the store. */
export interface ThreadModel {
  readonly face: StoreThread;
  readonly messages: MessagesModel;
  /** Reads what a list of threads shows: participants, receipts, the newest messages. */
  peek(): Promise<void>;
  listed(topic: string, deletedOn: Date | undefined): void;
  handle<K extends keyof ChatEvents>(name: K, event: ChatEvents[K]): void;
  /** Events flow again, or some were lost: reads what was missed. */
  refresh(): Promise<void>;
  /** The connection is back: sends what waits. */
  resume(): void;
  readonly readUpTo: number;
  restore(draft: string | undefined, readUpTo: number | undefined): void;
}

/** What a thread tells the rest of the store. */
export interface ThreadListeners {
  /** Something that a list of threads shows has changed. */
  readonly onChange: () => void;
  /** The thread's messages are loaded. */
  readonly onLoad: () => void;
}

export function createThread(
  context: StoreContext,
  id: string,
  { onChange, onLoad }: ThreadListeners,
): ThreadModel {
  const { cells, timers, abortSignal, userId } = context;
  const client = context.client.getChatThreadClient(id);
  const place = { threadId: id, userId };
  const participants = cells.cell<readonly ChatParticipant[]>([]);
  const properties = cells.cell<StoreThreadProperties>({ topic: "" });
  const receipts = cells.cell<readonly StoreReceipt[]>([]);
  const typists = cells.cell<readonly Typist[]>([]);
  const draft = cells.cell("");
  const state = cells.cell<ThreadState>({
    phase: "new",
    membership: "member",
    receiptsAndTyping: true,
    unreadCount: undefined,
    lastMessage: undefined,
  });
  const unread = createUnread();
  const typing = createTyping(context, client, typists);
  const receiptSender = createReceiptSender(context, client);

  const setState = (change: Partial<ThreadState>): void => {
    const before = state.getSnapshot();
    const next = { ...before, ...change };
    const names = Object.keys(next) as (keyof ThreadState)[];
    if (names.every((name) => before[name] === next[name])) return;
    state.set(next);
    onChange();
  };
  const noteMessages = (received: readonly SentMessage[]): void => {
    unread.receive(received);
    let lastMessage = state.getSnapshot().lastMessage;
    for (const message of received) {
      if (!isSpoken(message)) continue;
      const ahead = Number(message.id) - Number(lastMessage?.id ?? 0);
      const newer = Number(message.version) > Number(lastMessage?.version);
      if (ahead > 0 || (ahead === 0 && newer && !lastMessage?.deletedOn)) lastMessage = message;
    }
    setState({ unreadCount: unread.count, lastMessage });
  };
  const messages = createMessages({ context, place, client, onReceived: noteMessages });
  const setParticipants = (next: readonly ChatParticipant[]): void => {
    participants.set(next);
    setState({ receiptsAndTyping: next.length <= storeLimits.participantsWithReceipts });
    onChange();
  };
  const noteReceipts = (incoming: readonly StoreReceipt[]): void => {
    addReceipts(receipts, incoming);
    const own = incoming.find(({ readerId }) => readerId === userId);
    if (own) unread.read(Number(own.chatMessageId));
    setState({ unreadCount: unread.count });
  };

  // Each of these reads again what an event made outdated while it was read.
  const readParticipants = createSingleFlight(async () => {
    try {
      setParticipants(await client.listParticipants({ abortSignal }).toArray());
    } catch (error) {
      if (!hasStatus(error, 403)) throw error;
      setState({ membership: "left" });
    }
  });
  const readReceipts = createSingleFlight(async () => {
    const listed = await client.listReadReceipts({ abortSignal }).toArray();
    noteReceipts(listed.map(toReceipt));
  });
  const readProperties = createSingleFlight(async () => {
    properties.set(await client.getProperties({ abortSignal }));
    onChange();
  });
  /** A thread that was left or deleted is no failure. */
  const tolerant = async (reading: Promise<void>): Promise<void> => {
    try {
      await reading;
    } catch (error) {
      if (hasStatus(error, 404)) setState({ membership: "deleted" });
      else if (hasStatus(error, 403)) setState({ membership: "left" });
      else throw error;
    }
  };
  const readAround = async (): Promise<void> => {
    await Promise.all([readParticipants.run(), readReceipts.run()].map(tolerant));
  };
  const readNewest = async (): Promise<void> => {
    const pages = client.listMessages({ maxPageSize: maxUnread, abortSignal }).byPage();
    const { value, done } = await pages.next();
    if (done === true) return;
    messages.receive(
      value.map((item) => ({ message: fromList(item, place), source: source.list })),
    );
  };
  let peeked = false;
  const peeking = createSingleFlight(async () => {
    await readAround();
    // Messages that are loaded catch up by themselves.
    if (!messages.loaded) await tolerant(readNewest());
    if (properties.getSnapshot().topic === "") await tolerant(readProperties.run());
    peeked = true;
    unread.known();
    setState({ unreadCount: unread.count });
  });
  const peek = (): Promise<void> => peeking.run();
  const loading = createSingleFlight(async () => {
    const { error: _, ...before } = state.getSnapshot();
    if (before.phase === "ready" && messages.loaded && !messages.behind) return;
    state.set({ ...before, phase: messages.loaded ? before.phase : "loading" });
    try {
      await Promise.all([
        tolerant(messages.load()),
        tolerant(readProperties.run()),
        peeked ? undefined : peek(),
      ]);
      setState({ phase: "ready" });
    } catch (error) {
      if (!abortSignal.aborted) setState({ phase: "new", error });
      throw error;
    }
  });

  const catchUp = async (): Promise<void> => {
    try {
      if (messages.loaded) await tolerant(messages.catchUp());
      again.reset();
    } catch (error) {
      if (abortSignal.aborted) return;
      context.report(error);
      if (context.link.connected) again.schedule();
    }
  };
  const again = createBackoff(timers, () => void catchUp());
  /** System messages come with no event of their own: they are read from the list. */
  const readSystemMessages = (): void => {
    messages.fellBehind("disconnected");
    void catchUp();
  };

  const receiveMessage = (event: Parameters<typeof fromEvent>[0]): void =>
    messages.receive([{ message: fromEvent(event, place), source: source.event }]);
  const handlers: { [K in keyof ChatEvents]: (event: ChatEvents[K]) => void } = {
    chatMessageReceived(event) {
      typing.stopped(rawIdOf(event.sender));
      receiveMessage(event);
    },
    chatMessageEdited: receiveMessage,
    chatMessageDeleted: receiveMessage,
    streamingChatMessageStarted: receiveMessage,
    streamingChatMessageChunkReceived: receiveMessage,
    typingIndicatorReceived({ sender, senderDisplayName }) {
      const typistId = rawIdOf(sender);
      if (typistId === userId) return;
      typing.started({ typist: sender, typistId, displayName: senderDisplayName });
    },
    readReceiptReceived: (event) => noteReceipts([toReceipt(event)]),
    chatThreadCreated(event) {
      setState({ membership: "member" });
      properties.set({
        ...properties.getSnapshot(),
        ...event.properties,
        createdOn: event.createdOn,
      });
      setParticipants(event.participants);
      readProperties.again();
      readParticipants.again();
      unread.known();
      readSystemMessages();
      onChange();
    },
    chatThreadPropertiesUpdated({ properties: updated, retentionPolicy }) {
      readProperties.again();
      properties.set({ ...properties.getSnapshot(), ...updated, retentionPolicy });
      readSystemMessages();
      onChange();
    },
    chatThreadDeleted({ deletedOn }) {
      properties.set({ ...properties.getSnapshot(), deletedOn });
      setState({ membership: "deleted" });
    },
    participantsAdded({ participantsAdded }) {
      readParticipants.again();
      setParticipants(withAdded(participants.getSnapshot(), participantsAdded));
      if (participantsAdded.some(({ id: who }) => rawIdOf(who) === userId)) {
        setState({ membership: "member" });
      }
      readSystemMessages();
    },
    participantsRemoved({ participantsRemoved }) {
      readParticipants.again();
      setParticipants(withoutRemoved(participants.getSnapshot(), participantsRemoved));
      for (const { id: who } of participantsRemoved) typing.stopped(rawIdOf(who));
      if (participantsRemoved.some(({ id: who }) => rawIdOf(who) === userId)) {
        setState({ membership: "left" });
      } else readSystemMessages();
    },
  };

  const refresh = async (): Promise<void> => {
    if (state.getSnapshot().membership === "deleted") return;
    // What came in a thread that is only listed is in its last message; what was read elsewhere is not.
    if (!messages.loaded && unread.count === 0) return;
    const reading = messages.loaded ? [readAround(), catchUp(), readProperties.run()] : [peek()];
    for (const { status, reason } of (await Promise.allSettled(reading.map(tolerant))) as {
      status: string;
      reason?: unknown;
    }[]) {
      if (status === "rejected" && !abortSignal.aborted) context.report(reason);
    }
  };

  const face: StoreThread = {
    id,
    messages: messages.slice,
    participants: asSlice(participants),
    properties: asSlice(properties),
    receipts: asSlice(receipts),
    typing: asSlice(typists),
    state: asSlice(state),
    draft: {
      ...asSlice(draft),
      set(text) {
        draft.set(text);
        context.persist();
      },
    },
    load() {
      onLoad();
      return loading.run();
    },
    send(message) {
      if (abortSignal.aborted) throw new ChatStoreError("Disposed", "The store was disposed.");
      if (!messages.loaded) loading.run().catch(() => {});
      else if (messages.slice.getSnapshot().hasNewer) {
        messages.slice.loadNewest().catch(context.report);
      }
      typing.reset();
      return messages.outbox.add(typeof message === "string" ? { content: message } : message);
    },
    retry: messages.outbox.retry,
    discard: messages.outbox.discard,
    edit: messages.changes.edit,
    delete: messages.changes.delete,
    markRead(messageId) {
      const shown = messages.slice.getSnapshot().items.findLast(({ status }) => status === "sent");
      const upTo = Number(messageId ?? shown?.id ?? 0);
      if (!unread.read(upTo)) return;
      setState({ unreadCount: unread.count });
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
    peek,
    listed(topic, deletedOn) {
      const before = properties.getSnapshot();
      const same = before.topic === topic && +(before.deletedOn ?? 0) === +(deletedOn ?? 0);
      if (!same) properties.set({ ...before, topic, ...(deletedOn && { deletedOn }) });
      if (deletedOn) setState({ membership: "deleted" });
    },
    // Tells nothing of a message that is not there: see the handlers.
    handle: (name, event) => cells.batch(() => handlers[name](event)),
    refresh,
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
