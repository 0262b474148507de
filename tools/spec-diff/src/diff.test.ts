import { assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change } from "./change.ts";
import type { Contract } from "./contract.ts";
import { countByClass, diffContracts, diffDocuments } from "./diff.ts";
import { locateDocument, SPEC_FOLDERS, versionsIn } from "./locate.ts";
import { readContract } from "./read-contract.ts";
import { sample } from "./testing.ts";

const CHAT = SPEC_FOLDERS.find(({ api }) => api === "chat");
const CONTRACTS = new Map(
  versionsIn(CHAT?.folder ?? "").map((version) => [
    version,
    readContract(locateDocument(version, ".")),
  ]),
);

/** Returns the reverse of a change. */
function mirrored({ kind, place, before, after }: Change): string {
  const other = kind.replace(/(added|removed)$/, (word) =>
    word === "added" ? "removed" : "added",
  );
  return JSON.stringify([other, place, after, before]);
}

function plain({ kind, place, before, after }: Change): string {
  return JSON.stringify([kind, place, before, after]);
}

const anyVersion = constantFrom(...CONTRACTS.keys());

function contractOf(version: string): Contract {
  const contract = CONTRACTS.get(version);
  if (!contract) throw new Error(`no version ${version}`);
  return contract;
}

describe("a comparison of any two versions", () => {
  it("finds the mirrored changes in the other direction", () => {
    assert(
      property(anyVersion, anyVersion, (from, to) => {
        const [a, b] = [contractOf(from), contractOf(to)];
        const there = diffContracts(a, b).map(mirrored);
        const back = diffContracts(b, a).map(plain);
        expect(there.toSorted()).toEqual(back.toSorted());
      }),
    );
  });

  it("finds no changes if and only if the versions are the same", () => {
    assert(
      property(anyVersion, anyVersion, (from, to) => {
        const [a, b] = [contractOf(from), contractOf(to)];
        expect(diffContracts(a, b).length === 0).toBe(a.version === b.version);
      }),
    );
  });

  it("finds each change once, the most severe class first, in a stable order", () => {
    assert(
      property(anyVersion, anyVersion, (from, to) => {
        const [a, b] = [contractOf(from), contractOf(to)];
        const changes = diffContracts(a, b);
        expect(new Set(changes.map(plain)).size).toBe(changes.length);
        const classes = ["removal", "breaking", "addition", "documentation"];
        const ranks = changes.map((change) => classes.indexOf(change.class));
        expect(ranks).toEqual(ranks.toSorted());
        const models = new Map([...b.models].toReversed());
        expect(diffContracts(a, { ...b, models })).toEqual(changes);
      }),
    );
  });
});

describe("diffDocuments", () => {
  it("compares parsed documents", () => {
    const changed = { ...sample(), host: "other.example" };
    const changes = diffDocuments(sample(), changed);
    expect(changes).toEqual([
      {
        class: "breaking",
        kind: "host-changed",
        place: "service",
        before: "https://shop.example",
        after: "https://other.example",
        operations: [],
      },
    ]);
    expect(countByClass(changes)).toEqual({
      removal: 0,
      breaking: 1,
      addition: 0,
      documentation: 0,
    });
  });

  it("names the invalid document and the place", () => {
    expect(() => diffDocuments([], sample())).toThrow("before: This is not an OpenAPI document");
    const broken = { ...sample(), definitions: {} };
    expect(() => diffDocuments(sample(), broken)).toThrow(
      'after#/paths/~1orders/post/parameters/1/schema/$ref: The target of "#/definitions/Order" does not exist.',
    );
    const outside = { ...sample(), definitions: { A: { $ref: "b.json#/definitions/A" } } };
    expect(() => diffDocuments(outside, sample())).toThrow("$ref");
  });

  it("reports a reference with invalid percent-encoding as broken", () => {
    const document = sample();
    document.definitions["Order"] = { $ref: "#/definitions/%E0%A4%A" };
    expect(() => diffDocuments(document, sample())).toThrow("does not exist");
  });
});
