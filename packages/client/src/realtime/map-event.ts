import { createIdentifierFromRawId, getIdentifierKind } from "@azure/communication-common";
import type { CommunicationIdentifierKind } from "@azure/communication-common";
import type { ChatAttachment, ChatRetentionPolicy } from "../models.ts";
import type {
  BaseChatEvent,
  BaseChatMessageEvent,
  ChatEventParticipant,
  ChatEvents,
  ChatMessageReceivedEvent,
} from "./events.ts";
import { parseObject } from "./frames.ts";

type Payload = Record<string, unknown>;
type Wire = { endpoint: string; apiVersion: string };

/** An event as the application gets it. */
export type MappedEvent = {
  [K in keyof ChatEvents]: { type: K; event: ChatEvents[K] };
}[keyof ChatEvents];

/** What the service calls the events. */
const types: Record<number, keyof ChatEvents> = {
  200: "chatMessageReceived",
  245: "typingIndicatorReceived",
  246: "readReceiptReceived",
  247: "chatMessageEdited",
  248: "chatMessageDeleted",
  257: "chatThreadCreated",
  258: "chatThreadPropertiesUpdated",
  259: "chatThreadDeleted",
  260: "participantsAdded",
  261: "participantsRemoved",
};

/**
 * Makes an event of what the service sends, in the shape and with the values of the REST API.
 * Undefined if its `eventId` is none that is known.
 * @throws `Error` that says which field makes no sense.
 */
export function mapEvent(payload: Payload, wire: Wire): MappedEvent | undefined {
  const type = types[payload["eventId"] as number];
  if (!type) return undefined;
  const event = makers[type](payload, wire);
  return { type, event } as MappedEvent;
}

const makers: { [K in keyof ChatEvents]: (payload: Payload, wire: Wire) => ChatEvents[K] } = {
  chatMessageReceived: content,
  chatMessageEdited: (p, wire) => ({ ...content(p, wire), editedOn: date(p, "edittime") }),
  chatMessageDeleted: (p) => ({ ...message(p), deletedOn: date(p, "deletetime") }),
  typingIndicatorReceived: (p) => ({
    ...base(p),
    version: text(p, "version"),
    receivedOn: date(p, "originalArrivalTime"),
  }),
  readReceiptReceived(p) {
    const { consumptionhorizon } = parseObject(p["messageBody"]) ?? {};
    const readOn = { messageBody: +String(consumptionhorizon).split(";")[1]! };
    return {
      ...base(p),
      chatMessageId: text(p, "messageId"),
      readOn: date(readOn, "messageBody"),
    };
  },
  chatThreadCreated: (p) => ({
    ...thread(p),
    createdOn: date(p, "createTime"),
    createdBy: person(p, "createdBy"),
    participants: people(p, "members"),
    ...properties(p),
  }),
  chatThreadPropertiesUpdated: (p) => ({
    ...thread(p),
    updatedOn: date(p, "editTime"),
    updatedBy: person(p, "editedBy"),
    ...properties(p),
  }),
  chatThreadDeleted: (p) => ({
    ...thread(p),
    deletedOn: date(p, "deleteTime"),
    deletedBy: p["deletedBy"] ? person(p, "deletedBy") : participant({ participantId: "" }),
    reason: optional(p, "reason"),
  }),
  participantsAdded: (p) => ({
    ...thread(p),
    addedOn: date(p, "time"),
    addedBy: person(p, "addedBy"),
    participantsAdded: people(p, "participantsAdded"),
  }),
  participantsRemoved: (p) => ({
    ...thread(p),
    removedOn: date(p, "time"),
    removedBy: person(p, "removedBy"),
    participantsRemoved: people(p, "participantsRemoved"),
  }),
};

function base(p: Payload): BaseChatEvent {
  return {
    threadId: text(p, "groupId"),
    sender: identifier(text(p, "senderId")),
    senderDisplayName: optional(p, "senderDisplayName"),
    recipient: identifier(text(p, "recipientMri")),
  };
}

function message(p: Payload): BaseChatMessageEvent {
  const type = text(p, "messageType");
  return {
    ...base(p),
    id: text(p, "messageId"),
    createdOn: date(p, "originalArrivalTime"),
    version: text(p, "version"),
    // Notifications call them Text and RichText/Html; REST calls them text and html.
    type: /html$/i.test(type) ? "html" : /^text$/i.test(type) ? "text" : type,
  };
}

function content(p: Payload, wire: Wire): ChatMessageReceivedEvent {
  const attachments = parseObject(p["attachments"]);
  return {
    ...message(p),
    message: optional(p, "messageBody"),
    metadata: metadata(p["acsChatMessageMetadata"]),
    attachments: Array.isArray(attachments)
      ? (attachments as ChatAttachment[]).map((one) => toAttachment(one, wire))
      : [],
  };
}

/** An image is fetched from the chat endpoint, whatever host the service names. */
function toAttachment(one: ChatAttachment, { endpoint, apiVersion }: Wire): ChatAttachment {
  if (/^image$/i.test(one.attachmentType)) {
    for (const key of ["url", "previewUrl"] as const) {
      if (one[key]) {
        const url = new URL(new URL(one[key], endpoint).pathname, endpoint);
        url.searchParams.set("api-version", apiVersion);
        one[key] = url.href;
      }
    }
  }
  return one;
}

function thread(p: Payload): { threadId: string; version: string } {
  return { threadId: text(p, "threadId"), version: text(p, "version") };
}

function properties(p: Payload) {
  const given = nested(p, "properties");
  const { executeAfter } = parseObject(given["retentionPolicy"]) ?? {};
  const days = parseInt(String(executeAfter));
  const retentionPolicy: ChatRetentionPolicy =
    days > 0 ? { kind: "threadCreationDate", deleteThreadAfterDays: days } : { kind: "none" };
  return {
    properties: {
      topic: optional(given, "topic"),
      metadata: metadata(given["acsChatThreadMetadata"]),
    },
    retentionPolicy,
  };
}

const person = (p: Payload, key: string): ChatEventParticipant => participant(nested(p, key));

function people(p: Payload, key: string): ChatEventParticipant[] {
  const list: unknown = nested(p, key);
  if (!Array.isArray(list)) throw wrong(key);
  return (list as Payload[]).map(participant);
}

function participant(p: Payload): ChatEventParticipant {
  return {
    id: identifier(optional(p, "participantId")),
    displayName: optional(p, "displayName"),
    ...(p["shareHistoryTime"] ? { shareHistoryTime: date(p, "shareHistoryTime") } : {}),
    metadata: metadata(p["memberMetaData"]),
  };
}

/** Who a raw id names, with the fields that the REST API gives. */
export function identifier(rawId: string): CommunicationIdentifierKind {
  if (!rawId) return { kind: "unknown", id: "" };
  const kind = getIdentifierKind(createIdentifierFromRawId(rawId));
  if (kind.kind === "communicationUser" || kind.kind === "unknown") return kind;
  return kind.kind === "phoneNumber" ? { ...kind, rawId } : { cloud: "public", ...kind, rawId };
}

function metadata(json: unknown): Record<string, string> {
  return (parseObject(json) as Record<string, string> | undefined) ?? {};
}

/** JSON that was escaped for its way: as the service does it, or percent-encoded as UTF-8. */
function nested(p: Payload, key: string): Payload {
  const value = parseObject(unescape(text(p, key)));
  if (!value) throw wrong(key);
  return value;
}

function text(p: Payload, key: string): string {
  const value = p[key];
  if (typeof value === "string" && value) return value;
  throw wrong(key);
}

function optional(p: Payload, key: string): string {
  const value = p[key] ?? "";
  if (typeof value === "string") return value;
  throw wrong(key);
}

function date(p: Payload, key: string): Date {
  const value = new Date((p[key] ?? NaN) as string);
  if (Number.isNaN(value.getTime())) throw wrong(key);
  return value;
}

const wrong = (key: string): Error => new Error(`${key} makes no sense`);
