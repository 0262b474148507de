import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { outFolder } from "./emit.ts";
import type { Scoreboard } from "./scoreboard.ts";
import { suiteNames } from "./suites.ts";

const board = JSON.parse(
  readFileSync(join(import.meta.dirname, "scoreboard.json"), "utf8"),
) as Scoreboard;

/** Returns the last line of a run with the results of the scoreboard. */
function expectedLine(): string {
  const scores = suiteNames.map((suite) => {
    const statuses = Object.values(board.scenarios[suite]).flatMap(Object.values<string>);
    return `${suite}: ${statuses.filter((status) => status === "pass").length}/${statuses.length}`;
  });
  return `${scores.join(", ")}, type-check failures: ${board.typeCheckFailures.length}`;
}

function conformance(): Promise<{ code: number; lines: string[] }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(import.meta.dirname, "main.ts")],
      { maxBuffer: 1 << 28 },
      (_, stdout) => resolve({ code: child.exitCode ?? 1, lines: stdout.trimEnd().split("\n") }),
    );
  });
}

/** Emits the specs of areas in another process. */
async function emitElsewhere(areas: readonly string[]): Promise<void> {
  const program = `
    import { selectSpecs } from "./conformance.ts";
    import { clearOutput, emitAll } from "./emit.ts";
    await clearOutput();
    const failures = await emitAll(selectSpecs(${JSON.stringify(areas)}), () => {});
    process.exitCode = failures.length;`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: import.meta.dirname,
  });
}

/** Returns the emitted code of an area by file. */
function emitted(area: string): Map<string, string> {
  const folder = join(outFolder, area);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  return new Map(
    names
      .filter((name) => name.endsWith(".ts"))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

describe("a run of all scenarios", () => {
  let run: Awaited<ReturnType<typeof conformance>>;
  // It takes about 35 s of CPU time. The timeout is for a run that hangs.
  beforeAll(async () => {
    run = await conformance();
  }, 600_000);

  test("passes the scenarios of the scoreboard", () => {
    const { code, lines } = run;
    expect(lines.filter((line) => line.startsWith("REGRESSION"))).toEqual([]);
    expect(lines.at(-1)).toBe(expectedLine());
    expect(code).toBe(0);
  });

  test(
    "emits the same bytes as another process for some of the specs",
    { timeout: 600_000 },
    async () => {
      const areas = ["payload", "azure/core", "type/union"];
      const before = areas.map(emitted);
      await emitElsewhere(areas);
      expect(areas.map(emitted)).toEqual(before);
      expect(before.every((files) => files.size > 10)).toBe(true);
    },
  );
});
