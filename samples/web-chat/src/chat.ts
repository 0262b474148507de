import type { ChatAttachment, ChatClient, ChatThreadClient } from "@acs-chat/client";
import {
  type ConnectionState,
  createChatStore,
  type StoreMessage,
  type StoreReceipt,
} from "@acs-chat/store";
import type { Session } from "../server/lobby.ts";

/** The callbacks of a chat. */
export interface ChatHandlers {
  /** The loaded messages without gaps, oldest first. Unsent messages come last. */
  onMessages(messages: readonly StoreMessage[]): void;
  /** The error if the messages could not be loaded; undefined once they are loaded. */
  onProblem(error: unknown): void;
  /** The names of the participants who are typing. */
  onTyping(names: readonly string[]): void;
  /** The read receipts of the other participants. */
  onReceipts(receipts: readonly StoreReceipt[]): void;
  onState(state: ConnectionState["state"]): void;
}

/** A thread whose messages are updated in real time. */
export interface Chat {
  /** Loads the newest messages and starts real time. Rejects if the connection cannot be established. */
  open(): Promise<void>;
  /** Loads the next page of older messages. Returns whether there are more. */
  loadOlder(): Promise<boolean>;
  /** Shows and sends a message. Rejects only if its image cannot be uploaded; other errors are in the message. */
  send(text: string, image?: File): Promise<void>;
  retry(key: string): void;
  discard(key: string): void;
  typing(): void;
  read(messageId: string): void;
  /** Returns a URL for an image, which is the same for each call with the same image. */
  image(id: string): Promise<string>;
}

/** Creates the chat of a session. The callbacks report every change. */
export function createChat(client: ChatClient, session: Session, handlers: ChatHandlers): Chat {
  const { threadId, userId, name } = session;
  const store = createChatStore(client, {
    userId,
    displayName: name,
    // The store keeps all loaded messages. The list renders only some of them.
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
      // `store.start` would also list all threads of the user.
      const connected = client.startRealtimeNotifications();
      // The state reports a failed load, and the next event of the thread retries it.
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
      // An image that could not be loaded is fetched again the next time.
      address.catch(() => images.delete(id));
      return address;
    },
  };
}

/** Uploads an image and returns an attachment for it. */
async function upload(thread: ChatThreadClient, image: File): Promise<ChatAttachment> {
  // The file name is sent in a header, which supports only Latin-1.
  const fileName = image.name.replace(/[^ -~\u00a0-\u00ff]/g, "_");
  const { id } = await thread.uploadImage(image, fileName);
  return { id, attachmentType: "image", name: image.name };
}

/** Fetches an image with the user's token, which an `<img>` could not send. */
async function addressOf(thread: ChatThreadClient, id: string): Promise<string> {
  const { content, contentType = "" } = await thread.getImage(id, "small");
  return URL.createObjectURL(new Blob([new Uint8Array(content)], { type: contentType }));
}
