import { expect, test } from "vitest";
import { parseEvent } from "./event-stream.ts";

test("parseEvent returns the event's name and joins its data lines", () => {
  expect(parseEvent('event: chat\ndata: {"a":\ndata: 1}')).toEqual({
    event: "chat",
    data: '{"a":\n1}',
  });
  expect(parseEvent("data:x\nid: 7")).toEqual({ event: "message", data: "x" });
});
