import { describe, expect, it } from "vitest";
import { formatAnswer, formatEvent, parseFrame } from "./frames.ts";

describe("a frame", () => {
  it.each([
    ["0::", { type: "disconnect", isUnauthorized: false }],
    ['0:::{"reason":"unauthorized"}', { type: "disconnect", isUnauthorized: true }],
    ["1::", { type: "connect" }],
    ["2::", { type: "heartbeat" }],
    ['3:::{"id":1,"body":"b"}', { type: "notification", id: 1, headers: {}, body: "b" }],
    ["3:::{}", { type: "unknown", digit: "3" }],
    ['5:::{"name":"trouter.connected","args":[]}', { type: "greeting", isRetained: false }],
    [
      '5:::{"name":"trouter.connected","args":[{"retained":"true"}]}',
      { type: "greeting", isRetained: true },
    ],
    [
      '5:::{"name":"trouter.message_loss","args":{"a":1}}',
      { type: "messageLoss", args: [{ a: 1 }] },
    ],
    ['5:::{"name":"trouter.reconnect"}', { type: "reconnect" }],
    ['5:::{"name":"later"}', { type: "unknown", digit: "5" }],
    ['6:::12+["ok"]', { type: "acknowledgement", id: 12 }],
    ["8::", { type: "unknown", digit: "8" }],
    ["9::", { type: "unknown", digit: undefined }],
    ["text", { type: "unknown", digit: undefined }],
    ["x".repeat(2_000_000), { type: "unknown", digit: undefined }],
  ])("%# is parsed", (text, frame) => {
    expect(parseFrame(text)).toEqual(frame);
  });

  it("throws if it nests too deep, for any type", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    expect(() => parseFrame(`5:::{"name":"trouter.message_loss","args":${deep}}`)).toThrow("nests");
    expect(() => parseFrame(`3:::{"id":${deep}}`)).toThrow("nests deeper than 100 levels");
  });

  it("that responds to a notification has its id and the required headers", () => {
    const headers = { "MS-CV": "cv", "trouter-request": "{}", "X-Other": "1" };
    const notification = { type: "notification", id: 7, headers, body: "" } as const;
    expect(JSON.parse(formatAnswer(notification, 404).slice(4))).toEqual({
      id: 7,
      status: 404,
      headers: { "MS-CV": "cv", "trouter-request": "{}" },
      body: "",
    });
  });

  it("of an event requests an acknowledgement if it has an id", () => {
    expect(formatEvent("ping", undefined, 2)).toBe('5:2+::{"name":"ping"}');
    expect(formatEvent("n", [1])).toBe('5:::{"name":"n","args":[1]}');
  });
});
