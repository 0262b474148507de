import { deserializeCommunicationIdentifier } from "@azure/communication-common";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/support/any-text.ts";
import type { ChatThreadPropertiesUpdatedEvent } from "../events.ts";
import { toIdentifier as identifier } from "./identifiers.ts";
import { mapEvent } from "./map-event.ts";

const wire = { endpoint: "https://chat.test", apiVersion: "2025-03-15" };
const alice = "8:acs:res_alice";
const escaped = (value: unknown): string => escape(JSON.stringify(value));
const thread = { threadId: "19:t@thread.v2", version: "17" };
const base = {
  groupId: "19:t@thread.v2",
  senderId: alice,
  senderDisplayName: "Alice",
  recipientMri: "8:acs:res_bob",
  version: "17",
};
const message = {
  ...base,
  messageId: "16",
  originalArrivalTime: "2025-03-15T12:00:00Z",
  messageType: "RichText/Html",
  messageBody: "<b>hi</b>",
};
const person = { participantId: alice, displayName: "Ali ce 🍜", memberMetaData: '{"a":"b"}' };
const mapped = {
  id: { kind: "communicationUser", communicationUserId: alice },
  displayName: "Ali ce 🍜",
  metadata: { a: "b" },
};
const noon = new Date("2025-03-15T12:00:00Z");

describe("an event", () => {
  it.each([
    [
      { ...message, eventId: 200 },
      "chatMessageReceived",
      {
        id: "16",
        type: "html",
        message: "<b>hi</b>",
        createdOn: noon,
        metadata: {},
        attachments: [],
      },
    ],
    [
      {
        ...message,
        eventId: 247,
        edittime: "2025-03-15T12:00:00Z",
        acsChatMessageMetadata: '{"k":"v"}',
      },
      "chatMessageEdited",
      { editedOn: noon, metadata: { k: "v" } },
    ],
    [
      {
        ...message,
        eventId: 247,
        edittime: "2025-03-15T12:00:00Z",
        policyViolation: '{"result":"contentBlocked"}',
      },
      "chatMessageEdited",
      { policyViolation: { result: "contentBlocked" } },
    ],
    [
      { ...message, eventId: 250, streaming: '{"contentType":"start","sequenceNumber":1}' },
      "streamingChatMessageStarted",
      {
        message: "<b>hi</b>",
        streamingMetadata: { streamingMessageType: "start", streamingSequenceNumber: 1 },
      },
    ],
    [
      {
        ...message,
        eventId: 251,
        edittime: "2025-03-15T12:00:00Z",
        streaming: '{"contentType":"final","sequenceNumber":"3","streamEndReason":"completed"}',
      },
      "streamingChatMessageChunkReceived",
      {
        editedOn: noon,
        streamingMetadata: {
          streamingMessageType: "final",
          streamingSequenceNumber: 3,
          streamEndReason: "completed",
        },
      },
    ],
    [
      { ...message, eventId: 248, deletetime: "2025-03-15T12:00:00Z" },
      "chatMessageDeleted",
      { deletedOn: noon, type: "html" },
    ],
    [{ ...message, eventId: 245 }, "typingIndicatorReceived", { receivedOn: noon, version: "17" }],
    [
      {
        ...base,
        eventId: 246,
        messageId: "16",
        messageBody: '{"consumptionhorizon":"16;1742040000000;16"}',
      },
      "readReceiptReceived",
      { chatMessageId: "16", readOn: noon },
    ],
    [
      {
        ...thread,
        eventId: 257,
        createTime: "2025-03-15T12:00:00Z",
        createdBy: escaped(person),
        members: escaped([person]),
        properties: escaped({
          topic: "Tö 🍜",
          acsChatThreadMetadata: '{"x":"y"}',
          retentionPolicy:
            '{"retentionPolicyType":"DeleteAfterCreationTime","executeAfter":"60.00:00:00"}',
        }),
      },
      "chatThreadCreated",
      {
        createdOn: noon,
        createdBy: mapped,
        participants: [mapped],
        properties: { topic: "Tö 🍜", metadata: { x: "y" } },
        retentionPolicy: { kind: "threadCreationDate", deleteThreadAfterDays: 60 },
      },
    ],
    [
      {
        ...thread,
        eventId: 258,
        editTime: "2025-03-15T12:00:00Z",
        editedBy: escaped(person),
        properties: escaped({ topic: "T" }),
      },
      "chatThreadPropertiesUpdated",
      { updatedOn: noon, updatedBy: mapped, retentionPolicy: { kind: "none" } },
    ],
    [
      {
        ...thread,
        eventId: 259,
        deleteTime: "2025-03-15T12:00:00Z",
        deletedBy: escaped(person),
        reason: "deletedByUser",
      },
      "chatThreadDeleted",
      { deletedOn: noon, deletedBy: mapped, reason: "deletedByUser" },
    ],
    [
      { ...thread, eventId: 259, deleteTime: "2025-03-15T12:00:00Z", reason: "deletedByPolicy" },
      "chatThreadDeleted",
      { deletedBy: { id: { kind: "unknown", id: "" } }, reason: "deletedByPolicy" },
    ],
    [
      {
        ...thread,
        eventId: 260,
        time: "2025-03-15T12:00:00Z",
        addedBy: escaped(person),
        participantsAdded: escaped([{ ...person, shareHistoryTime: "2025-03-15T12:00:00Z" }]),
      },
      "participantsAdded",
      {
        addedOn: noon,
        addedBy: mapped,
        participantsAdded: [{ ...mapped, shareHistoryTime: noon }],
      },
    ],
    [
      {
        ...thread,
        eventId: 261,
        time: "2025-03-15T12:00:00Z",
        removedBy: escaped(person),
        participantsRemoved: escaped([person]),
      },
      "participantsRemoved",
      { removedOn: noon, removedBy: mapped, participantsRemoved: [mapped] },
    ],
  ])("%# is mapped", (payload, type, event) => {
    const result = mapEvent(payload, wire);
    expect(result[0]).toBe(type);
    expect(result[1]).toMatchObject(event);
  });

  it("of an unknown id is ignored", () => {
    expect(mapEvent({ eventId: 299 }, wire)[0]).toBeUndefined();
    expect(mapEvent({ eventId: "200" }, wire)[0]).toBeUndefined();
    expect(mapEvent({ eventId: "constructor" }, wire)[0]).toBeUndefined();
  });

  it("of a message that is not streamed has no streaming metadata and no policy violation", () => {
    const edited = { ...message, eventId: 247, edittime: "2025-03-15T12:00:00Z" };
    const [, event] = mapEvent(edited, wire);
    expect(event).not.toHaveProperty("streamingMetadata");
    expect(event).not.toHaveProperty("policyViolation");
  });

  it("with a missing property throws an error that names it", () => {
    expect(() => mapEvent({ ...message, eventId: 200, senderId: undefined }, wire)).toThrow(
      "senderId",
    );
    expect(() => mapEvent({ ...message, eventId: 200, version: 7 }, wire)).toThrow("version");
    expect(() => mapEvent({ ...message, eventId: 247 }, wire)).toThrow("edittime");
    expect(() =>
      mapEvent({ ...base, eventId: 246, messageId: "1", messageBody: "{}" }, wire),
    ).toThrow("messageBody");
    expect(() =>
      mapEvent(
        {
          ...thread,
          eventId: 260,
          time: "2025-03-15T12:00:00Z",
          addedBy: escaped(person),
          participantsAdded: "{",
        },
        wire,
      ),
    ).toThrow("participantsAdded");
  });

  it("returns URLs of the chat endpoint for images, and the unchanged URLs of other attachments", () => {
    const attachments = [
      {
        id: "1",
        attachmentType: "image",
        url: "https://elsewhere.test//evil.test/b?x=1",
        previewUrl: "/p?api-version=preview",
      },
      { id: "2", attachmentType: "file", url: "https://files.test/f" },
    ];
    const result = mapEvent(
      { ...message, eventId: 200, attachments: JSON.stringify(attachments) },
      wire,
    );
    expect(result[1]).toMatchObject({
      attachments: [
        {
          url: "https://chat.test//evil.test/b?x=1&api-version=2025-03-15",
          previewUrl: "https://chat.test/p?api-version=preview",
        },
        attachments[1],
      ],
    });
  });

  it("keeps any topic unchanged through the service's escapes", () => {
    fc.assert(
      fc.property(anyText(), (topic) => {
        const payload = {
          ...thread,
          eventId: 258,
          editTime: "2025-03-15T12:00:00Z",
          editedBy: escaped(person),
          properties: escaped({ topic }),
        };
        const { properties } = mapEvent(payload, wire)[1] as ChatThreadPropertiesUpdatedEvent;
        expect(properties.topic).toBe(topic);
      }),
    );
  });

  it("is mapped or rejected for any payload", () => {
    const eventId = fc.constantFrom(200, 245, 246, 247, 248, 250, 251, 257, 258, 259, 260, 261);
    const field = fc.oneof(fc.string(), fc.jsonValue(), fc.constant("{}"), fc.constant("[null]"));
    const keys = fc.constantFrom(
      ...Object.keys({ ...message, ...thread, members: 0, createdBy: 0, properties: 0 }),
    );
    fc.assert(
      fc.property(eventId, fc.dictionary(keys, field), (id, fields) => {
        const make = () => mapEvent({ ...message, ...fields, eventId: id }, wire);
        let outcome: unknown;
        try {
          outcome = make();
        } catch (error) {
          outcome = error;
        }
        expect(outcome instanceof Error || typeof outcome === "object").toBe(true);
      }),
    );
  });
});

const team = (kind: string, more: object) => ({ kind, ...more });

describe("an identifier", () => {
  it.each([
    ["8:acs:r_u", team("communicationUser", { communicationUser: { id: "8:acs:r_u" } })],
    ["8:spool:a_b_c", team("communicationUser", { communicationUser: { id: "8:spool:a_b_c" } })],
    ["8:gcch-acs:r_u", team("communicationUser", { communicationUser: { id: "8:gcch-acs:r_u" } })],
    [
      "8:acs:r_t_u",
      team("teamsExtensionUser", {
        teamsExtensionUser: { userId: "u", tenantId: "t", resourceId: "r", cloud: "public" },
      }),
    ],
    [
      "8:dod-acs:r_t_u",
      team("teamsExtensionUser", {
        teamsExtensionUser: { userId: "u", tenantId: "t", resourceId: "r", cloud: "dod" },
      }),
    ],
    [
      "8:orgid:u",
      team("microsoftTeamsUser", {
        microsoftTeamsUser: { userId: "u", isAnonymous: false, cloud: "public" },
      }),
    ],
    [
      "8:gcch:u",
      team("microsoftTeamsUser", {
        microsoftTeamsUser: { userId: "u", isAnonymous: false, cloud: "gcch" },
      }),
    ],
    [
      "8:teamsvisitor:u",
      team("microsoftTeamsUser", {
        microsoftTeamsUser: { userId: "u", isAnonymous: true, cloud: "public" },
      }),
    ],
    [
      "28:orgid:a",
      team("microsoftTeamsApp", { microsoftTeamsApp: { appId: "a", cloud: "public" } }),
    ],
    ["28:dod:a", team("microsoftTeamsApp", { microsoftTeamsApp: { appId: "a", cloud: "dod" } })],
    ["4:+12065550100", team("phoneNumber", { phoneNumber: { value: "+12065550100" } })],
    [
      "4:anonymous",
      team("phoneNumber", { phoneNumber: { value: "anonymous", isAnonymous: true } }),
    ],
    [
      "4:+1206_asserted",
      team("phoneNumber", { phoneNumber: { value: "+1206_asserted", assertedId: "asserted" } }),
    ],
    ["28:bot", team("unknown", {})],
    ["8:other:x", team("unknown", {})],
    ["", team("unknown", {})],
  ])("of %j equals the one from REST", (rawId, wireModel) => {
    expect(identifier(rawId)).toEqual(
      deserializeCommunicationIdentifier({ ...wireModel, rawId } as never),
    );
  });

  it("is returned for any text", () => {
    fc.assert(
      fc.property(fc.string(), (rawId) => {
        expect(identifier(`8:${rawId}`).kind).toBeTypeOf("string");
      }),
    );
  });
});
