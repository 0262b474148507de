import type { CommunicationIdentifierKind } from "@azure/communication-common";
import type { ChatRetentionPolicy, PolicyViolation } from "../../models.ts";
import type { ChatEvents, StreamingMessageMetadata } from "../events.ts";
import { type ChatResource, readAttachments } from "./attachments.ts";
import {
  optionalText,
  requireDate,
  requireEscapedJson,
  requireEscapedList,
  requireText,
  toDate,
} from "./fields.ts";
import { toIdentifier } from "./identifiers.ts";
import { type JsonRecord, parseRecord } from "./json.ts";
import { messageTypes } from "./message-types.ts";

/** An event in its public shape; without a type if the service's event is unknown. */
export type MappedEvent =
  | { [K in keyof ChatEvents]: [type: K, event: ChatEvents[K]] }[keyof ChatEvents]
  | [type: undefined, event: object];

/** Reads one field of a payload. */
type Read = (payload: JsonRecord, key: string, resource: ChatResource) => unknown;
/** For each field of an event: how to read it, and its name in the payload if that differs. */
type Fields = Record<string, readonly [read: Read, key?: string]>;

/**
 * Converts the payload of the service's event to its public shape, with the values of the REST API.
 * The payload's `eventId` decides which event it is.
 * @throws `Error` that names the field that cannot be read.
 */
export function mapEvent(payload: JsonRecord, resource: ChatResource): MappedEvent {
  const { eventId } = payload;
  const [type, fields = {}] = (typeof eventId === "number" && events[eventId]) || [];
  return [type, readFields(fields, payload, resource)] as unknown as MappedEvent;
}

function readFields(fields: Fields, payload: JsonRecord, resource: ChatResource): JsonRecord {
  const made: JsonRecord = {};
  for (const [name, [read, key = name]] of Object.entries(fields)) {
    const value = read(payload, key, resource);
    if (value !== undefined) made[name] = value;
  }
  return made;
}

const identifier = (payload: JsonRecord, key: string): CommunicationIdentifierKind =>
  toIdentifier(requireText(payload, key));

const optionalDate = (payload: JsonRecord, key: string): Date | undefined =>
  payload[key] ? requireDate(payload, key) : undefined;

const metadata = (payload: JsonRecord, key: string): JsonRecord => parseRecord(payload[key]) ?? {};

const messageType = (payload: JsonRecord, key: string): string => {
  const type = requireText(payload, key);
  return messageTypes.get(type) ?? type;
};

/** The time of a read receipt in epoch milliseconds: `consumptionhorizon` is `"<id>;<time>;<id>"`. */
const readOn = (payload: JsonRecord, key: string): Date => {
  const { consumptionhorizon } = parseRecord(requireText(payload, key)) ?? {};
  const [, time = ""] = String(consumptionhorizon).split(";");
  return toDate(payload, key, Number.parseInt(time, 10));
};

const policyViolation = (payload: JsonRecord, key: string): PolicyViolation | undefined => {
  const { result } = parseRecord(payload[key]) ?? {};
  // Results that a later API version adds are kept.
  return typeof result === "string" ? { result: result as "warning" } : undefined;
};

/** `streaming` is JSON of `{contentType, sequenceNumber, streamEndReason}`. */
const streamingMetadata = (
  payload: JsonRecord,
  key: string,
): StreamingMessageMetadata | undefined => {
  const streaming = parseRecord(payload[key]);
  if (!streaming) return undefined;
  const { contentType, sequenceNumber, streamEndReason } = streaming;
  const number = Number(sequenceNumber ?? Number.NaN);
  return {
    ...(typeof contentType === "string" && { streamingMessageType: contentType as "start" }),
    ...(Number.isFinite(number) && { streamingSequenceNumber: number }),
    ...(typeof streamEndReason === "string" && { streamEndReason: streamEndReason as "completed" }),
  };
};

const participant = (payload: JsonRecord, resource: ChatResource): JsonRecord =>
  readFields(participantFields, payload, resource);

const person: Read = (payload, key, resource) =>
  participant(requireEscapedJson(payload, key), resource);

/** Returns a participant with an empty id if the payload has none. */
const optionalPerson: Read = (payload, key, resource) =>
  payload[key] ? person(payload, key, resource) : participant({}, resource);

const people: Read = (payload, key, resource) =>
  requireEscapedList(payload, key).map((one) => participant(one, resource));

const properties: Read = (payload, key, resource) =>
  readFields(propertyFields, requireEscapedJson(payload, key), resource);

/** `retentionPolicy` within the properties is JSON with `executeAfter`: `"60.00:00:00"` is 60 days. */
const retentionPolicy = (payload: JsonRecord, key: string): ChatRetentionPolicy => {
  const policy = metadata(requireEscapedJson(payload, key), "retentionPolicy");
  const days = Number.parseInt(String(policy["executeAfter"]), 10);
  return days > 0 ? { kind: "threadCreationDate", deleteThreadAfterDays: days } : { kind: "none" };
};

const participantFields: Fields = {
  id: [(payload, key) => toIdentifier(optionalText(payload, key)), "participantId"],
  displayName: [optionalText],
  shareHistoryTime: [optionalDate],
  metadata: [metadata, "memberMetaData"],
};
const propertyFields: Fields = {
  topic: [optionalText],
  metadata: [metadata, "acsChatThreadMetadata"],
};
const chatEvent: Fields = {
  threadId: [requireText, "groupId"],
  sender: [identifier, "senderId"],
  senderDisplayName: [optionalText],
  recipient: [identifier, "recipientMri"],
};
const messageEvent: Fields = {
  ...chatEvent,
  id: [requireText, "messageId"],
  createdOn: [requireDate, "originalArrivalTime"],
  version: [requireText],
  type: [messageType, "messageType"],
};
const messageReceived: Fields = {
  ...messageEvent,
  message: [optionalText, "messageBody"],
  metadata: [metadata, "acsChatMessageMetadata"],
  attachments: [readAttachments],
  streamingMetadata: [streamingMetadata, "streaming"],
};
const messageEdited: Fields = {
  ...messageReceived,
  editedOn: [requireDate, "edittime"],
  policyViolation: [policyViolation],
};
const threadEvent: Fields = { threadId: [requireText], version: [requireText] };
const threadWithProperties: Fields = {
  ...threadEvent,
  properties: [properties],
  retentionPolicy: [retentionPolicy, "properties"],
};

/** The events by the service's `eventId`. */
const events: Record<number, readonly [type: keyof ChatEvents, fields: Fields]> = {
  200: ["chatMessageReceived", messageReceived],
  245: [
    "typingIndicatorReceived",
    { ...chatEvent, version: [requireText], receivedOn: [requireDate, "originalArrivalTime"] },
  ],
  246: [
    "readReceiptReceived",
    {
      ...chatEvent,
      chatMessageId: [requireText, "messageId"],
      readOn: [readOn, "messageBody"],
    },
  ],
  247: ["chatMessageEdited", messageEdited],
  248: ["chatMessageDeleted", { ...messageEvent, deletedOn: [requireDate, "deletetime"] }],
  250: ["streamingChatMessageStarted", messageReceived],
  251: ["streamingChatMessageChunkReceived", messageEdited],
  257: [
    "chatThreadCreated",
    {
      ...threadWithProperties,
      createdOn: [requireDate, "createTime"],
      createdBy: [person],
      participants: [people, "members"],
    },
  ],
  258: [
    "chatThreadPropertiesUpdated",
    {
      ...threadWithProperties,
      updatedOn: [requireDate, "editTime"],
      updatedBy: [person, "editedBy"],
    },
  ],
  259: [
    "chatThreadDeleted",
    {
      ...threadEvent,
      deletedOn: [requireDate, "deleteTime"],
      deletedBy: [optionalPerson],
      reason: [optionalText],
    },
  ],
  260: [
    "participantsAdded",
    {
      ...threadEvent,
      addedOn: [requireDate, "time"],
      addedBy: [person],
      participantsAdded: [people],
    },
  ],
  261: [
    "participantsRemoved",
    {
      ...threadEvent,
      removedOn: [requireDate, "time"],
      removedBy: [person],
      participantsRemoved: [people],
    },
  ],
};
