import type { CommunicationIdentifierKind } from "@azure/communication-common";
import type { ChatAttachment, ChatRetentionPolicy } from "../models.ts";
import type { ChatEvents } from "./events.ts";
import { fail, type Fields as Payload, parseObject, text } from "./fields.ts";

type Wire = { endpoint: string; apiVersion: string };

/** An event as the application gets it; without a type when it is none that is known. */
export type MappedEvent =
  | { [K in keyof ChatEvents]: [type: K, event: ChatEvents[K]] }[keyof ChatEvents]
  | [type: undefined, event: object];

/** Reads a field of a payload. */
type Read = (payload: Payload, key: string, wire: Wire) => unknown;
/** Fields of an event by their names: how each is read, and what the service calls it if it differs. */
type Fields = Record<string, readonly [read: Read, key?: string]>;

/**
 * Makes an event of what the service sends, in the shape and with the values of the REST API, by its
 * `eventId`.
 * @throws `Error` that says which field makes no sense.
 */
export function mapEvent(payload: Payload, wire: Wire): MappedEvent {
  const { eventId } = payload;
  const [type, fields = {}] = (typeof eventId === "number" && events[eventId]) || [];
  return [type, make(fields, payload, wire)] as unknown as MappedEvent;
}

/** Makes an object of a payload, field by field. */
function make(fields: Fields, payload: Payload, wire?: Wire): Payload {
  const made: Payload = {};
  for (const name in fields) {
    const [read, key = name] = fields[name]!;
    const value = read(payload, key, wire!);
    if (value !== undefined) made[name] = value;
  }
  return made;
}

const optional = (p: Payload, key: string): string => (p[key] ? text(p, key) : "");

const toDate = (value: unknown, key: string): Date => {
  const time = new Date((value ?? NaN) as string);
  return isNaN(+time) ? fail(key) : time;
};

const date = (p: Payload, key: string): Date => toDate(p[key], key);

const who = (p: Payload, key: string): CommunicationIdentifierKind => identifier(text(p, key));

/** Message types as the service's notifications name them, and as REST does. */
export const messageTypes = new Map([
  ["Text", "text"],
  ["RichText/Html", "html"],
]);

const messageType = (p: Payload, key: string): string => {
  const type = text(p, key);
  return messageTypes.get(type) ?? type;
};

const metadata = (p: Payload, key: string): Payload => parseObject(p[key]) ?? {};

/** JSON of `{consumptionhorizon}`: read up to where; when, in epoch milliseconds; and by which message. */
const readOn = (p: Payload, key: string): Date =>
  toDate(+(/consumptionhorizon[^;]*;(\d+)/.exec(text(p, key))?.[1] as string), key);

/** JSON that was escaped for its way. */
const nested = (p: Payload, key: string): Payload =>
  parseObject(unescape(text(p, key))) ?? fail(key);

const participant = (p: Payload): Payload => make(participantFields, p);

const person = (p: Payload, key: string): Payload => participant(nested(p, key));

/** Nobody, when nobody is named. */
const anybody = (p: Payload, key: string): Payload => (p[key] ? person(p, key) : participant({}));

const people = (p: Payload, key: string): Payload[] => {
  const list: unknown = nested(p, key);
  return Array.isArray(list) ? list.map(participant) : fail(key);
};

const properties = (p: Payload, key: string): Payload => make(propertyFields, nested(p, key));

/** `{"executeAfter": "60.00:00:00"}` within the properties: days, hours, minutes and seconds. */
const retention = (p: Payload, key: string): ChatRetentionPolicy => {
  const days = parseInt(metadata(nested(p, key), "retentionPolicy")["executeAfter"] as string);
  return days > 0 ? { kind: "threadCreationDate", deleteThreadAfterDays: days } : { kind: "none" };
};

const attachments = (p: Payload, key: string, { endpoint, apiVersion }: Wire): ChatAttachment[] => {
  const list = parseObject(p[key]);
  if (!Array.isArray(list)) return [];
  for (const one of list as ChatAttachment[]) {
    if (!/^image$/i.test(one.attachmentType)) continue;
    for (const name of ["url", "previewUrl"] as const) {
      if (one[name]) {
        // An image is fetched from the chat endpoint, whatever host the service names.
        const { pathname, search } = new URL(one[name], endpoint);
        const version = `${search ? "&" : "?"}api-version=${apiVersion}`;
        const query = search + (/api-version/.test(search) ? "" : version);
        one[name] = new URL(endpoint).origin + pathname + query;
      }
    }
  }
  return list as ChatAttachment[];
};

const participantFields: Fields = {
  id: [(p, key) => identifier(optional(p, key)), "participantId"],
  displayName: [optional],
  shareHistoryTime: [(p, key) => (p[key] ? date(p, key) : undefined)],
  metadata: [metadata, "memberMetaData"],
};
const propertyFields: Fields = { topic: [optional], metadata: [metadata, "acsChatThreadMetadata"] };
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

/** Raw ids, and who they name with the fields that the REST API gives: clouds have places of their own. */
const kinds: [RegExp, (rawId: string, ...parts: (string | undefined)[]) => object][] = [
  [
    /^8:(?:(dod|gcch)-)?acs:([^_]+)_([^_]+)_([^_]+)$/,
    (rawId, cloud = "public", resourceId, tenantId, userId) => ({
      kind: "teamsExtensionUser",
      userId,
      tenantId,
      resourceId,
      cloud,
      rawId,
    }),
  ],
  [
    /^8:(?:(?:dod-|gcch-)?acs|spool):[^]*/,
    (communicationUserId) => ({ kind: "communicationUser", communicationUserId }),
  ],
  [
    /^8:(?:orgid|(teamsvisitor)|(dod|gcch)):([^]*)/,
    (rawId, visitor, cloud = "public", microsoftTeamsUserId) => ({
      kind: "microsoftTeamsUser",
      microsoftTeamsUserId,
      isAnonymous: !!visitor,
      cloud,
      rawId,
    }),
  ],
  [
    /^28:(?:orgid|(dod|gcch)):([^]*)/,
    (rawId, cloud = "public", teamsAppId) => ({
      kind: "microsoftTeamsApp",
      teamsAppId,
      cloud,
      rawId,
    }),
  ],
  [
    /^4:([^]+_([^_]*)|[^]*)$/,
    (rawId, phoneNumber, assertedId) => ({
      kind: "phoneNumber",
      phoneNumber,
      rawId,
      isAnonymous: phoneNumber === "anonymous",
      ...(assertedId && { assertedId }),
    }),
  ],
];

/** Who a raw id names, with the fields that the REST API gives. */
export function identifier(rawId: string): CommunicationIdentifierKind {
  for (const [shape, toKind] of kinds) {
    const match = shape.exec(rawId);
    if (match) return toKind(...(match as unknown as [string])) as CommunicationIdentifierKind;
  }
  return { kind: "unknown", id: rawId };
}
