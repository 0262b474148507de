import { expect, it } from "vitest";
import { type RandomBytes, createIdSource, pooledRandomBytes } from "./ids.ts";

it("generates ids in the shapes of the service", () => {
  const ids = createIdSource();
  expect(ids.threadId("plain")).toMatch(/^19:[\w-]{43}1@thread\.v2$/);
  expect(ids.threadId("acsV1")).toMatch(/^19:acsV1_[\w-]{43}1@thread\.v2$/);
  expect(ids.threadId()).toMatch(/^19:acsV1_/);
  expect(ids.uuid()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(ids.correlationVector()).toMatch(/^[A-Za-z0-9+/]{22}\.0$/);
  expect(ids.imageId()).not.toBe(ids.imageId());
});

it("never returns the same bytes twice, even across blocks", () => {
  const random = pooledRandomBytes();
  const seen = new Set(Array.from({ length: 2000 }, () => Buffer.from(random(16)).toString("hex")));
  expect(seen.size).toBe(2000);
});

function counting(): RandomBytes {
  let n = 0;
  return (size) => Buffer.alloc(size, n++);
}

it("is repeatable with a repeatable source", () => {
  const [one, other] = [createIdSource(counting()), createIdSource(counting())];
  expect([one.uuid(), one.threadId()]).toEqual([other.uuid(), other.threadId()]);
});
