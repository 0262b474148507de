import * as fc from "fast-check";
import { expect, it } from "vitest";
import { mergeMetadata } from "./metadata.ts";

it("overwrites given keys, removes empty ones, keeps others, and does not modify the original", () => {
  const key = fc.oneof(fc.constantFrom("a", "b", "__proto__", "constructor"), fc.string());
  const metadata = fc.dictionary(key, fc.string({ minLength: 1 }));
  const patch = fc.dictionary(key, fc.option(fc.string()));
  fc.assert(
    fc.property(metadata, patch, (before, change) => {
      const copy = structuredClone(before);
      const after = new Map(Object.entries(mergeMetadata(before, change) ?? {}));
      expect(before).toEqual(copy);
      for (const name of new Set([...Object.keys(before), ...Object.keys(change)])) {
        const wish = Object.hasOwn(change, name) ? change[name] : before[name];
        expect(after.get(name)).toBe(wish === "" || wish === null ? undefined : wish);
      }
    }),
  );
});

it("is undefined when no key is left", () => {
  expect(mergeMetadata({ a: "1" }, { a: "" })).toBeUndefined();
  expect(mergeMetadata({ a: "1" }, null)).toBeUndefined();
  expect(mergeMetadata({ a: "1" }, undefined)).toEqual({ a: "1" });
});
