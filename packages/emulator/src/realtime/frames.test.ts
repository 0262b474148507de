import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../test/support/any-text.ts";
import {
  formatFrame,
  formatPayload,
  type Frame,
  LARGEST_FRAME,
  parseFrame,
  parsePayload,
} from "./frames.ts";

const id = fc.nat().map(String);
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const frames: fc.Arbitrary<Frame> = fc.oneof(
  fc.constant<Frame>({ type: "connect" }),
  fc.constant<Frame>({ type: "heartbeat" }),
  fc.constant<Frame>({ type: "noop" }),
  anyText().map((data): Frame => ({ type: "disconnect", data })),
  fc.record({
    type: fc.constant("message" as const),
    id: fc.constant(""),
    data: anyText(),
  }),
  fc.record({
    type: fc.constant("event" as const),
    id: fc.oneof(fc.constant(""), id),
    name: fc.string(),
    args: fc.array(json),
  }),
  fc.record({ type: fc.constant("ack" as const), id, args: fc.array(json) }),
);

describe("frames", () => {
  it("are unchanged after serializing and parsing", () => {
    fc.assert(
      fc.property(frames, (frame) => {
        expect(parseFrame(formatFrame(frame))).toEqual(frame);
      }),
    );
  });

  it("are serialized as the official client parses them", () => {
    expect(formatFrame({ type: "connect" })).toBe("1::");
    expect(formatFrame({ type: "ack", id: "1", args: ["ok"] })).toBe('6:::1+["ok"]');
    expect(
      formatFrame({ type: "event", id: "", name: "trouter.connected", args: [{ ttl: "9" }] }),
    ).toBe('5:::{"name":"trouter.connected","args":[{"ttl":"9"}]}');
    expect(formatFrame({ type: "disconnect", data: "dup" })).toBe("0:::dup");
  });

  it("are parsed as the official client serializes them", () => {
    expect(parseFrame('5:2+::{"name":"ping"}')).toEqual({
      type: "event",
      id: "2",
      name: "ping",
      args: [],
    });
    expect(parseFrame("0::")).toEqual({ type: "disconnect", data: "" });
  });

  it.each([
    "",
    "x",
    "9::",
    "5:::",
    "5:::{}",
    '5:::{"name":1}',
    '5:::{"name":"a","args":{}}',
    "6:::x",
    "6:::1+{",
    "3::/namespace:{}",
    "7:::error",
    `3:::${"x".repeat(LARGEST_FRAME)}`,
  ])("that are malformed are rejected without an exception: %.20s", (text) => {
    expect(parseFrame(text)).toBeUndefined();
  });

  it("never make the parser throw, for any text", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((data) => `5:1+::${data}`),
    );
    const read = fc.property(text, (data) => {
      expect(() => [parseFrame(data), parsePayload(data)]).not.toThrow();
    });
    fc.assert(read);
  });
});

describe("a polling payload", () => {
  it("is unchanged after serializing and parsing", () => {
    const frame = anyText().map((text) => `3:::${text}`);
    fc.assert(
      fc.property(fc.array(frame), (list) => {
        expect(parsePayload(formatPayload(list))).toEqual(list);
      }),
    );
  });

  it.each(["\ufffd", "\ufffd5\ufffdab", "\ufffdx\ufffda", "\ufffd1\ufffdab", "\ufffd-1\ufffda"])(
    "with wrong lengths is rejected: %j",
    (text) => {
      expect(parsePayload(text)).toBeUndefined();
    },
  );
});
