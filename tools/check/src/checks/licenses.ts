import { realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Check, Finding } from "../check.ts";
import { publicPackages, readManifest } from "../workspace.ts";

/** Licenses that allow users to ship our dependencies in closed-source products. */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "Python-2.0",
  "Unlicense",
]);

/** Checks the licenses of all packages that are installed with the published packages. */
export const licenses: Check = {
  name: "licenses",
  holds: "licenses of dependencies are allowed",
  run: async (root) => {
    const findings: Finding[] = [];
    const seen = new Map<string, string>();
    for (const { folder, manifest } of await publicPackages(root)) {
      if (!isAllowed(manifest.license)) {
        findings.push(finding(`${folder}/package.json`, manifest.name, manifest.license));
      }
      await visit(join(root, folder), manifest.name, seen, findings);
    }
    return findings;
  },
};

/** Visits the dependencies of the package in `folder`, each once, resolved as in Node. */
async function visit(
  folder: string,
  chain: string,
  seen: Map<string, string>,
  findings: Finding[],
): Promise<void> {
  const manifest = await readManifest(folder);
  const names = Object.keys({
    ...manifest?.dependencies,
    ...manifest?.optionalDependencies,
    ...manifest?.peerDependencies,
  });
  for (const name of names) {
    const found = await locate(folder, name);
    // Optional and peer dependencies may be missing.
    if (found === undefined || seen.has(found)) continue;
    seen.set(found, chain);
    const dependency = await readManifest(found);
    if (dependency === undefined) continue;
    const path = `${chain} → ${name}`;
    if (!isAllowed(dependency.license)) {
      findings.push(finding(path, `${name} ${dependency.version}`, dependency.license));
    }
    await visit(found, path, seen, findings);
  }
}

async function locate(from: string, name: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    const real = await realpath(candidate).catch(() => undefined);
    if (real !== undefined) return real;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Evaluates SPDX expressions with names, OR, AND and brackets. */
export function isAllowed(expression: string | undefined): boolean {
  if (expression === undefined) return false;
  const inner = expression.trim().replace(/^\((.*)\)$/, "$1");
  return inner
    .split(/\s+OR\s+/)
    .some((choice) =>
      choice.split(/\s+AND\s+/).every((one) => allowed.has(one.replace(/[()]/g, ""))),
    );
}

function finding(where: string, what: string, license: string | undefined): Finding {
  return {
    where,
    what: `${what} has ${license === undefined ? "no license in its package.json" : `the license ${license}`}`,
    todo: "remove it, or have the license approved and add it to the list in licenses.ts",
  };
}
