import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Finding, scratchCopy } from "@acs-chat/check";
import type { Planned } from "./plan.ts";
import { run, ToolError } from "./process.ts";

/** What became of one package. */
export interface Verdict {
  readonly name: string;
  /** The tag of the last release; undefined if there has been none. */
  readonly release: string | undefined;
  /** What the last release promised and the new build does not keep. */
  readonly breaks: readonly string[];
  /** Whether the waiting changesets say that it breaks. */
  readonly announced: boolean;
}

/** What a package's last release was, and what has become of its promises. */
export interface Kept {
  readonly release: string | undefined;
  readonly breaks: readonly string[];
}

/** Holds each package against its last release, and notes whether its breaks are announced. */
export async function holdAgainstLastRelease(
  root: string,
  plan: readonly Planned[],
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const one of plan) {
    verdicts.push({
      name: one.name,
      announced: isMajor(one),
      ...(await promisesKept(root, root, one)),
    });
  }
  return verdicts;
}

/**
 * Runs the last release's own tests and type tests (`test/` of the package, which use its public
 * face only) against the code as it is in `code`, and compares what its API reports export.
 *
 * @param history The repository that has the releases' tags; may be the same.
 * @throws ToolError when git cannot be asked.
 */
export async function promisesKept(
  history: string,
  code: string,
  { name, folder }: Pick<Planned, "name" | "folder">,
): Promise<Kept> {
  const release = await lastRelease(history, name);
  const breaks = release === undefined ? [] : await breaksSince(history, code, folder, release);
  return { release, breaks };
}

/** Breaks that no major changeset announces. */
export function gateFindings(verdicts: readonly Verdict[]): Finding[] {
  return verdicts
    .filter(({ announced }) => !announced)
    .flatMap(({ name, release, breaks }) =>
      breaks.map((what) => ({
        where: name,
        what: `breaks what ${release} promised: ${what}`,
        todo: "keep it working, or announce it: `pnpm changeset`, major, with what users have to do; and UPGRADING.md",
      })),
    );
}

/** The newest tag that releasing has set for the package, `<name>@<version>`. */
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
    const exports = await goneExports(join(old, folder), join(copy.root, folder));
    return [...exports, ...(await failures(join(old, folder), copy.root, folder))];
  } finally {
    await rm(old, { recursive: true });
  }
}

/** Names that the API reports of the last release export and those of now do not. */
async function goneExports(old: string, now: string): Promise<string[]> {
  const gone: string[] = [];
  for (const report of await reportsIn(join(old, "api"))) {
    const before = await exportsIn(join(old, "api", report));
    const after = await exportsIn(join(now, "api", report));
    gone.push(...[...before].filter((name) => !after.has(name)).map((name) => `${name} is gone`));
  }
  return gone;
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

/** What of the old tests does not type-check or does not pass. */
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
    // Something outside the tests: the package's own type check tells more of it.
    errors.push(types.output.trim());
  }
  const report = join(old, "tests.json");
  const args = ["run", "test/", "--reporter=json", `--outputFile=${report}`];
  const passed = await run("vitest", args, place, bins);
  if (passed.code === 0) return errors;
  const json = await readFile(report, "utf8").catch(() => undefined);
  const failed = json === undefined ? [] : failedTests(json);
  const why = failed.length > 0 ? failed : [`its tests do not run:\n${passed.output.trim()}`];
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
    // A file that cannot even be loaded has no tests, but a message.
    return message === "" ? [] : [`${file}: ${message.split("\n")[0]!}`];
  });
}
