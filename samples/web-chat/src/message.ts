import type { ChatMessage } from "@acs-chat/client";
import { idOf } from "./chat.ts";
import { safeHtml } from "./safe-html.ts";

/** How a message gets into the page. What people wrote is put in as text, or as HTML that is made safe. */
export function renderMessage(
  message: ChatMessage,
  userId: string,
  image: (id: string) => Promise<string>,
): HTMLElement {
  const node = document.createElement("li");
  const own = idOf(message.sender) === userId;
  node.className = message.sender === undefined ? "system" : own ? "own" : "other";
  if (message.sender !== undefined && !own) {
    node.append(part("bdi", "name", message.senderDisplayName || "Somebody"));
  }
  const content = contentOf(message);
  if (content !== "") {
    const text = part("div", "text", "");
    text.dir = "auto";
    text.append(content);
    node.append(text);
  }
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
  if (message.editedOn && !message.deletedOn) time.append(" (edited)");
  node.append(time, part("span", "read", ""));
  return node;
}

function part(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** What a message says, and what the thread itself tells. */
function contentOf({ type, content, deletedOn }: ChatMessage): string | DocumentFragment {
  if (deletedOn) return "Message deleted";
  const names = (content?.participants ?? []).map(({ displayName }) => displayName || "Somebody");
  switch (type) {
    case "participantAdded":
      return `${names.join(", ")} came in`;
    case "participantRemoved":
      return `${names.join(", ")} left`;
    case "topicUpdated":
      return `The topic is ${content?.topic}`;
    case "html":
      return safeHtml(content?.message ?? "");
    default:
      return content?.message ?? "";
  }
}
