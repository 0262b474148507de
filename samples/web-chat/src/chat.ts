import type {
  ChatAttachment,
  ChatClient,
  ChatMessage,
  ChatThreadClient,
  RealtimeState,
} from "@acs-chat/client";
import type { Session } from "../server/lobby.ts";
import { createHistory } from "./history.ts";

/** What the page is told. */
export interface ChatHandlers {
  /** All messages that are known without a gap, oldest first: some are new, or have changed. */
  onMessages(messages: readonly ChatMessage[]): void;
  /** Somebody else is typing; undefined when what was typed has come. */
  onTyping(name: string | undefined): void;
  /** Somebody else has read up to a message. */
  onRead(userId: string, messageId: string): void;
  onState(state: RealtimeState): void;
}

/** One thread, live. */
export interface Chat {
  /** Brings the newest messages, and from then on what happens. */
  open(): Promise<void>;
  /** Reads the next older messages, if there are any. Returns whether there are still more. */
  loadOlder(): Promise<boolean>;
  /** Sends a message. Returns its id. */
  send(text: string, image?: File): Promise<string>;
  typing(): void;
  read(messageId: string): void;
  /** An address for an image of the thread; the same one for the same image. */
  image(id: string): Promise<string>;
}

const PAGE = 50;

/** Makes the thread of a session something that a page can show. */
export function createChat(client: ChatClient, session: Session, handlers: ChatHandlers): Chat {
  const { threadId, userId, name } = session;
  const thread = client.getChatThreadClient(threadId);
  const history = createHistory();
  /** Where the next older page begins; undefined before the first page and after the last one. */
  let older: string | undefined;
  let more = true;
  /** Settled with the first page. */
  const opened = Promise.withResolvers<void>();

  const show = (...messages: readonly ChatMessage[]): void => {
    for (const message of messages) history.put(message);
    handlers.onMessages(history.messages);
  };
  const refresh = async (id: string): Promise<void> => show(await thread.getMessage(id));
  const loadOlder = async (): Promise<boolean> => {
    if (!more) return false;
    // From the token anew each time: an iterator that has failed once has ended.
    const settings = older === undefined ? { maxPageSize: PAGE } : { continuationToken: older };
    const { value: page = [] } = await thread.listMessages().byPage(settings).next();
    older = page.continuationToken;
    more = older !== undefined;
    history.addPage(page, more);
    opened.resolve();
    show();
    return more;
  };
  const loadReceipts = async (): Promise<void> => {
    for await (const { sender, chatMessageId } of thread.listReadReceipts()) {
      if (idOf(sender) !== userId) handlers.onRead(idOf(sender), chatMessageId);
    }
  };
  /** Reads from the newest change down to what is known: after a gap, and for what has no event. */
  const catchUp = async (): Promise<void> => {
    await opened.promise;
    const known = history.newestVersion;
    for await (const page of thread.listMessages().byPage({ maxPageSize: PAGE })) {
      show(...page);
      if (page.some(({ version }) => Number(version) <= known)) return;
    }
  };
  follow(client, session, {
    onReceived(message) {
      if (idOf(message.sender) !== userId) handlers.onTyping(undefined);
      show(message);
    },
    onChanged: (id) => quietly(refresh(id)),
    onGap() {
      quietly(catchUp());
      quietly(loadReceipts());
    },
    onThread: () => quietly(catchUp()),
    ...handlers,
  });

  const images = new Map<string, Promise<string>>();
  return {
    async open() {
      // Events first, then what was before: so nothing falls between.
      await client.startRealtimeNotifications();
      await loadOlder();
      quietly(loadReceipts());
    },
    loadOlder,
    async send(text, image) {
      const attachments = image && [await upload(thread, image)];
      const { id } = await thread.sendMessage(
        { content: text },
        { senderDisplayName: name, safeRetry: true, ...(attachments && { attachments }) },
      );
      // Its event comes later, or never if real time is down.
      quietly(refresh(id));
      return id;
    },
    typing() {
      thread.sendTypingNotification({ senderDisplayName: name }).catch(() => undefined);
    },
    read(messageId) {
      thread.sendReadReceipt({ chatMessageId: messageId }).catch(() => undefined);
    },
    image(id) {
      const address = images.get(id) ?? addressOf(thread, id);
      images.set(id, address);
      // One that could not be had may be had the next time.
      address.catch(() => images.delete(id));
      return address;
    },
  };
}

/** Does what nobody asked for: when it fails, the next change shows all the same. */
function quietly(work: Promise<void>): void {
  work.catch((error: unknown) => console.warn("Could not catch up.", error));
}

/** What follows the events of one thread. */
interface Follower extends Pick<ChatHandlers, "onTyping" | "onRead" | "onState"> {
  onReceived(message: ChatMessage): void;
  /** A message was edited or deleted. */
  onChanged(id: string): void;
  /** Who is in the thread, or its topic, has changed. */
  onThread(): void;
  /** Events may have been missed. */
  onGap(): void;
}

function follow(client: ChatClient, { threadId, userId }: Session, to: Follower): void {
  const here = (event: { readonly threadId: string }): boolean => event.threadId === threadId;
  client.on("chatMessageReceived", (event) => {
    if (!here(event)) return;
    const { message, attachments = [], ...rest } = event;
    to.onReceived({ ...rest, sequenceId: "", content: { message, attachments } } as ChatMessage);
  });
  client.on("chatMessageEdited", (event) => void (here(event) && to.onChanged(event.id)));
  client.on("chatMessageDeleted", (event) => void (here(event) && to.onChanged(event.id)));
  for (const name of [
    "participantsAdded",
    "participantsRemoved",
    "chatThreadPropertiesUpdated",
  ] as const) {
    client.on(name, (event) => void (here(event) && to.onThread()));
  }
  client.on("resyncRequired", () => to.onGap());
  client.on("stateChanged", ({ state }) => to.onState(state));
  client.on("typingIndicatorReceived", (event) => {
    if (here(event) && idOf(event.sender) !== userId) to.onTyping(event.senderDisplayName);
  });
  client.on("readReceiptReceived", (event) => {
    const reader = idOf(event.sender);
    if (here(event) && reader !== userId) to.onRead(reader, event.chatMessageId);
  });
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

/** The id of a sender; `""` for nobody and for what is no user of the resource. */
export const idOf = (sender: ChatMessage["sender"]): string =>
  sender?.kind === "communicationUser" ? sender.communicationUserId : "";
