import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { publicPackages, scratchCopy } from "@acs-chat/check";
import { run, ToolError } from "./process.ts";

/** The next release of one published package. */
export interface Planned {
  readonly name: string;
  /** Relative to the repository. */
  readonly folder: string;
  /** The version in package.json. */
  readonly version: string;
  /** The version after applying the pending changesets; equals `version` if there are none. */
  readonly next: string;
  /** The entry for CHANGELOG.md from the pending changesets. */
  readonly entry: string;
  /** The npm tag to publish with. */
  readonly tag: string;
}

/** Returns the npm tag of a version: `preview` for a prerelease, otherwise `latest`. */
export function npmTag(version: string): string {
  return version.includes("-") ? "preview" : "latest";
}

/**
 * Returns the next release of each published package. Runs `changeset version` in a copy of the
 * repository and reads the versions and changelogs from there.
 */
export async function planRelease(root: string): Promise<Planned[]> {
  const before = await publicPackages(root);
  await using copy = await scratchCopy(root);
  const { code, output } = await run("changeset", ["version"], copy.root, [root]);
  // The command fails if there are no pending changesets. The versions then stay the same.
  if (code !== 0 && !/No unreleased changesets/i.test(output)) {
    throw new ToolError(`\`changeset version\` failed:\n${output.trim()}`);
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

/** Returns the entry of one version in a changelog. */
export function entryOf(changelog: string, version: string): string {
  const [, entry = ""] = changelog.split(`## ${version}\n`);
  return entry.split(/^## /m)[0]!.trim();
}
