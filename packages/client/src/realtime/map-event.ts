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

type Maker<K extends keyof ChatEvents> = (payload: Payload, wire: Wire) => ChatEvents[K];

/**
 * Makes an event of what the service sends, in the shape and with the values of the REST API.
 * Undefined if its `eventId` is none that is known.
 * @throws `Error` that says which field makes no sense.
 */
export function mapEvent(payload: Payload, wire: Wire): MappedEvent | undefined {
  const { eventId } = payload;
  return typeof eventId === "number" ? makers[eventId]?.(payload, wire) : undefined;
}

const as =
  <K extends keyof ChatEvents>(type: K, make: Maker<K>) =>
  (payload: Payload, wire: Wire) =>
    ({ type, event: make(payload, wire) }) as MappedEvent;

/** By the numbers that the service gives the events. */
const makers: Record<number, ReturnType<typeof as>> = {
  200: as("chatMessageReceived", content),
  245: as("typingIndicatorReceived", (p) => ({
    ...base(p),
    version: text(p, "version"),
    receivedOn: date(p, "originalArrivalTime"),
  })),
  246: as("readReceiptReceived", (p) => {
    const { consumptionhorizon } = parseObject(p["messageBody"]) ?? {};
    return {
      ...base(p),
      chatMessageId: text(p, "messageId"),
      // Read up to where; when, in epoch milliseconds; and by which message.
      readOn: date({ messageBody: +String(consumptionhorizon).split(";")[1]! }, "messageBody"),
    };
  }),
  247: as("chatMessageEdited", (p, wire) => ({
    ...content(p, wire),
    editedOn: date(p, "edittime"),
  })),
  248: as("chatMessageDeleted", (p) => ({ ...message(p), deletedOn: date(p, "deletetime") })),
  257: as("chatThreadCreated", (p) => ({
    ...thread(p),
    createdOn: date(p, "createTime"),
    createdBy: person(p, "createdBy"),
    participants: people(p, "members"),
    ...properties(p),
  })),
  258: as("chatThreadPropertiesUpdated", (p) => ({
    ...thread(p),
    updatedOn: date(p, "editTime"),
    updatedBy: person(p, "editedBy"),
    ...properties(p),
  })),
  259: as("chatThreadDeleted", (p) => ({
    ...thread(p),
    deletedOn: date(p, "deleteTime"),
    deletedBy: p["deletedBy"] ? person(p, "deletedBy") : participant({}),
    reason: optional(p, "reason"),
  })),
  260: as("participantsAdded", (p) => ({
    ...thread(p),
    addedOn: date(p, "time"),
    addedBy: person(p, "addedBy"),
    participantsAdded: people(p, "participantsAdded"),
  })),
  261: as("participantsRemoved", (p) => ({
    ...thread(p),
    removedOn: date(p, "time"),
    removedBy: person(p, "removedBy"),
    participantsRemoved: people(p, "participantsRemoved"),
  })),
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
        const { pathname, search } = new URL(one[key], endpoint);
        const url = new URL(endpoint);
        // Set, not parsed: a path may begin with what looks like a host.
        Object.assign(url, { pathname, search });
        // Without a version of its own it is fetched with the client's.
        if (!search.includes("api-version")) url.searchParams.set("api-version", apiVersion);
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

const rawIds = /^(8|28|4):(?:(orgid|dod|gcch|teamsvisitor|(?:dod-|gcch-)?acs|spool):)?([^]*)$/;

/** Who a raw id names, with the fields that the REST API gives. */
export function identifier(rawId: string): CommunicationIdentifierKind {
  const [, digits, place = "", rest = ""] = rawIds.exec(rawId) ?? [];
  const cloud = (/^(dod|gcch)/.exec(place)?.[0] ?? "public") as "public" | "dod" | "gcch";
  if (digits === "4") {
    const assertedId = /._([^_]*)$/.exec(rest)?.[1];
    return {
      kind: "phoneNumber",
      phoneNumber: rest,
      rawId,
      isAnonymous: rest === "anonymous",
      ...(assertedId && { assertedId }),
    };
  }
  const isAnonymous = place === "teamsvisitor";
  if (digits === "8" && /acs|spool/.test(place)) {
    const [resourceId, tenantId, userId, more] = rest.split("_");
    return resourceId && tenantId && userId && more === undefined && place !== "spool"
      ? { kind: "teamsExtensionUser", userId, tenantId, resourceId, cloud, rawId }
      : { kind: "communicationUser", communicationUserId: rawId };
  }
  if (digits === "8" && place) {
    return { kind: "microsoftTeamsUser", microsoftTeamsUserId: rest, isAnonymous, cloud, rawId };
  }
  return /^(orgid|dod|gcch)$/.test(place)
    ? { kind: "microsoftTeamsApp", teamsAppId: rest, cloud, rawId }
    : { kind: "unknown", id: rawId };
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
  return p[key] ? text(p, key) : "";
}

function date(p: Payload, key: string): Date {
  const value = new Date((p[key] ?? NaN) as string);
  if (Number.isNaN(value.getTime())) throw wrong(key);
  return value;
}

const wrong = (key: string): Error => new Error(`${key} makes no sense`);
