import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocuments } from "./documents.ts";
import { createShapes } from "./shape.ts";
import { createValidators } from "./validate.ts";
import { formatDateTime, parseDateTime, parseInt32 } from "./values.ts";

const newest = readDocuments("chat").at(-1)!;
const shape = createShapes(newest);
const validate = createValidators(newest);
const reference = (name: string): { $ref: string } => ({ $ref: `#/definitions/${name}` });

describe("a shape", () => {
  it("keeps the properties of the schema, and lists the ones it removes", () => {
    const unknown: string[] = [];
    const value = {
      topic: "x",
      extra: 1,
      metadata: { any: "thing", __proto__x: "y" },
      participants: [{ communicationIdentifier: { rawId: "a", wrong: 2 }, displayName: "A" }],
      retentionPolicy: { kind: "threadCreationDate", deleteThreadAfterDays: 30, wrong: 3 },
    };
    const shaped = shape(reference("CreateChatThreadRequest"))(value, "body", unknown);
    expect(shaped).toEqual({
      topic: "x",
      metadata: { any: "thing", __proto__x: "y" },
      participants: [{ communicationIdentifier: { rawId: "a" }, displayName: "A" }],
      retentionPolicy: { kind: "threadCreationDate", deleteThreadAfterDays: 30 },
    });
    expect(unknown).toEqual([
      "body.extra",
      "body.participants[0].communicationIdentifier.wrong",
      "body.retentionPolicy.wrong",
    ]);
  });

  it("of an unknown kind keeps the kind", () => {
    const value = { kind: "new", deleteThreadAfterDays: 1 };
    expect(shape(reference("ChatRetentionPolicy"))(value, "")).toEqual({ kind: "new" });
  });

  it("leaves values of unknown types unchanged", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.array(fc.jsonValue())), (value) => {
        expect(shape(reference("SendChatMessageRequest"))(value, "")).toEqual(value);
      }),
    );
  });
});

describe("a validator", () => {
  it.each([
    ["SendChatMessageRequest", { content: "x" }, undefined],
    ["SendChatMessageRequest", { content: "x", type: "of the future" }, undefined],
    ["SendChatMessageRequest", {}, "body must have required property 'content'."],
    ["SendChatMessageRequest", { content: 1 }, "body.content must be string."],
    ["SendChatMessageRequest", [], "body must be object."],
    [
      "AddChatParticipantsRequest",
      { participants: [{ communicationIdentifier: { communicationUser: {} } }] },
      "body.participants[0].communicationIdentifier.communicationUser must have required property 'id'.",
    ],
    [
      "CreateChatThreadRequest",
      { topic: "x", retentionPolicy: { kind: "threadCreationDate", deleteThreadAfterDays: 1.5 } },
      "body.retentionPolicy.deleteThreadAfterDays must be integer.",
    ],
    [
      "CreateChatThreadRequest",
      { topic: "x", retentionPolicy: { kind: "threadCreationDate" } },
      "body.retentionPolicy must have required property 'deleteThreadAfterDays'.",
    ],
    [
      "ChatParticipant",
      { communicationIdentifier: {}, shareHistoryTime: "now" },
      'body.shareHistoryTime must match format "date-time".',
    ],
  ])("of %s reports for %j: %s", (name, value, problem) => {
    expect(validate(reference(name))(value)?.message).toBe(problem);
  });
});

describe("values", () => {
  it.each([
    ["2026-01-01T00:00:00Z", Date.UTC(2026, 0, 1)],
    ["2026-01-01T00:00:00.123Z", Date.UTC(2026, 0, 1) + 123],
    ["2026-01-01T00:00:00.123456Z", Date.UTC(2026, 0, 1) + 123],
    ["2026-01-01t02:00:00+02:00", Date.UTC(2026, 0, 1)],
    ["2026-01-01", undefined],
    ["2026-13-01T00:00:00Z", undefined],
    ["2026-01-01T25:00:00Z", undefined],
    ["now", undefined],
    ["", undefined],
  ])("%s is %s", (text, at) => {
    expect(parseDateTime(text)).toBe(at);
  });

  it("keeps dates after a round trip, to the second", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(9999, 0) }), (at) => {
        expect(parseDateTime(formatDateTime(at))).toBe(Math.floor(at / 1000) * 1000);
      }),
    );
  });

  it("32-bit integers", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        const fits = value >= -(2 ** 31) && value < 2 ** 31;
        expect(parseInt32(String(value))).toBe(fits ? value : undefined);
      }),
    );
    for (const text of ["", "1.0", "1e3", "0x1", " 1"]) expect(parseInt32(text)).toBeUndefined();
  });
});
