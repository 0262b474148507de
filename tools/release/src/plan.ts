import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { publicPackages, scratchCopy } from "@acs-chat/check";
import { run, ToolError } from "./process.ts";

/** How one public package is released. */
export interface Planned {
  readonly name: string;
  /** Relative to the repository. */
  readonly folder: string;
  /** The version in package.json. */
  readonly version: string;
  /** The version that the waiting changesets lead to; the same where none wait. */
  readonly next: string;
  /** The entry of CHANGELOG.md that the waiting changesets would write. */
  readonly entry: string;
  /** The npm tag it is published under. */
  readonly tag: string;
}

/** The npm tag of a version: `latest`, or `preview` for what comes before a release. */
export function npmTag(version: string): string {
  return version.includes("-") ? "preview" : "latest";
}

/**
 * What the waiting changesets lead to. They are applied in a copy, so that versions and
 * changelogs are those that the real command writes.
 */
export async function planRelease(root: string): Promise<Planned[]> {
  const before = await publicPackages(root);
  await using copy = await scratchCopy(root);
  const { code, output } = await run("changeset", ["version"], copy.root, [root]);
  // Without waiting changesets the command refuses, and everything stays as it is.
  if (code !== 0 && !/No unreleased changesets/i.test(output)) {
    throw new ToolError(`changesets cannot say the next versions:\n${output.trim()}`);
  }
  const after = new Map(
    (await publicPackages(copy.root)).map(({ manifest }) => [manifest.name, manifest.version]),
  );
  return Promise.all(
    before.map(async ({ folder, manifest: { name, version } }) => {
      const next = after.get(name) ?? version;
      const changelog = await readFile(join(copy.root, folder, "CHANGELOG.md"), "utf8").catch(
        () => "",
      );
      const entry = next === version ? "" : entryOf(changelog, next);
      return { name, folder, version, next, entry, tag: npmTag(next) };
    }),
  );
}

/** The part of a changelog that is about one version. */
export function entryOf(changelog: string, version: string): string {
  const [, entry = ""] = changelog.split(`## ${version}\n`);
  return entry.split(/^## /m)[0]!.trim();
}
