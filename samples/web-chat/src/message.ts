import type { ChatParticipant } from "@acs-chat/client";
import type { StoreMessage } from "@acs-chat/store";
import type { Chat } from "./chat.ts";
import { safeHtml } from "./safe-html.ts";

/** Renders a message as a list item. Its content is inserted as text or as sanitized HTML. */
export function renderMessage(
  message: StoreMessage,
  { image, retry, discard }: Pick<Chat, "image" | "retry" | "discard">,
): HTMLElement {
  const node = document.createElement("li");
  const { key, mine: own, status } = message;
  node.dataset["status"] = status;
  node.className = message.sender === undefined ? "system" : own ? "own" : "other";
  if (message.sender !== undefined && !own) {
    const name = nameNode(message.senderDisplayName);
    name.className = "name";
    node.append(name);
  }
  const text = part("div", "text", "");
  text.dir = "auto";
  text.append(...contentOf(message));
  if (text.hasChildNodes()) node.append(text);
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
  if (status === "waiting" || status === "sending") time.append(` (${status})`);
  if (status === "failed") {
    const failure = part("p", "failure", `Not sent: ${reasonOf(message.error)} `);
    failure.role = "alert";
    failure.append(
      button("Retry", () => retry(key)),
      button("Discard", () => discard(key)),
    );
    node.append(failure);
  }
  return node;
}

/** Renders a name in a `<bdi>`, so that its writing direction does not affect the text around it. */
export function nameNode(name: string | undefined): HTMLElement {
  // U+2069 would end the isolation by `<bdi>`.
  return part("bdi", "", name?.replaceAll("\u2069", "") || "Somebody");
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : "");

function button(text: string, onClick: () => void): HTMLElement {
  const element = part("button", "", text);
  element.addEventListener("click", onClick);
  return element;
}

function part(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Returns the content of a message, or a text for a system message. */
function contentOf({ type, content, deletedOn }: StoreMessage): (string | Node)[] {
  if (deletedOn) return ["Message deleted"];
  const text = content?.message ?? "";
  switch (type) {
    case "participantAdded":
      return [...names(content?.participants), " joined"];
    case "participantRemoved":
      return [...names(content?.participants), " left"];
    case "topicUpdated":
      return [`The topic is ${content?.topic}`];
    case "html":
      return [safeHtml(text)];
    default:
      return text === "" ? [] : [text];
  }
}

function names(participants: readonly ChatParticipant[] = []): (string | Node)[] {
  return participants.flatMap(({ displayName }, index) =>
    index === 0 ? [nameNode(displayName)] : [", ", nameNode(displayName)],
  );
}
