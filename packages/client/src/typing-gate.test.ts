import { expect, test, vi } from "vitest";
import { createTypingGate } from "./typing-gate.ts";

function setUp() {
  let time = 50;
  const gate = createTypingGate(8000, () => time);
  return { gate, advance: (ms: number) => (time += ms) };
}

test("allows one notification per interval", async () => {
  const { gate, advance } = setUp();
  const send = vi.fn<() => Promise<void>>(async () => {});
  expect(await gate.pass(send)).toBe(true);
  advance(7999);
  expect(await gate.pass(send)).toBe(false);
  expect(send).toHaveBeenCalledTimes(1);
  advance(1);
  expect(await gate.pass(send)).toBe(true);
  expect(send).toHaveBeenCalledTimes(2);
});

test("does not count a failed notification", async () => {
  const { gate } = setUp();
  await expect(gate.pass(() => Promise.reject(new Error("down")))).rejects.toThrow("down");
  expect(await gate.pass(async () => {})).toBe(true);
});

test("allows one of two concurrent notifications", async () => {
  const { gate } = setUp();
  const send = vi.fn<() => Promise<void>>(async () => {});
  expect(await Promise.all([gate.pass(send), gate.pass(send)])).toEqual([true, false]);
  expect(send).toHaveBeenCalledTimes(1);
});

test("allows a notification after a sent message", async () => {
  const { gate } = setUp();
  await gate.pass(async () => {});
  gate.reset();
  expect(await gate.pass(async () => {})).toBe(true);
});
