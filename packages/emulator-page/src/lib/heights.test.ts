import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createHeights } from "./heights.ts";

const rows = fc.uniqueArray(fc.tuple(fc.string(), fc.integer({ min: 1, max: 500 })), {
  selector: ([key]) => key,
  maxLength: 60,
});

test("each row starts where the previous one ends, in whatever order rows are measured", () => {
  fc.assert(
    fc.property(rows, fc.array(fc.nat()), (list, order) => {
      const heights = createHeights(40);
      heights.setKeys(list.map(([key]) => key));
      const known = new Map<string, number>();
      for (const pick of order) {
        const row = list[pick % Math.max(1, list.length)];
        if (row === undefined) continue;
        heights.measure(...row);
        known.set(...row);
        let offset = 0;
        for (const [index, [key]] of list.entries()) {
          expect(heights.offset(index)).toBe(offset);
          offset += known.get(key) ?? 40;
        }
        expect(heights.total()).toBe(offset);
      }
    }),
  );
});

test("measured heights are kept when rows are added before, between and after", () => {
  fc.assert(
    fc.property(rows, fc.array(fc.string()), (list, others) => {
      const heights = createHeights(40);
      heights.setKeys(list.map(([key]) => key));
      for (const row of list) heights.measure(...row);
      const known = new Map(list);
      const mixed = [...new Set([...others, ...known.keys()])].toSorted();
      heights.setKeys(mixed);
      let offset = 0;
      for (const [index, key] of mixed.entries()) {
        expect(heights.offset(index)).toBe(offset);
        expect(heights.indexOf(key)).toBe(index);
        offset += known.get(key) ?? 40;
      }
    }),
  );
});

test("at() returns the row that covers the position", () => {
  fc.assert(
    fc.property(rows, fc.nat(20_000), (list, position) => {
      fc.pre(list.length > 0);
      const heights = createHeights(40);
      heights.setKeys(list.map(([key]) => key));
      for (const row of list) heights.measure(...row);
      const index = heights.at(position);
      expect(heights.offset(index)).toBeLessThanOrEqual(position);
      const end = index < list.length - 1 ? heights.offset(index + 1) : Infinity;
      expect(end).toBeGreaterThan(position);
    }),
  );
});

test("measure() returns false if the height equals the estimate or the row is gone", () => {
  const heights = createHeights(40);
  heights.setKeys(["a"]);
  expect(heights.measure("a", 40)).toBe(false);
  expect(heights.measure("a", 41)).toBe(true);
  expect(heights.measure("gone", 7)).toBe(false);
});
