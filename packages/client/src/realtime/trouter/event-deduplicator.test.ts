import { describe, expect, it } from "vitest";
import { createEventDeduplicator, eventKey } from "./event-deduplicator.ts";

describe("an event deduplicator", () => {
  it("recognizes a key that it has seen before", () => {
    const { add, clear } = createEventDeduplicator();
    expect([add("a"), add("b"), add("a")]).toEqual([true, true, false]);
    clear();
    expect(add("a")).toBe(true);
  });

  it("drops the oldest keys beyond its maximum number", () => {
    const { add } = createEventDeduplicator(2);
    for (const key of ["a", "b", "c"]) add(key);
    expect([add("c"), add("b"), add("a")]).toEqual([false, false, true]);
  });

  it("drops the oldest keys beyond its maximum size", () => {
    const { add } = createEventDeduplicator(100, 10);
    for (const key of ["1234", "5678", "90ab"]) add(key);
    expect([add("90ab"), add("5678"), add("1234")]).toEqual([false, false, true]);
  });
});

describe("the key of an event", () => {
  const payload = { eventId: 200, groupId: "t", messageId: "1", version: "2", messageBody: "x" };

  it("depends on ids and version, but not on the content or the frame of a message", () => {
    const key = eventKey("chatMessageReceived", payload, 1);
    expect(eventKey("chatMessageReceived", { ...payload, messageBody: "y" }, 2)).toBe(key);
    expect(eventKey("chatMessageReceived", { ...payload, version: "3" }, 1)).not.toBe(key);
  });

  it("depends on the frame for events without a unique version, such as streaming chunks", () => {
    const key = eventKey("streamingChatMessageChunkReceived", payload, 1);
    expect(eventKey("streamingChatMessageChunkReceived", payload, 2)).not.toBe(key);
    expect(eventKey("streamingChatMessageChunkReceived", payload, 1)).toBe(key);
  });
});
