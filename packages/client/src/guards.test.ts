import { runInNewContext } from "node:vm";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import {
  nullable,
  nullIsAbsent,
  requireBoolean,
  requireDate,
  requireCount,
  requireSize,
  requireMetadata,
  requireRetention,
  requireContent,
  requireHeaderValue,
  requireId,
  requireObject,
} from "./guards.ts";

function refusal(run: () => unknown): ChatArgumentError {
  try {
    run();
  } catch (error) {
    if (error instanceof ChatArgumentError) return error;
    throw error;
  }
  throw new Error("was accepted");
}

test("rejects ids that disappear from a path or change it", () => {
  for (const bad of ["", "  ", ".", "..", "\ud800", undefined, null, 7, {}, []]) {
    expect(refusal(() => requireId(bad, "threadId")).argument).toBe("threadId");
  }
  expect(requireId("19:a@thread.v2", "threadId")).toBe("19:a@thread.v2");
  expect(requireId("../..", "threadId")).toBe("../..");
});

test("accepts content up to 28 KB in UTF-8", () => {
  expect(requireContent("a".repeat(28_672))).toHaveLength(28_672);
  expect(refusal(() => requireContent("a".repeat(28_673))).message).toContain("but is 28673");
  expect(requireContent("€".repeat(9557))).toHaveLength(9557);
  expect(refusal(() => requireContent("€".repeat(9558))).argument).toBe("content");
  expect(refusal(() => requireContent(12)).message).toContain("must be a string, but is 12");
});

test("never accepts content in the quick check that counting would reject", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.integer({ min: 300, max: 20_000 }),
      (part, times) => {
        const text = part.repeat(times);
        const bytes = new TextEncoder().encode(text).length;
        const taken =
          bytes <= 28_672
            ? requireContent(text) === text
            : refusal(() => requireContent(text)).argument === "content";
        expect(taken).toBe(true);
      },
    ),
  );
});

const policy = (days: unknown) => ({ kind: "threadCreationDate", deleteThreadAfterDays: days });

test("accepts a retention of 30 to 90 whole days, none, or an unknown kind", () => {
  for (const bad of [29, 91, 30.5, NaN, "60", undefined]) {
    expect(refusal(() => requireRetention(policy(bad), "retentionPolicy")).argument).toBe(
      "retentionPolicy.deleteThreadAfterDays",
    );
  }
  expect(requireRetention(policy(30), "retentionPolicy")).toEqual(policy(30));
  expect(requireRetention(policy(90), "retentionPolicy")).toEqual(policy(90));
  expect(requireRetention({ kind: "none" }, "retentionPolicy")).toEqual({ kind: "none" });
  expect(requireRetention({ kind: "legalHold", until: 1 }, "retentionPolicy")).toEqual({
    kind: "legalHold",
    until: 1,
  });
  expect(refusal(() => requireRetention({}, "retentionPolicy")).argument).toBe(
    "retentionPolicy.kind",
  );
  expect(refusal(() => requireRetention("none", "retentionPolicy")).argument).toBe(
    "retentionPolicy",
  );
});

test("accepts only strings as names and values of metadata", () => {
  expect(requireMetadata({ a: "b" }, "metadata")).toEqual({ a: "b" });
  expect(requireMetadata({ a: undefined, b: null }, "metadata")).toStrictEqual({ b: null });
  expect(refusal(() => requireMetadata({ a: 1 }, "metadata")).argument).toBe("metadata.a");
  expect(refusal(() => requireMetadata(["a"], "metadata")).message).toContain("an array");
});

test("validates numbers, dates and booleans", () => {
  for (const bad of [0, -1, 1.5, NaN, Infinity, 2 ** 31, "5", null]) {
    expect(refusal(() => requireSize(bad, "maxPageSize")).argument).toBe("maxPageSize");
  }
  expect(requireCount(0, "skip")).toBe(0);
  for (const bad of [new Date(NaN), "soon", "", 0, null]) {
    expect(refusal(() => requireDate(bad, "startTime")).argument).toBe("startTime");
  }
  expect(requireDate(new Date(0), "startTime")).toEqual(new Date(0));
  expect(requireDate("2026-01-01T00:00:00Z", "startTime")).toEqual(new Date("2026-01-01"));
  expect(requireDate(runInNewContext("new Date(5)"), "startTime")).toEqual(new Date(5));
  expect(refusal(() => requireBoolean("yes", "safeRetry")).argument).toBe("safeRetry");
});

test("rejects line breaks and characters outside of Latin-1 in header values", () => {
  expect(requireHeaderValue("a b#ü", "idempotencyToken")).toBe("a b#ü");
  for (const bad of ["", "a\nb", "a\r\nX-Evil: 1", "\u0000", "日本", 5]) {
    expect(refusal(() => requireHeaderValue(bad, "idempotencyToken")).argument).toBe(
      "idempotencyToken",
    );
  }
});

test("validates objects", () => {
  for (const bad of [null, undefined, [], "x", 1, () => 1]) {
    expect(refusal(() => requireObject(bad, "request")).argument).toBe("request");
  }
});

test("passes null on, or treats it as absent", () => {
  expect(nullable(requireSize)(null, "topic")).toBeNull();
  expect(nullIsAbsent(requireSize)(null, "maxPageSize")).toBeUndefined();
  for (const guard of [nullable(requireSize), nullIsAbsent(requireSize)]) {
    expect(guard(5, "maxPageSize")).toBe(5);
    expect(refusal(() => guard(0, "maxPageSize")).argument).toBe("maxPageSize");
  }
});
