import type { ChatParticipant } from "@acs-chat/client";
import type { StoreMessage } from "@acs-chat/store";
import type { Chat } from "./chat.ts";
import { safeHtml } from "./safe-html.ts";

/** How a message gets into the page. What people wrote is put in as text, or as HTML that is made safe. */
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

/** A name on the page. Whatever direction it is written in, or asks for, the words around it keep theirs. */
export function nameNode(name: string | undefined): HTMLElement {
  // This one character would end the isolation that the element brings.
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

/** What a message says, and what the thread itself tells. */
function contentOf({ type, content, deletedOn }: StoreMessage): (string | Node)[] {
  if (deletedOn) return ["Message deleted"];
  const text = content?.message ?? "";
  switch (type) {
    case "participantAdded":
      return [...names(content?.participants), " came in"];
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
