import { expect, test } from "vitest";
import { randomUuid } from "./uuid.ts";

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("gives a version 4 UUID", () => {
  expect(randomUuid()).toMatch(version4);
  expect(randomUuid()).not.toBe(randomUuid());
});

test("gives one where the browser has no randomUUID", () => {
  const pageWithoutTls = {
    getRandomValues: <T extends ArrayBufferView>(bytes: T) =>
      crypto.getRandomValues(bytes as never) as T,
  } as unknown as Crypto;
  expect(randomUuid(pageWithoutTls)).toMatch(version4);
  expect(randomUuid(pageWithoutTls)).not.toBe(randomUuid(pageWithoutTls));
});
