import type { CommunicationIdentifierKind } from "@azure/communication-common";
import type { ChatAttachment, ChatRetentionPolicy } from "../models.ts";
import type { ChatEventParticipant, ChatEvents } from "./events.ts";
import { parseObject } from "./frames.ts";

type Payload = Record<string, unknown>;
type Wire = { endpoint: string; apiVersion: string };

/** An event as the application gets it. */
export type MappedEvent = {
  [K in keyof ChatEvents]: { type: K; event: ChatEvents[K] };
}[keyof ChatEvents];

/** Reads a field of a payload. */
type Read = (payload: Payload, key: string, wire: Wire) => unknown;
/** Fields of an event by their names: how each is read, and what the service calls it if it differs. */
type Fields = Record<string, readonly [read: Read, key?: string]>;

/**
 * Makes an event of what the service sends, in the shape and with the values of the REST API.
 * Undefined if its `eventId` is none that is known.
 * @throws `Error` that says which field makes no sense.
 */
export function mapEvent(payload: Payload, wire: Wire): MappedEvent | undefined {
  const { eventId } = payload;
  const [type, fields] = (typeof eventId === "number" && events[eventId]) || [];
  if (!fields) return undefined;
  const event: Payload = {};
  for (const name in fields) {
    const [read, key = name] = fields[name]!;
    event[name] = read(payload, key, wire);
  }
  return { type, event } as unknown as MappedEvent;
}

const text: Read & ((p: Payload, key: string) => string) = (p, key) => {
  const value = p[key];
  if (typeof value === "string" && value) return value;
  throw wrong(key);
};

const optional = (p: Payload, key: string): string => (p[key] ? text(p, key) : "");

const date = (p: Payload, key: string): Date => {
  const value = new Date((p[key] ?? NaN) as string);
  if (Number.isNaN(value.getTime())) throw wrong(key);
  return value;
};

const who = (p: Payload, key: string): CommunicationIdentifierKind => identifier(text(p, key));

/** Notifications say Text and RichText/Html where REST says text and html. */
const messageType = (p: Payload, key: string): string => {
  const type = text(p, key);
  return /html$/i.test(type) ? "html" : /^text$/i.test(type) ? "text" : type;
};

const metadata = (p: Payload, key: string): Payload => parseObject(p[key]) ?? {};

/** JSON of `{consumptionhorizon}`: read up to where; when, in epoch milliseconds; and by which message. */
const readOn = (p: Payload, key: string): Date => {
  const { consumptionhorizon } = metadata(p, key);
  return date({ [key]: +String(consumptionhorizon).split(";")[1]! }, key);
};

/** JSON that was escaped for its way. */
const nested = (p: Payload, key: string): Payload => {
  const value = parseObject(unescape(text(p, key)));
  if (!value) throw wrong(key);
  return value;
};

const person = (p: Payload, key: string): ChatEventParticipant => participant(nested(p, key));

/** Nobody, when nobody is named. */
const anybody = (p: Payload, key: string): ChatEventParticipant =>
  p[key] ? person(p, key) : participant({});

const people = (p: Payload, key: string): ChatEventParticipant[] => {
  const list: unknown = nested(p, key);
  if (!Array.isArray(list)) throw wrong(key);
  return (list as Payload[]).map(participant);
};

const participant = (p: Payload): ChatEventParticipant => ({
  id: identifier(optional(p, "participantId")),
  displayName: optional(p, "displayName"),
  ...(p["shareHistoryTime"] ? { shareHistoryTime: date(p, "shareHistoryTime") } : {}),
  metadata: metadata(p, "memberMetaData") as Record<string, string>,
});

const properties = (p: Payload, key: string) => {
  const given = nested(p, key);
  return { topic: optional(given, "topic"), metadata: metadata(given, "acsChatThreadMetadata") };
};

/** `{"executeAfter": "60.00:00:00"}` within the properties: days, hours, minutes and seconds. */
const retention = (p: Payload, key: string): ChatRetentionPolicy => {
  const days = parseInt(String(metadata(nested(p, key), "retentionPolicy")["executeAfter"]));
  return days > 0 ? { kind: "threadCreationDate", deleteThreadAfterDays: days } : { kind: "none" };
};

const attachments = (p: Payload, key: string, { endpoint, apiVersion }: Wire): ChatAttachment[] => {
  const list = parseObject(p[key]);
  if (!Array.isArray(list)) return [];
  for (const one of list as ChatAttachment[]) {
    if (!/^image$/i.test(one.attachmentType)) continue;
    for (const name of ["url", "previewUrl"] as const) {
      if (!one[name]) continue;
      // An image is fetched from the chat endpoint, whatever host the service names. Path and query are
      // set, not parsed: a path may begin with what looks like a host.
      const { pathname, search } = new URL(one[name], endpoint);
      const url = Object.assign(new URL(endpoint), { pathname, search });
      if (!search.includes("api-version")) url.searchParams.set("api-version", apiVersion);
      one[name] = url.href;
    }
  }
  return list as ChatAttachment[];
};

const base: Fields = {
  threadId: [text, "groupId"],
  sender: [who, "senderId"],
  senderDisplayName: [optional],
  recipient: [who, "recipientMri"],
};
const message: Fields = {
  ...base,
  id: [text, "messageId"],
  createdOn: [date, "originalArrivalTime"],
  version: [text],
  type: [messageType, "messageType"],
};
const content: Fields = {
  ...message,
  message: [optional, "messageBody"],
  metadata: [metadata, "acsChatMessageMetadata"],
  attachments: [attachments],
};
const thread: Fields = { threadId: [text], version: [text] };
const named: Fields = {
  ...thread,
  properties: [properties],
  retentionPolicy: [retention, "properties"],
};

/** The events by the numbers that the service gives them. */
const events: Record<number, readonly [type: keyof ChatEvents, fields: Fields]> = {
  200: ["chatMessageReceived", content],
  245: [
    "typingIndicatorReceived",
    { ...base, version: [text], receivedOn: [date, "originalArrivalTime"] },
  ],
  246: [
    "readReceiptReceived",
    { ...base, chatMessageId: [text, "messageId"], readOn: [readOn, "messageBody"] },
  ],
  247: ["chatMessageEdited", { ...content, editedOn: [date, "edittime"] }],
  248: ["chatMessageDeleted", { ...message, deletedOn: [date, "deletetime"] }],
  257: [
    "chatThreadCreated",
    {
      ...named,
      createdOn: [date, "createTime"],
      createdBy: [person],
      participants: [people, "members"],
    },
  ],
  258: [
    "chatThreadPropertiesUpdated",
    { ...named, updatedOn: [date, "editTime"], updatedBy: [person, "editedBy"] },
  ],
  259: [
    "chatThreadDeleted",
    { ...thread, deletedOn: [date, "deleteTime"], deletedBy: [anybody], reason: [optional] },
  ],
  260: [
    "participantsAdded",
    { ...thread, addedOn: [date, "time"], addedBy: [person], participantsAdded: [people] },
  ],
  261: [
    "participantsRemoved",
    { ...thread, removedOn: [date, "time"], removedBy: [person], participantsRemoved: [people] },
  ],
};

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

const wrong = (key: string): Error => new Error(`${key} makes no sense`);
