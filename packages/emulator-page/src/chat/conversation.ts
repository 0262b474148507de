import type {
  ChatAttachment,
  ChatMessage,
  ChatMessageEditedEvent,
  ChatMessageReceivedEvent,
  ChatPage,
} from "@acs-chat/client";
import { explain } from "../lib/explain.ts";
import { createStore, type Store } from "../lib/store.ts";
import { rawIdOf } from "./identifier.ts";
import { createImages, type Images } from "./images.ts";
import { sendsReceipts } from "./read-receipts.ts";
import { listen } from "./listen.ts";
import type { Session } from "./session.ts";
import { createTimeline } from "./timeline.ts";
import { type Outgoing, unsentOf } from "./unsent.ts";

/** A thread as one user sees it. */
export interface ConversationView {
  /** Whether messages can be read. What has failed can be tried again, what is denied stays so. */
  readonly status: "loading" | "ready" | "failed" | "denied";
  readonly problem?: string;
  /** Oldest first. */
  readonly messages: readonly ChatMessage[];
  readonly hasOlder: boolean;
  /** Who is typing, and until when that is believed (epoch milliseconds). */
  readonly typing: ReadonlyMap<string, number>;
  /** Whom has read up to which message: message ids by user, without the user's own. */
  readonly receipts: ReadonlyMap<string, string>;
}

/** A thread of which nothing was read yet. */
export const NOTHING: ConversationView = {
  status: "loading",
  messages: [],
  hasOlder: true,
  typing: new Map(),
  receipts: new Map(),
};

/** What a user does in a thread. */
export interface Conversation {
  readonly view: Store<ConversationView>;
  /** Tries once more what has failed. */
  reload(): void;
  loadOlder(): void;
  send(content: string, type: "text" | "html", files: readonly File[]): void;
  retry(message: Outgoing): void;
  discard(message: Outgoing): void;
  edit(message: ChatMessage, content: string): Promise<void>;
  remove(message: ChatMessage): Promise<void>;
  typing(): void;
  /** Tells the others that everything was read. */
  markRead(): void;
  /** An image as an address for `<img>`; the same one for the same image. */
  image(id: string): Promise<string>;
  /** Reads what may have been missed. */
  sync(): Promise<void>;
  dispose(): void;
}

const PAGE = 200;
/** How long somebody who typed is shown as typing, in milliseconds. */
const TYPING = 9000;

let outgoingCount = 0;

/** Opens a thread as a user. */
export function openConversation(
  session: Session,
  threadId: string,
  senderName: () => string | undefined,
): Conversation {
  const thread = session.client.getChatThreadClient(threadId);
  const timeline = createTimeline();
  const imageThread = () => session.imageClient.getChatThreadClient(threadId);
  const { outgoing } = unsentOf(threadId, session.userId);
  let images: Images | undefined;
  const ended = new AbortController();
  const abortSignal = ended.signal;
  const view = createStore(NOTHING);
  let loading = false;
  /** Where the next older page begins. */
  let older: string | undefined;
  let readUpTo = "";

  const patch = (change: Partial<ConversationView>): void => {
    if (!ended.signal.aborted) view.set({ ...view.value, ...change });
  };

  const discard = (key: string): void =>
    outgoing.set(outgoing.value.filter((one) => one.key !== key));

  const loadPage = async (): Promise<void> => {
    if (loading || !view.value.hasOlder) return;
    loading = true;
    try {
      // Creates an iterator from the continuation token each time, because a failed iterator has ended.
      const settings = older === undefined ? { maxPageSize: PAGE } : { continuationToken: older };
      const pages = thread.listMessages({ abortSignal }).byPage(settings);
      const page: ChatPage<ChatMessage> = (await pages.next()).value ?? [];
      older = page.continuationToken;
      const hasOlder = older !== undefined;
      timeline.addPage(page, hasOlder);
      patch({ status: "ready", hasOlder, messages: timeline.visible() });
    } finally {
      loading = false;
    }
  };
  const loadReceipts = async (): Promise<void> => {
    const receipts = new Map(view.value.receipts);
    for await (const { sender, chatMessageId } of thread.listReadReceipts({ abortSignal })) {
      const reader = rawIdOf(sender);
      if (reader !== session.userId) receipts.set(reader, chatMessageId);
    }
    patch({ receipts });
  };
  const start = async (): Promise<void> => {
    try {
      await loadPage();
    } catch (error) {
      const denied = [403, 404].includes((error as { statusCode?: number }).statusCode ?? 0);
      return patch({ status: denied ? "denied" : "failed", problem: explain(error) });
    }
    // The messages can be read without them, and the next ones come as events.
    loadReceipts().catch(() => undefined);
  };

  /** Reads from the newest change down to what is known. */
  const sync = async (): Promise<void> => {
    if (view.value.status !== "ready") return;
    const known = Number(timeline.newestVersion);
    for await (const page of thread.listMessages({ abortSignal }).byPage({ maxPageSize: 50 })) {
      for (const message of page) timeline.put(message);
      patch({ messages: timeline.visible() });
      if (page.some(({ version }) => Number(version) <= known)) return;
    }
  };
  const syncQuietly = (): void => void sync().catch(() => undefined);
  /** After a gap: receipts were missed, too. */
  const resync = (): void => {
    if (view.value.status !== "ready") return;
    syncQuietly();
    loadReceipts().catch(() => undefined);
  };

  const showTyping = (who: string): void => {
    patch({ typing: new Map(view.value.typing).set(who, Date.now() + TYPING) });
    setTimeout(() => {
      const until = view.value.typing.get(who);
      if (until !== undefined && until <= Date.now()) {
        patch({ typing: without(view.value.typing, who) });
      }
    }, TYPING + 50);
  };
  const received = (event: ChatMessageReceivedEvent | ChatMessageEditedEvent): void => {
    const { message, attachments, recipient: _recipient, threadId: _threadId, ...rest } = event;
    const sender = rawIdOf(event.sender);
    const mine = sender === session.userId;
    const sent = outgoing.value.find(
      (one) => mine && one.content === message && one.problem === undefined,
    );
    timeline.put({
      ...(rest as Omit<ChatMessage, "content" | "sequenceId">),
      sequenceId: "",
      content: { message, ...(attachments?.length && { attachments }) },
    });
    patch({
      messages: timeline.visible(),
      ...(!("editedOn" in event) && { typing: without(view.value.typing, sender) }),
    });
    if (sent) discard(sent.key);
  };

  const end = listen(
    session.client,
    threadId,
    {
      chatMessageReceived: received,
      chatMessageEdited: received,
      chatMessageDeleted({ id, version, deletedOn }) {
        timeline.remove(id, version, deletedOn);
        patch({ messages: timeline.visible() });
      },
      typingIndicatorReceived({ sender }) {
        const who = rawIdOf(sender);
        if (who !== session.userId) showTyping(who);
      },
      readReceiptReceived({ sender, chatMessageId }) {
        const reader = rawIdOf(sender);
        if (reader === session.userId) return;
        patch({ receipts: new Map(view.value.receipts).set(reader, chatMessageId) });
      },
      // What the thread itself tells stands in the list of messages only.
      chatThreadPropertiesUpdated: syncQuietly,
      participantsAdded: syncQuietly,
      participantsRemoved: syncQuietly,
    },
    resync,
  );

  const transmit = async (message: Outgoing, again = false): Promise<void> => {
    discard(message.key);
    outgoing.set([...outgoing.value, message]);
    try {
      const attachments: ChatAttachment[] = [];
      const sender = senderName();
      const target = message.files.length > 0 ? imageThread() : thread;
      for (const file of message.files) {
        const { id } = await target.uploadImage(file, headerValueOf(file.name));
        attachments.push({ id, attachmentType: "image", name: file.name });
      }
      const { id } = await target.sendMessage(
        { content: message.content },
        {
          type: message.type,
          ...(sender !== undefined && { senderDisplayName: sender }),
          ...(attachments.length > 0 && { attachments }),
        },
      );
      // Its event comes later than the answer, or never if real time is down.
      if (!timeline.knows(id, id)) {
        // It was sent, also if it cannot be read now: trying again would send it twice.
        await target.getMessage(id, { abortSignal }).then(timeline.put, () => undefined);
      }
      patch({ messages: timeline.visible() });
      discard(message.key);
    } catch (error) {
      if (!again && (error as { statusCode?: number }).statusCode === 401) {
        // The clock was moved, and that has not been heard of yet.
        session.forgetToken();
        return transmit(message, true);
      }
      discard(message.key);
      outgoing.set([...outgoing.value, { ...message, problem: explain(error) }]);
    }
  };

  session.connect();
  void start();
  return {
    view,
    reload() {
      patch({ status: "loading" });
      void start();
    },
    loadOlder: () => {
      if (view.value.status === "ready") loadPage().catch(() => undefined);
    },
    send(content, type, files) {
      outgoingCount += 1;
      void transmit({ key: `outgoing-${outgoingCount}`, content, type, files });
    },
    retry(message) {
      const { problem: _, ...again } = message;
      void transmit(again);
    },
    discard: ({ key }) => discard(key),
    async edit(message, content) {
      await thread.updateMessage(message.id, { content });
      if (session.realtime.value !== "connected") await sync();
    },
    async remove(message) {
      await thread.deleteMessage(message.id);
      if (session.realtime.value !== "connected") await sync();
    },
    typing() {
      const sender = senderName();
      thread
        .sendTypingNotification(sender === undefined ? {} : { senderDisplayName: sender })
        .catch(() => undefined);
    },
    markRead() {
      if (!sendsReceipts.value) return;
      const newest = view.value.messages.findLast(
        (message) => message.sender !== undefined && rawIdOf(message.sender) !== session.userId,
      );
      if (newest === undefined || Number(newest.id) <= Number(readUpTo)) return;
      readUpTo = newest.id;
      thread.sendReadReceipt({ chatMessageId: newest.id }).catch(() => {
        readUpTo = "";
      });
    },
    image: (id) => (images ??= createImages(imageThread())).address(id),
    sync,
    dispose() {
      ended.abort();
      end();
      images?.dispose();
    },
  };
}

/** The name of a file with `_` for what cannot stand in the header that carries it. */
const headerValueOf = (name: string): string =>
  name.replace(/[^!-~ \xa1-\xff]/gu, "_").trim() || "_";

const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
};
