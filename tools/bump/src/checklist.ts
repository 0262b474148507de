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

/** A task that has to be done by hand. */
export interface Item {
  /** The file, with a line or a JSON pointer where there is one. */
  readonly where: string;
  readonly what: string;
}

/** Packages that use the generated code. */
const dependants = ["packages/rest", "packages/client", "samples/quickstart"];

/** Lists the type errors of the packages that use the new code, including those in their tests. */
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

/** Lists the tests of each package's last release that fail on the new code. */
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
        what: `breaks a test of ${release}: ${what}`,
      })),
    );
  }
  return items;
}

/** Lists what `@acs-chat/client` and the emulator do not support yet. */
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
      items.push({ where: folder, what: `cannot be checked: ${error.message}` });
    }
  }
  return items;
}

function itemOf({ where, what, todo }: Finding): Item {
  return { where, what: `${what}: ${todo}` };
}

/** Lists the places where hand-written files name the API version that was the newest so far. */
export async function mentions(root: string, version: string): Promise<Item[]> {
  const items: Item[] = [];
  for (const path of await trackedFiles(root)) {
    if (!worthReading(path)) continue;
    const text = await readFile(join(root, path), "utf8");
    for (const [index, line] of text.split("\n").entries()) {
      if (!line.includes(version)) continue;
      items.push({
        where: `${path}:${index + 1}`,
        what: `names ${version}, which is no longer the newest API version: replace it if the newest version is meant`,
      });
    }
  }
  return items;
}

/** Whether a file is source code, a sample or a guide, and not generated, a test or a record of the past. */
function worthReading(path: string): boolean {
  if (/(^|\/)(generated|openapi|test|api|decisions|CHANGELOG\.md)(\/|$)/.test(path)) return false;
  if (/\.test(-d)?\.ts$/.test(path)) return false;
  return (
    /^(packages\/(client|emulator)\/|packages\/[\w-]+\/README\.md$|samples\/|docs\/|README\.md$)/.test(
      path,
    ) && /\.(ts|md|json)$/.test(path)
  );
}
