import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outFolder } from "./emit.ts";
import type { Scoreboard } from "./scoreboard.ts";
import { suiteNames } from "./suites.ts";

const board = JSON.parse(
  readFileSync(join(import.meta.dirname, "scoreboard.json"), "utf8"),
) as Scoreboard;

/** The last line of a run that gives what the scoreboard says. */
function expectedLine(): string {
  const scores = suiteNames.map((suite) => {
    const statuses = Object.values(board.scenarios[suite]).flatMap(Object.values<string>);
    return `${suite}: ${statuses.filter((status) => status === "pass").length}/${statuses.length}`;
  });
  return `${scores.join(", ")}, type-check failures: ${board.typeCheckFailures.length}`;
}

function conformance(...parameters: string[]): Promise<{ code: number; lines: string[] }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(import.meta.dirname, "main.ts"), ...parameters],
      { maxBuffer: 1 << 28 },
      (_, stdout) => resolve({ code: child.exitCode ?? 1, lines: stdout.trimEnd().split("\n") }),
    );
  });
}

// About 35 s of processor time; the limit only ends a run that hangs.
test(
  "the generator passes what the scoreboard says that it passes",
  { timeout: 600_000 },
  async () => {
    const { code, lines } = await conformance();
    expect(lines.filter((line) => line.startsWith("REGRESSION"))).toEqual([]);
    expect(lines.at(-1)).toBe(expectedLine());
    expect(code).toBe(0);
  },
);

/** The emitted code of an area, file by file. */
function emitted(area: string): Map<string, string> {
  const folder = join(outFolder, area);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  return new Map(
    names
      .filter((name) => name.endsWith(".ts"))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

test(
  "the same specs give the same bytes, in another process and another company",
  { timeout: 600_000 },
  async () => {
    const areas = ["payload", "azure/core", "type/union"];
    const before = areas.map(emitted);
    expect((await conformance("--emit-only", ...areas)).code).toBe(0);
    expect(areas.map(emitted)).toEqual(before);
    expect(before.every((files) => files.size > 10)).toBe(true);
  },
);

test("an area that does not exist is an error", async () => {
  expect((await conformance("type/nothing")).code).toBe(2);
});

test("a flag that does not exist is an error", async () => {
  expect((await conformance("--nothing")).code).toBe(2);
});
