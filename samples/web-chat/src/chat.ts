import type { ChatClient, ChatMessage, ChatThreadClient, RealtimeState } from "@acs-chat/client";
import type { Session } from "../server/lobby.ts";

/** What the page is told. */
export interface ChatHandlers {
  /** Messages that are new or have changed. */
  onMessages(messages: readonly ChatMessage[]): void;
  /** Somebody else is typing. */
  onTyping(name: string): void;
  /** Somebody else has read up to a message. */
  onRead(userId: string, messageId: string): void;
  onState(state: RealtimeState): void;
}

/** One thread, live. */
export interface Chat {
  readonly thread: ChatThreadClient;
  /** Reads the next older messages. Returns whether there are still older ones. */
  loadOlder(): Promise<boolean>;
  send(text: string, image?: File): Promise<void>;
  typing(): void;
  read(messageId: string): void;
  /** An address for an image of the thread. */
  image(id: string): Promise<string>;
}

const PAGE = 30;

/** Opens the thread of a session: its history from the newest message on, and what happens from now on. */
export async function openChat(
  client: ChatClient,
  session: Session,
  handlers: ChatHandlers,
): Promise<Chat> {
  const { threadId, userId, name } = session;
  const thread = client.getChatThreadClient(threadId);
  const pages = thread.listMessages().byPage({ maxPageSize: PAGE });
  let newest = 0;

  const show = (messages: readonly ChatMessage[]): void => {
    newest = Math.max(newest, ...messages.map(({ version }) => Number(version)));
    handlers.onMessages(messages);
  };
  /** Reads from the newest change down to what is known: after a gap, and for what has no event. */
  const catchUp = async (): Promise<void> => {
    const known = newest;
    for await (const page of thread.listMessages().byPage({ maxPageSize: PAGE })) {
      show(page);
      if (page.some(({ version }) => Number(version) <= known)) return;
    }
  };
  const catchUpQuietly = (): void => {
    catchUp().catch((error: unknown) => console.warn("Could not catch up.", error));
  };
  const refresh = async (id: string): Promise<void> => show([await thread.getMessage(id)]);

  const here = (event: { readonly threadId: string }): boolean => event.threadId === threadId;
  client.on("chatMessageReceived", (event) => {
    if (!here(event)) return;
    const { message, attachments = [], ...rest } = event;
    const content = { message, attachments };
    show([{ ...rest, type: "text", sequenceId: "", content } as ChatMessage]);
  });
  client.on("chatMessageEdited", (event) => void (here(event) && refresh(event.id)));
  client.on("chatMessageDeleted", (event) => void (here(event) && refresh(event.id)));
  client.on("participantsAdded", catchUpQuietly);
  client.on("participantsRemoved", catchUpQuietly);
  client.on("chatThreadPropertiesUpdated", catchUpQuietly);
  client.on("resyncRequired", catchUpQuietly);
  client.on("stateChanged", ({ state }) => handlers.onState(state));
  client.on("typingIndicatorReceived", (event) => {
    if (here(event) && idOf(event.sender) !== userId) handlers.onTyping(event.senderDisplayName);
  });
  client.on("readReceiptReceived", (event) => {
    const reader = idOf(event.sender);
    if (here(event) && reader !== userId) handlers.onRead(reader, event.chatMessageId);
  });

  const loadOlder = async (): Promise<boolean> => {
    const { value, done } = await pages.next();
    if (done) return false;
    show(value);
    return value.continuationToken !== undefined;
  };
  // Events first, then what was before: so nothing falls between.
  await client.startRealtimeNotifications();
  return {
    thread,
    loadOlder,
    async send(text, image) {
      const attachments = image && [
        { ...(await thread.uploadImage(image, image.name)), attachmentType: "image" as const },
      ];
      const { id } = await thread.sendMessage(
        { content: text },
        { senderDisplayName: name, safeRetry: true, ...(attachments && { attachments }) },
      );
      await refresh(id);
    },
    typing() {
      thread.sendTypingNotification({ senderDisplayName: name }).catch(() => undefined);
    },
    read(messageId) {
      thread.sendReadReceipt({ chatMessageId: messageId }).catch(() => undefined);
    },
    async image(id) {
      const { content, contentType = "" } = await thread.getImage(id, "small");
      return URL.createObjectURL(new Blob([new Uint8Array(content)], { type: contentType }));
    },
  };
}

/** The id of a sender; `""` for nobody and for what is no user of the resource. */
export const idOf = (sender: ChatMessage["sender"]): string =>
  sender?.kind === "communicationUser" ? sender.communicationUserId : "";
