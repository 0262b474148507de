import * as fc from "fast-check";
import { expect, test } from "vitest";
import { clusters } from "./clusters.ts";

const types = Array.from({ length: 40 }, (_, index) => `T${index}`);

/** Sparse graphs like those of types. Some have cycles. */
const graphs = fc
  .array(fc.tuple(fc.constantFrom(...types), fc.constantFrom(...types)), { maxLength: 60 })
  .map((edges) => {
    const references = new Map<string, string[]>(types.map((name) => [name, []]));
    for (const [from, to] of edges) references.get(from)!.push(to);
    return references;
  });

const entriesOf = (names: readonly string[]) => new Map([["outside", names]]);

test("puts each type into one cluster, without cyclic references between clusters", () => {
  fc.assert(
    fc.property(graphs, fc.subarray(types), fc.subarray(types), (references, entries, apart) => {
      const all = new Map([...references, ...entriesOf(entries)]);
      const divide = (common: readonly string[]): ReadonlyMap<string, string> =>
        new Map(common.filter((name) => apart.includes(name)).map((name) => [name, "apart"]));
      const result = clusters(types, all, ["outside"], divide);
      expect([...result.keys()].toSorted()).toEqual(types.toSorted());
      const reached = (head: string, seen: Set<string>): Set<string> => {
        for (const [name, other] of result) {
          if (other !== head) continue;
          for (const to of references.get(name)!) {
            const next = result.get(to)!;
            if (next === head || seen.has(next)) continue;
            seen.add(next);
            reached(next, seen);
          }
        }
        return seen;
      };
      for (const head of new Set(result.values())) {
        for (const next of reached(head, new Set())) {
          expect(reached(next, new Set())).not.toContain(head);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("groups types that are used through a single type, unless they are few", () => {
  const chain = types.slice(0, 8);
  const references = new Map<string, string[]>(
    chain.map((name, index) => [name, chain.slice(index + 1, index + 2)]),
  );
  references.set("A", ["T0", "S"]).set("B", ["T0", "S"]).set("S", ["R"]).set("R", []);
  const result = clusters([...chain, "S", "R"], references, ["A", "B"]);
  expect([...new Set(chain.map((name) => result.get(name)))]).toEqual(["T0"]);
  expect([result.get("S"), result.get("R")]).toEqual(["", ""]);
});
