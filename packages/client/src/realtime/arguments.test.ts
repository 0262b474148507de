import { setLogLevel } from "@azure/logger";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ChatArgumentError } from "../errors/chat-argument-error.ts";
import type { ChatEventsOptions } from "./events.ts";
import { createRealtime } from "./realtime.ts";
import type { RealtimeOptions } from "./transport.ts";

const create = (options?: object) =>
  createRealtime(() => ({}) as never, options as RealtimeOptions);

afterEach(() => {
  setLogLevel();
  vi.restoreAllMocks();
});

describe("an unknown event name", () => {
  it.each(["chatMessageRecieved", "constructor", undefined])(
    "is ignored by on and off with a warning that lists the known names: %s",
    (name) => {
      const line = vi.spyOn(process.stderr, "write").mockReturnValue(true);
      setLogLevel("warning");
      const realtime = create();
      realtime.on(name as "error", () => {});
      realtime.off(name as "error", () => {});
      const lines = line.mock.calls.map(String).filter((text) => text.includes("Ignored"));
      expect(lines).toHaveLength(2);
      expect(lines[0]).toContain("event must be one of chatMessageReceived, ");
      expect(lines[0]).toContain(`but is "${name}"`);
    },
  );

  it("is rejected in the types of events()", () => {
    const types = ["chatMessageEdited", "chatMessage"] as never;
    expect(() => create().events({ types })).toThrow(
      /^options\.types\[1\]: must be one of .* but is "chatMessage"$/,
    );
  });
});

describe("an option", () => {
  it.each([
    [
      { thread: "t" },
      "options.thread: is unknown in options. Known: signal, threadId, types, bufferSize",
    ],
    [{ bufferSize: 0 }, "options.bufferSize: must be a positive integer, but is 0"],
    [{ threadId: 7 }, "options.threadId: must be a string, but is 7"],
    [{ types: "chatMessageEdited" }, "options.types: must be an array, but is"],
    [{ signal: null }, "options.signal: must be an AbortSignal"],
  ])("of events() is validated: %j", (options, message) => {
    expect(() => create().events(options as ChatEventsOptions)).toThrow(message);
  });

  it("object that is null is treated as absent, for real time and for events()", async () => {
    const realtime = create(null as never);
    expect(() => realtime.events(null as never)).not.toThrow();
    // The empty parts of this test are not a service: the start fails, but not because of its options.
    await expect(realtime.start()).rejects.not.toBeInstanceOf(ChatArgumentError);
  });

  it("that is undefined is treated as absent", () => {
    expect(() => create().events({ types: undefined } as never)).not.toThrow();
  });

  it.each([
    [
      { websocket: false },
      "options.realtime.websocket: is unknown in options.realtime. Known: transport, fetch, webSocket",
    ],
    [{ webSocket: true }, "options.realtime.webSocket: must be a WebSocket class or false"],
    [{ fetch: "f" }, 'options.realtime.fetch: must be a function, but is "f"'],
    ["text", "options.realtime: must be an object"],
  ])("of real time is validated on first use: %j", async (options, message) => {
    const realtime = create(options as object);
    await expect(realtime.start()).rejects.toThrow(message);
    expect(() => realtime.events()).toThrow(ChatArgumentError);
  });

  it("that is a listener must be a function", () => {
    expect(() => create().on("error", undefined as never)).toThrow(
      "listener: must be a function, but is undefined",
    );
  });
});
