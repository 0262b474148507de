import type { ChatMessage } from "@acs-chat/client";
import { idOf } from "./chat.ts";

/** The messages on the page, oldest first. */
export interface MessageList {
  put(messages: readonly ChatMessage[]): void;
  /** Shows up to where somebody has read. */
  markRead(userId: string, messageId: string): void;
  /** The newest message of somebody else. */
  newestOfOthers(): string | undefined;
}

/** Fills a list element. Everything that people wrote is put in as text. */
export function createMessageList(
  element: HTMLElement,
  userId: string,
  image: (id: string) => Promise<string>,
): MessageList {
  const items = new Map<string, { version: number; node: HTMLElement; message: ChatMessage }>();
  const readUpTo = new Map<string, string>();

  const showRead = (): void => {
    for (const { node, message } of items.values()) {
      const readers = [...readUpTo.values()].filter((id) => id === message.id).length;
      node.querySelector(".read")!.textContent = readers === 0 ? "" : "Read";
    }
  };
  return {
    put(messages) {
      // Whoever reads older messages stays there, whoever is at the end sees the new ones.
      const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 40;
      const fromEnd = element.scrollHeight - element.scrollTop;
      for (const message of messages) {
        const known = items.get(message.id);
        const version = Number(message.version);
        if (known !== undefined && known.version >= version) continue;
        const node = render(message, userId, image);
        if (known) known.node.replaceWith(node);
        else element.insertBefore(node, following(element, message.id));
        items.set(message.id, { version, node, message });
      }
      element.scrollTop = atEnd ? element.scrollHeight : element.scrollHeight - fromEnd;
      showRead();
    },
    markRead(reader, messageId) {
      readUpTo.set(reader, messageId);
      showRead();
    },
    newestOfOthers: () =>
      [...items.values()]
        .filter(({ message }) => message.sender !== undefined && idOf(message.sender) !== userId)
        .map(({ message }) => message.id)
        .toSorted((a, b) => Number(b) - Number(a))[0],
  };
}

/** The message that comes after the one with the id. Most are put at one end or the other. */
function following(element: HTMLElement, id: string): Element | null {
  let next: Element | null = null;
  for (let node = element.lastElementChild; node; node = node.previousElementSibling) {
    if (Number((node as HTMLElement).dataset["id"]) < Number(id)) break;
    next = node;
  }
  return next;
}

function render(
  message: ChatMessage,
  userId: string,
  image: (id: string) => Promise<string>,
): HTMLElement {
  const node = document.createElement("li");
  node.dataset["id"] = message.id;
  const own = idOf(message.sender) === userId;
  node.className = message.sender === undefined ? "system" : own ? "own" : "other";
  if (message.sender !== undefined && !own) {
    node.append(part("bdi", "name", message.senderDisplayName || "Somebody"));
  }
  const text = part("p", "text", textOf(message));
  text.dir = "auto";
  if (text.textContent !== "") node.append(text);
  for (const { id, attachmentType, name = "" } of message.content?.attachments ?? []) {
    if (attachmentType !== "image" || message.deletedOn) continue;
    const picture = document.createElement("img");
    picture.alt = name;
    node.append(picture);
    image(id).then(
      (url) => (picture.src = url),
      () => picture.replaceWith(part("p", "text", `The image ${name} cannot be shown.`)),
    );
  }
  const time = part("time", "", message.createdOn.toLocaleTimeString([], { timeStyle: "short" }));
  const edited = message.editedOn && !message.deletedOn ? " (edited)" : "";
  time.append(edited);
  node.append(time, part("span", "read", ""));
  return node;
}

function part(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** What a message says, as text: the words of HTML, and what the thread itself tells. */
export function textOf({ type, content, deletedOn }: ChatMessage): string {
  if (deletedOn) return "Message deleted";
  const names = (content?.participants ?? []).map(({ displayName }) => displayName || "Somebody");
  switch (type) {
    case "participantAdded":
      return `${names.join(", ")} came in`;
    case "participantRemoved":
      return `${names.join(", ")} left`;
    case "topicUpdated":
      return `The topic is ${content?.topic}`;
    case "html": {
      const { body } = new DOMParser().parseFromString(content?.message ?? "", "text/html");
      return body.textContent ?? "";
    }
    default:
      return content?.message ?? "";
  }
}
