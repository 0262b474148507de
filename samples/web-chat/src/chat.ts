import type { ChatAttachment, ChatClient, ChatThreadClient } from "@acs-chat/client";
import {
  type ConnectionState,
  createChatStore,
  type StoreMessage,
  type StoreReceipt,
} from "@acs-chat/store";
import type { Session } from "../server/lobby.ts";

/** What the page is told. */
export interface ChatHandlers {
  /** All messages that are known without a gap, oldest first; those which are not sent yet come last. */
  onMessages(messages: readonly StoreMessage[]): void;
  /** The reason why the messages could not be loaded; undefined once they are loaded. */
  onProblem(error: unknown): void;
  /** Who is typing now. */
  onTyping(names: readonly string[]): void;
  /** The read receipts of the other participants. */
  onReceipts(receipts: readonly StoreReceipt[]): void;
  onState(state: ConnectionState["state"]): void;
}

/** One thread, live. */
export interface Chat {
  /** Loads the newest messages and starts real time. Rejects if the connection cannot be established. */
  open(): Promise<void>;
  /** Reads the next older messages, if there are any. Returns whether there are still more. */
  loadOlder(): Promise<boolean>;
  /** Shows a message and sends it. Rejects only if its image cannot be uploaded: the rest is in the message. */
  send(text: string, image?: File): Promise<void>;
  retry(key: string): void;
  discard(key: string): void;
  typing(): void;
  read(messageId: string): void;
  /** An address for an image of the thread; the same one for the same image. */
  image(id: string): Promise<string>;
}

/** Makes the thread of a session something that a page can show. */
export function createChat(client: ChatClient, session: Session, handlers: ChatHandlers): Chat {
  const { threadId, userId, name } = session;
  const store = createChatStore(client, {
    userId,
    displayName: name,
    // All loaded messages are kept. The list shows only a few of them in the document.
    maxMessages: Infinity,
    onError: (error) => console.warn("Could not catch up.", error),
  });
  const thread = store.thread(threadId);
  const { messages, typing, receipts, state } = thread;
  messages.subscribe(() => handlers.onMessages(messages.getSnapshot().items));
  typing.subscribe(() =>
    handlers.onTyping(typing.getSnapshot().map(({ displayName }) => displayName)),
  );
  receipts.subscribe(() =>
    handlers.onReceipts(receipts.getSnapshot().filter(({ readerId }) => readerId !== userId)),
  );
  state.subscribe(() => handlers.onProblem(state.getSnapshot().error));
  store.connection.subscribe(() => handlers.onState(store.connection.getSnapshot().state));

  const files = client.getChatThreadClient(threadId);
  const images = new Map<string, Promise<string>>();
  return {
    async open() {
      // Not `store.start`, which lists all threads of the user: one is enough here.
      const connected = client.startRealtimeNotifications();
      // A failed load is reported by the state, and repeated with the next event of the thread.
      await Promise.all([connected, thread.load().catch(() => {})]);
    },
    async loadOlder() {
      await messages.loadOlder();
      return messages.getSnapshot().hasOlder;
    },
    async send(content, image) {
      const attachments = image && [await upload(files, image)];
      thread.send({ content, ...(attachments && { attachments }) });
    },
    retry: thread.retry,
    discard: thread.discard,
    typing: thread.notifyTyping,
    read: thread.markRead,
    image(id) {
      const address = images.get(id) ?? addressOf(files, id);
      images.set(id, address);
      // One that could not be had may be had the next time.
      address.catch(() => images.delete(id));
      return address;
    },
  };
}

/** Uploads an image, for a message to carry it under its name. */
async function upload(thread: ChatThreadClient, image: File): Promise<ChatAttachment> {
  // The name of the file travels in a header, which knows no more than Latin-1.
  const fileName = image.name.replace(/[^ -~\u00a0-\u00ff]/g, "_");
  const { id } = await thread.uploadImage(image, fileName);
  return { id, attachmentType: "image", name: image.name };
}

/** Fetches an image with the user's token, which an `<img>` could not send. */
async function addressOf(thread: ChatThreadClient, id: string): Promise<string> {
  const { content, contentType = "" } = await thread.getImage(id, "small");
  return URL.createObjectURL(new Blob([new Uint8Array(content)], { type: contentType }));
}
