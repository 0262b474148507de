import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Check, Finding } from "../check.ts";
import { publicPackages, workspacePackages, type WorkspacePackage } from "../workspace.ts";

/** A release as a changelog names it: `## 1.2.3` or `## 1.2.3-beta.1`. */
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
      todo: `write one, headed "# ${manifest.name}"`,
    });
  } else if (newest !== manifest.version) {
    findings.push({
      where: path,
      what: `its newest entry is ${newest ?? "missing"}, package.json says ${manifest.version}`,
      todo: "let `pnpm changeset version` write both, and edit neither by hand",
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
        what: `depends on ${name} ${range}, regardless of the version in this repository`,
        todo: `write "workspace:^": publishing replaces it with the version`,
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
          what: `"${line}" names no package and step`,
          todo: 'write `"<package>": major`, minor or patch',
        });
      } else if (known.get(name) !== false) {
        findings.push({
          where,
          what: `${name} is ${known.has(name) ? "private" : "no package of this repository"}`,
          todo: "name a package that is published",
        });
      }
    }
  }
  return findings;
}
