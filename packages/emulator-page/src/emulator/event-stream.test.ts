import { expect, test } from "vitest";
import { parseEvent } from "./event-stream.ts";

test("an event is read with its name and all of its lines", () => {
  expect(parseEvent('event: chat\ndata: {"a":\ndata: 1}')).toEqual({
    event: "chat",
    data: '{"a":\n1}',
  });
  expect(parseEvent("data:x\nid: 7")).toEqual({ event: "message", data: "x" });
});
