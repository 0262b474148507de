import { getIdentifierRawId } from "@azure/communication-common";
import type { CommunicationIdentifier } from "@azure/communication-common";
import { toIdentifier } from "./mapping/identifiers.ts";
import { messageTypes } from "./mapping/message-types.ts";

/** An event of Microsoft's package with the values that REST gives: its types, and full identifiers. */
export function normalize<T extends object>(event: T): T {
  return Object.fromEntries(
    Object.entries(event).map(([name, value]: [string, unknown]) => [
      name,
      normalizeValue(name, value),
    ]),
  ) as T;
}

function normalizeValue(name: string, value: unknown): unknown {
  if (name === "type" && typeof value === "string") return messageTypes.get(value) ?? value;
  // It is null when a retention policy deleted the thread, which its type does not say.
  if (name === "deletedBy" && value === null) {
    return { id: { kind: "unknown", id: "" }, displayName: "", metadata: {} };
  }
  if (Array.isArray(value)) return value.map((item: unknown) => normalizeValue("", item));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (/^(sender|recipient|id)$/.test(name)) {
    return toIdentifier(getIdentifierRawId(value as CommunicationIdentifier));
  }
  return name === "metadata" ? value : normalize(value);
}
