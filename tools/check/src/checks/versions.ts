import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Check, Finding } from "../check.ts";
import { publicPackages, workspacePackages, type WorkspacePackage } from "../workspace.ts";

/** The heading of a release in a changelog: `## 1.2.3` or `## 1.2.3-beta.1`. */
const heading = /^## (\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)\s*$/m;

/** Checks that versions, changelogs, ranges between packages and changesets are consistent. */
export const versions: Check = {
  name: "versions",
  holds: "versions and changelogs agree",
  run: async (root) => {
    const packages = await publicPackages(root);
    const findings: Finding[] = [];
    for (const one of packages) findings.push(...(await inPackage(root, one, packages)));
    return [...findings, ...(await inChangesets(root))];
  },
};

async function inPackage(
  root: string,
  { folder, manifest }: WorkspacePackage,
  packages: readonly WorkspacePackage[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const path = `${folder}/CHANGELOG.md`;
  const changelog = await readFile(join(root, path), "utf8").catch(() => undefined);
  const newest = changelog === undefined ? undefined : heading.exec(changelog)?.[1];
  if (changelog === undefined) {
    findings.push({
      where: path,
      what: "the file is missing",
      todo: `create it with the heading "# ${manifest.name}"`,
    });
  } else if (newest !== manifest.version) {
    findings.push({
      where: path,
      what: `the newest release is ${newest ?? "missing"}, but package.json has ${manifest.version}`,
      todo: "run `pnpm changeset version`, which writes both",
    });
  }
  const ours = new Set(packages.map((one) => one.manifest.name));
  for (const [name, range] of Object.entries({
    ...manifest.dependencies,
    ...manifest.peerDependencies,
  })) {
    if (ours.has(name) && !range.startsWith("workspace:")) {
      findings.push({
        where: `${folder}/package.json`,
        what: `depends on ${name} ${range} instead of the version in this repository`,
        todo: `write "workspace:^", which is replaced with the version on publishing`,
      });
    }
  }
  return findings;
}

async function inChangesets(root: string): Promise<Finding[]> {
  const known = new Map(
    (await workspacePackages(root)).map(({ manifest }) => [
      manifest.name,
      manifest.private === true,
    ]),
  );
  const findings: Finding[] = [];
  const files = await readdir(join(root, ".changeset")).catch(() => []);
  for (const file of files.filter((name) => name.endsWith(".md") && name !== "README.md")) {
    const where = `.changeset/${file}`;
    const text = await readFile(join(root, where), "utf8");
    const front = /^---\n([\s\S]*?)\n?---\n([\s\S]*)$/.exec(text);
    if (front === null || front[2]!.trim() === "") {
      findings.push({
        where,
        what: "has no front matter or no text",
        todo: "write it with `pnpm changeset`",
      });
      continue;
    }
    for (const line of front[1]!.split("\n").filter((one) => one.trim() !== "")) {
      const [, name, step] =
        /^["']?([^"':]+)["']?:\s*(major|minor|patch|none)\s*$/.exec(line) ?? [];
      if (name === undefined || step === undefined) {
        findings.push({
          where,
          what: `"${line}" is not a package with a version bump`,
          todo: 'write `"<package>": major`, minor or patch',
        });
      } else if (known.get(name) !== false) {
        findings.push({
          where,
          what: `${name} is ${known.has(name) ? "private" : "not a package of this repository"}`,
          todo: "name a published package",
        });
      }
    }
  }
  return findings;
}
