import type { ChatMessage, ChatParticipant } from "@acs-chat/client";
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
  return node;
}

/** A name on the page. Whatever direction it is written in, or asks for, the words around it keep theirs. */
export function nameNode(name: string | undefined): HTMLElement {
  // This one character would end the isolation that the element brings.
  return part("bdi", "", name?.replaceAll("\u2069", "") || "Somebody");
}

function part(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** What a message says, and what the thread itself tells. */
function contentOf({ type, content, deletedOn }: ChatMessage): (string | Node)[] {
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
