import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  emulatorCoverage,
  type Finding,
  NotReady,
  publicPackages,
  reachability,
  trackedFiles,
} from "@acs-chat/check";
import { compareWithLastRelease } from "@acs-chat/release";
import { runScript } from "./scripts.ts";

/** One thing that a human has to do. */
export interface Item {
  /** File and line. */
  readonly where: string;
  readonly what: string;
}

/** Packages that stand on the generated code, and whose tests the last release has passed. */
const dependants = ["packages/rest", "packages/client", "samples/quickstart"];

/** What does not type-check any more against the new code, tests included. */
export async function typeErrors(root: string): Promise<Item[]> {
  const items: Item[] = [];
  for (const folder of dependants) {
    const { passed, output } = await runScript(root, folder, "typecheck");
    if (passed) continue;
    const errors = output.split("\n").flatMap((line) => {
      const [, file, place, message] = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/.exec(line) ?? [];
      return file === undefined
        ? []
        : [{ where: `${join(folder, file)}:${place}`, what: `does not type-check: ${message}` }];
    });
    items.push(
      ...(errors.length > 0
        ? errors
        : [{ where: folder, what: `does not type-check:\n${output.trim()}` }]),
    );
  }
  return items;
}

/** What the last releases promised, in their own tests, and the new code does not keep. */
export async function brokenPromises(history: string, root: string): Promise<Item[]> {
  const items: Item[] = [];
  for (const { folder, manifest } of await publicPackages(root)) {
    const { release, breaks } = await compareWithLastRelease(history, root, {
      name: manifest.name,
      folder,
    });
    items.push(
      ...breaks.map((what) => ({
        where: folder,
        what: `breaks what ${release} promised: ${what}`,
      })),
    );
  }
  return items;
}

/** What the high-level package and the emulator do not cover yet. */
export async function coverage(root: string): Promise<Item[]> {
  const items: Item[] = [];
  for (const [check, folder] of [
    [reachability, "packages/client"],
    [emulatorCoverage, "packages/emulator"],
  ] as const) {
    try {
      items.push(...(await check.run(root)).map(itemOf));
    } catch (error) {
      if (!(error instanceof NotReady)) throw error;
      items.push({ where: folder, what: `could not be looked at: ${error.message}` });
    }
  }
  return items;
}

function itemOf({ where, what, todo }: Finding): Item {
  return { where, what: `${what}: ${todo}` };
}

/** Where hand-written files name the version that was the newest until now. */
export async function mentions(root: string, version: string): Promise<Item[]> {
  const items: Item[] = [];
  for (const path of await trackedFiles(root)) {
    if (!worthReading(path)) continue;
    const text = await readFile(join(root, path), "utf8");
    for (const [index, line] of text.split("\n").entries()) {
      if (!line.includes(version)) continue;
      items.push({
        where: `${path}:${index + 1}`,
        what: `names ${version}: should it be the new version now?`,
      });
    }
  }
  return items;
}

/** Sources, samples and documents for users; not what is generated, nor tests, nor history. */
function worthReading(path: string): boolean {
  if (/(^|\/)(generated|openapi|test|api|decisions|CHANGELOG\.md)(\/|$)/.test(path)) return false;
  if (/\.test(-d)?\.ts$/.test(path)) return false;
  return (
    /^(packages\/(client|emulator)\/|packages\/[\w-]+\/README\.md$|samples\/|docs\/|README\.md$)/.test(
      path,
    ) && /\.(ts|md|json)$/.test(path)
  );
}
