import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../test/support/any-text.ts";
import type { DomainEvent, DomainEventBody } from "../engine/events.ts";
import type { MessageRecord, ThreadRecord } from "../engine/records.ts";
import { notificationOf } from "./payloads.ts";

const at = Date.UTC(2026, 0, 1, 12, 0, 0, 345);
const threadId = "19:t@thread.v2";
const alice = "8:acs:r_alice";
const message: MessageRecord = {
  threadId,
  id: at,
  type: "html",
  sequence: 3,
  version: at,
  createdOn: at,
  senderId: alice,
  senderDisplayName: "Alice",
  message: "<b>hi</b>",
};
const thread: ThreadRecord = {
  id: threadId,
  topic: "T",
  createdOn: at,
  createdBy: alice,
  lastMessageOn: at,
  lastVersion: at + 1,
  lastSequence: 2,
};

/** Returns the notification of an event, as its recipient parses it. */
function notify(body: DomainEventBody, nameOf = (): string | undefined => undefined) {
  const event: DomainEvent = { ...body, number: 1, threadId, recipients: [alice] };
  return JSON.parse(notificationOf(event, nameOf)!("8:acs:r_bob")) as Record<string, string>;
}

/** Parses a part that is JSON, as the client does. */
const part = (text: string | undefined): unknown => JSON.parse(unescape(text!));

describe("a notification", () => {
  it("of a message has the dates of REST and the type names of the service", () => {
    expect(notify({ type: "chatMessageReceived", message })).toEqual({
      eventId: 200,
      groupId: threadId,
      senderId: alice,
      senderDisplayName: "Alice",
      recipientMri: "8:acs:r_bob",
      messageId: String(at),
      clientMessageId: String(at),
      version: String(at),
      originalArrivalTime: "2026-01-01T12:00:00Z",
      messageType: "RichText/Html",
      messageBody: "<b>hi</b>",
      acsChatMessageMetadata: "{}",
    });
    expect(
      notify({ type: "chatMessageReceived", message: { ...message, type: "text" } }),
    ).toMatchObject({
      messageType: "Text",
    });
  });

  it("of a message with attachments links to them without an origin", () => {
    const attachments = [{ id: "i1", attachmentType: "image", name: "a.png" }];
    const { attachments: json } = notify({
      type: "chatMessageEdited",
      message: { ...message, attachments, editedOn: at + 5000 },
    });
    const [one] = JSON.parse(json!) as { url: string; name: string }[];
    expect(one!.name).toBe("a.png");
    expect(one!.url).toMatch(
      /^\/chat\/threads\/19%3At@thread\.v2\/images\/i1\/view\/original\?api-version=/,
    );
  });

  it("of a deleted message does not contain its content", () => {
    const payload = notify({
      type: "chatMessageDeleted",
      message: { ...message, message: "", deletedOn: at + 1000 },
    });
    expect(payload).toMatchObject({ eventId: 248, deletetime: "2026-01-01T12:00:01Z" });
    expect(payload).not.toHaveProperty("messageBody");
  });

  it("of a thread that was deleted by a policy does not name a user", () => {
    const payload = notify({ type: "chatThreadDeleted", thread, deletedOn: at });
    expect(payload).toMatchObject({ eventId: 259, reason: "deletedByPolicy" });
    expect(payload).not.toHaveProperty("deletedBy");
  });

  it("of a changed thread has the user's display name and an increasing version", () => {
    const payload = notify(
      { type: "chatThreadPropertiesUpdated", thread, updatedBy: alice, updatedOn: at + 9000 },
      () => "Alice",
    );
    expect(part(payload["editedBy"])).toEqual({ participantId: alice, displayName: "Alice" });
    expect(payload["version"]).toBe(String(at + 9000));
  });

  it("of a receipt has its time in milliseconds", () => {
    const payload = notify({
      type: "readReceiptReceived",
      senderId: alice,
      messageId: at,
      readOn: at + 7,
    });
    expect(JSON.parse(payload["messageBody"]!)).toMatchObject({
      consumptionhorizon: `${at};${at + 7};${at}`,
    });
  });

  it("preserves any topic, name and metadata", () => {
    const text = anyText();
    fc.assert(
      fc.property(text, text, fc.dictionary(text, text), (topic, displayName, metadata) => {
        const payload = notify({
          type: "chatThreadCreated",
          thread: { ...thread, topic, metadata, deleteThreadAfterDays: 60 },
          participants: [
            { threadId, userId: alice, position: 0, displayName, shareHistoryTime: 0, metadata },
          ],
        });
        const properties = part(payload["properties"]) as Record<string, string>;
        expect(properties["topic"]).toBe(topic);
        expect(JSON.parse(properties["acsChatThreadMetadata"]!)).toEqual(metadata);
        expect(JSON.parse(properties["retentionPolicy"]!)).toEqual({
          retentionPolicyType: "DeleteAfterCreationTime",
          executeAfter: "60.00:00:00",
        });
        const [member] = part(payload["members"]) as Record<string, string>[];
        expect(member!["displayName"]).toBe(displayName);
        expect(JSON.parse(member!["memberMetaData"]!)).toEqual(metadata);
      }),
    );
  });
});
