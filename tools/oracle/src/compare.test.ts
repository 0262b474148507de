import type { Contract, Model } from "@acs-chat/spec-diff";
import { describe, expect, it } from "vitest";
import { ALLOWED_DIFFERENCES, type AllowedDifference } from "./allow-list.ts";
import { compare, type Pair } from "./compare.ts";
import { loadPairs } from "./pairs.ts";
import { isProven, printVerdict } from "./print.ts";
import { runOracle } from "./run.ts";

const PAIRS = loadPairs();

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

function newest(): Pair {
  const pair = PAIRS.at(-1);
  if (!pair) throw new Error("no pairs");
  return pair;
}

function withoutModel(contract: Contract, name: string): Contract {
  const models = new Map<string, Model>(contract.models);
  models.delete(name);
  return { ...contract, models };
}

describe("the contract against the official packages", () => {
  const verdict = compare(PAIRS, ALLOWED_DIFFERENCES);

  it("has a reason for each difference, and a difference for each reason", () => {
    const unexplained = verdict.differences.filter(({ allowed }) => allowed === undefined);
    expect(unexplained).toEqual([]);
    expect(verdict.stale).toEqual([]);
    expect(isProven(verdict)).toBe(true);
  });

  it("covers every operation of every version", () => {
    const counts = PAIRS.map(({ apiVersion, official }) => [apiVersion, official.operations.size]);
    expect(counts).toEqual([
      ["2021-03-07", 16],
      ["2021-09-07", 16],
      ["2023-11-07", 16],
      ["2024-03-07", 16],
      ["2024-06-05-preview", 19],
      ["2025-03-15", 16],
    ]);
    expect(lastLine(printVerdict(verdict))).toBe(
      "versions: 6, operations: 99, unexplained differences: 0",
    );
  });

  it("is what runOracle returns", () => {
    expect(runOracle()).toMatchObject({ text: printVerdict(verdict), proven: true });
  });

  it("prints the reason of each difference", () => {
    const lines = printVerdict(verdict).split("\n");
    for (const { allowed, apiVersion, change } of verdict.differences) {
      const line = lines.find((text) => text.includes(`${apiVersion}  ${change.place}: `));
      expect(line).toContain(allowed?.reason);
    }
  });
});

describe("a difference without a reason", () => {
  it("is found if our contract has an additional model", () => {
    const pair = newest();
    const { official } = pair;
    const verdict = compare(
      [{ ...pair, official: withoutModel(official, "ChatMessage") }],
      ALLOWED_DIFFERENCES,
    );
    expect(isProven(verdict)).toBe(false);
    expect(printVerdict(verdict)).toContain("UNEXPLAINED  2025-03-15  ChatMessage: model added");
  });

  it("is found if our contract lacks a model, and is marked in the table", () => {
    const pair = newest();
    const { ours } = pair;
    const verdict = compare(
      [{ ...pair, ours: withoutModel(ours, "ChatMessage") }],
      ALLOWED_DIFFERENCES,
    );
    const text = printVerdict(verdict);
    expect(text).toContain("UNEXPLAINED  2025-03-15  ChatMessage: model removed");
    expect(text).toMatch(/^ChatThread_GetChatMessage +1 UNEXPLAINED$/m);
    expect(lastLine(text)).toBe("versions: 1, operations: 16, unexplained differences: 1");
  });

  it("is found if a package sends another API version than the listed one", () => {
    const pair = newest();
    const verdict = compare(
      [{ ...pair, official: { ...pair.official, version: "2030-01-01" } }],
      [],
    );
    expect(printVerdict(verdict)).toContain("service query api-version");
  });
});

describe("the allow-list", () => {
  const entry: AllowedDifference = {
    versions: ["2021-03-07"],
    kind: "property-removed",
    place: "ChatMessage.surprise",
    reason: "for this test",
  };

  it("makes the oracle fail if an entry matches no difference", () => {
    const verdict = compare(PAIRS, [...ALLOWED_DIFFERENCES, entry]);
    expect(verdict.unexplained).toBe(0);
    expect(isProven(verdict)).toBe(false);
    expect(printVerdict(verdict)).toContain("STALE        2021-03-07  ChatMessage.surprise");
  });

  it("makes the oracle fail if an entry lists a version without the difference", () => {
    const [first, ...others] = ALLOWED_DIFFERENCES;
    if (!first) throw new Error("the allow-list is empty");
    const verdict = compare(PAIRS, [
      { ...first, versions: [...first.versions, "2021-03-07"] },
      ...others,
    ]);
    expect(verdict.stale).toHaveLength(1);
  });

  it.each([
    { official: "open" },
    { ours: "closed" },
    { place: "ChatMessage" },
    { kind: "enum-added" } as const,
  ])("does not allow a difference with another value: %o", (other) => {
    const list = ALLOWED_DIFFERENCES.map((one) =>
      one.place === "ChatMessageType" ? Object.assign({}, one, other) : one,
    );
    expect(compare(PAIRS, list).unexplained).toBe(5);
  });

  it("has a reason in each entry", () => {
    for (const { reason } of ALLOWED_DIFFERENCES) expect(reason.length).toBeGreaterThan(20);
  });
});
