import type { ChatParticipant } from "@acs-chat/client";
import type { StoreMessage } from "@acs-chat/store";

/** Returns the text of a message without its markup. */
export function plainTextOf({ type, content, deletedOn }: StoreMessage): string {
  if (deletedOn) return "Message deleted";
  const text = content?.message ?? "";
  if (type !== "html") return text;
  return new DOMParser().parseFromString(text, "text/html").body.textContent;
}

/** Returns a message in one line, with its sender. */
export function previewOf(message: StoreMessage): string {
  const text = plainTextOf(message) || (message.content?.attachments?.length ? "Image" : "");
  const name = message.mine ? "You" : message.senderDisplayName;
  return name ? `${name}: ${text}` : text;
}

/** Returns the line for an event of the thread; undefined for an event that is not shown. */
export function systemTextOf({ type, content }: StoreMessage): string | undefined {
  // Participants without a name are services, which are not shown.
  const names = (content?.participants ?? []).flatMap((one) => one.displayName || []).join(", ");
  switch (type) {
    case "participantAdded":
      return names === "" ? undefined : `${names} joined`;
    case "participantRemoved":
      return names === "" ? undefined : `${names} left`;
    case "topicUpdated":
      return `The topic is now “${content?.topic ?? ""}”`;
    default:
      return undefined;
  }
}

export const nameOf = ({ displayName }: Pick<ChatParticipant, "displayName">): string =>
  displayName || "Somebody";

/** Returns names as a phrase: "Mira", "Mira and Jonas", "Mira, Jonas and 2 others". */
export function listNames(names: readonly string[]): string {
  const [first = "", second = ""] = names;
  if (names.length < 2) return first;
  if (names.length === 2) return `${first} and ${second}`;
  const others = names.length - 2;
  return `${first}, ${second} and ${others} other${others > 1 ? "s" : ""}`;
}
