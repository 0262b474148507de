import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Finding, scratchCopy } from "@acs-chat/check";
import type { Planned } from "./plan.ts";
import { run, ToolError } from "./process.ts";

/** The breaking changes of one package, and whether a changeset announces them. */
export interface Verdict {
  readonly name: string;
  /** The tag of the last release; undefined if the package has no release. */
  readonly release: string | undefined;
  /** The failed tests of the last release, and the removed exports. */
  readonly breaks: readonly string[];
  /** Whether a pending changeset is a major one. */
  readonly announced: boolean;
}

/** The last release of a package and the changes that break it. */
export interface Comparison {
  readonly release: string | undefined;
  readonly breaks: readonly string[];
}

/** Compares each package with its last release. */
export async function compareAllWithLastRelease(
  root: string,
  plan: readonly Planned[],
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const one of plan) {
    verdicts.push({
      name: one.name,
      announced: isMajor(one),
      ...(await compareWithLastRelease(root, root, one)),
    });
  }
  return verdicts;
}

/**
 * Runs the tests and type tests of a package's last release (its `test/` folder, which uses only the
 * public API) on the current code, and compares the exports in its API reports.
 *
 * @param history The repository with the tags of the releases. Can equal `code`.
 * @param code The repository with the current code.
 * @throws ToolError if git fails.
 */
export async function compareWithLastRelease(
  history: string,
  code: string,
  { name, folder }: Pick<Planned, "name" | "folder">,
): Promise<Comparison> {
  const release = await lastRelease(history, name);
  const breaks = release === undefined ? [] : await breaksSince(history, code, folder, release);
  return { release, breaks };
}

/** Returns a finding for each breaking change without a major changeset. */
export function gateFindings(verdicts: readonly Verdict[]): Finding[] {
  return verdicts
    .filter(({ announced }) => !announced)
    .flatMap(({ name, release, breaks }) =>
      breaks.map((what) => ({
        where: name,
        what: `breaks the API of ${release}: ${what}`,
        todo: "restore the behavior, or announce the change: add a major changeset with `pnpm changeset`, and say in UPGRADING.md what users must do",
      })),
    );
}

/** Returns the tag of the package's last release, `<name>@<version>`. */
async function lastRelease(root: string, name: string): Promise<string | undefined> {
  const args = ["tag", "--list", `${name}@*`, "--merged", "HEAD", "--sort=-version:refname"];
  const { code, output } = await run("git", args, root, []);
  if (code !== 0) throw new ToolError(`git cannot list the releases:\n${output.trim()}`);
  return output.split("\n").find((line) => line !== "");
}

function isMajor({ version, next }: Planned): boolean {
  return Number(next.split(".")[0]) > Number(version.split(".")[0]);
}

async function breaksSince(
  history: string,
  now: string,
  folder: string,
  release: string,
): Promise<string[]> {
  const old = await mkdtemp(join(tmpdir(), "release-"));
  try {
    const archive = `git archive "${release}" -- "${folder}" | tar -x -C "${old}"`;
    const { code, output } = await run("sh", ["-c", archive], history, []);
    if (code !== 0) throw new ToolError(`${release} cannot be read:\n${output.trim()}`);
    await using copy = await scratchCopy(now);
    const exports = await removedExports(join(old, folder), join(copy.root, folder));
    return [...exports, ...(await failures(join(old, folder), copy.root, folder))];
  } finally {
    await rm(old, { recursive: true });
  }
}

/** Returns the names that the last release exports and the current code does not. */
async function removedExports(old: string, now: string): Promise<string[]> {
  const removed: string[] = [];
  for (const report of await reportsIn(join(old, "api"))) {
    const before = await exportsIn(join(old, "api", report));
    const after = await exportsIn(join(now, "api", report));
    removed.push(
      ...[...before].filter((name) => !after.has(name)).map((name) => `${name} was removed`),
    );
  }
  return removed;
}

async function reportsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(".api.md")).toSorted();
}

async function exportsIn(path: string): Promise<Set<string>> {
  const text = await readFile(path, "utf8").catch(() => "");
  const declared = text.matchAll(
    /^export (?:declare )?(?:abstract )?(?:class|const|enum|function|interface|namespace|type) (\w+)/gm,
  );
  const listed = [...text.matchAll(/^export \{ (\w+) \}/gm)];
  return new Set([...declared, ...listed].map(([, name]) => name!));
}

/** Returns the tests of the last release that do not type-check or do not pass. */
async function failures(old: string, copy: string, folder: string): Promise<string[]> {
  const tests = await readdir(join(old, "test")).catch(() => []);
  if (tests.length === 0) return [];
  const place = join(copy, folder);
  await rm(join(place, "test"), { recursive: true, force: true });
  await cp(join(old, "test"), join(place, "test"), { recursive: true });
  const bins = [place, copy];
  const types = await run("tsc", ["-p", "tsconfig.json", "--noEmit"], place, bins);
  const errors = types.output.split("\n").filter((line) => /^test\/.*error TS\d+/.test(line));
  if (types.code !== 0 && errors.length === 0) {
    // The errors are outside of the tests, so the whole output is reported.
    errors.push(types.output.trim());
  }
  const report = join(old, "tests.json");
  const args = ["run", "test/", "--reporter=json", `--outputFile=${report}`];
  const passed = await run("vitest", args, place, bins);
  if (passed.code === 0) return errors;
  const json = await readFile(report, "utf8").catch(() => undefined);
  const failed = json === undefined ? [] : failedTests(json);
  const why = failed.length > 0 ? failed : [`the tests do not run:\n${passed.output.trim()}`];
  return [...errors, ...why];
}

/** The parts of vitest's JSON report that are read here. */
interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function failedTests(json: string): string[] {
  const { testResults } = JSON.parse(json) as TestReport;
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = name.split("/").at(-1)!;
    const failed = assertionResults.filter(({ status }) => status === "failed");
    if (failed.length > 0) return failed.map(({ fullName }) => `${file}: ${fullName}`);
    // A test file that cannot be loaded has no tests, only a message.
    return message === "" ? [] : [`${file}: ${message.split("\n")[0]!}`];
  });
}
