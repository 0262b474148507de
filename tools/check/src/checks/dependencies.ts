import { readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join } from "node:path";
import ts from "typescript-api";
import type { Check, Finding } from "../check.ts";
import { filesBelow, type WorkspacePackage, workspacePackages } from "../workspace.ts";

/**
 * The allowed imports between the packages of this repository, in published code. Tests and tools
 * may import everything; nothing may import a tool.
 */
const mayKnow: Readonly<Record<string, readonly string[]>> = {
  "@acs-chat/codegen": [],
  "@acs-chat/rest": [],
  "@acs-chat/client": ["@acs-chat/rest"],
  "@acs-chat/store": ["@acs-chat/client"],
  "@acs-chat/react": ["@acs-chat/store"],
  "@acs-chat/emulator": [],
};

/** Sources that codegen copies into its output. They are checked there. */
const templates = "packages/codegen/src/runtime/";

const builtin = new Set(builtinModules);

/** Checks that packages import each other in one direction, and that published code imports only declared dependencies. */
export const dependencies: Check = {
  name: "dependencies",
  holds: "packages follow the dependency rules",
  run: async (root) => {
    const packages = await workspacePackages(root);
    const findings: Finding[] = [];
    for (const one of packages.filter(({ folder }) => !folder.startsWith("tools/"))) {
      findings.push(...(await inPackage(root, one, packages)));
    }
    return findings;
  },
};

async function inPackage(
  root: string,
  { folder, manifest }: WorkspacePackage,
  packages: readonly WorkspacePackage[],
): Promise<Finding[]> {
  const published = manifest.private !== true;
  const tools = new Set(
    packages.filter((one) => one.folder.startsWith("tools/")).map((one) => one.manifest.name),
  );
  const findings: Finding[] = [];
  const imported = new Set<string>();
  for (const path of await filesBelow(root, folder, (file) => /\.[cm]?tsx?$/.test(file))) {
    const text = await readFile(join(root, path), "utf8");
    const shipped =
      published &&
      path.startsWith(`${folder}/src/`) &&
      !isTest(path) &&
      !path.startsWith(templates);
    for (const { fileName: specifier, pos } of ts.preProcessFile(text, true, true).importedFiles) {
      const name = packageOf(specifier);
      if (name !== undefined) imported.add(name);
      const problem =
        name === undefined
          ? problemOfPath({ folder, manifest }, path, specifier)
          : problemOfPackage({ folder, manifest }, name, shipped, tools);
      if (problem !== undefined)
        findings.push({ where: `${path}:${lineAt(text, pos)}`, ...problem });
    }
  }
  if (published) findings.push(...(await unusedDependencies(root, { folder, manifest }, imported)));
  return findings;
}

type Problem = Omit<Finding, "where">;

/** Returns what is wrong with an import of a file, or of a name that the package defines for itself. */
function problemOfPath(
  { folder, manifest }: WorkspacePackage,
  path: string,
  specifier: string,
): Problem | undefined {
  if (specifier.startsWith(".")) {
    const target = join(path, "..", specifier);
    if (target.startsWith(`${folder}/`) || isSharedConfig(path, target)) return undefined;
    return {
      what: `imports a file outside of its package: ${specifier}`,
      todo: "import the other package by its name",
    };
  }
  if (!specifier.startsWith("#") || manifest.imports?.[specifier] !== undefined) return undefined;
  return {
    what: `imports ${specifier}, which ${manifest.name} does not define`,
    todo: `add it to "imports" of ${folder}/package.json, or correct its name`,
  };
}

/** Returns what is wrong with an import of a package. */
function problemOfPackage(
  { folder, manifest }: WorkspacePackage,
  name: string,
  shipped: boolean,
  tools: ReadonlySet<string>,
): Problem | undefined {
  if (tools.has(name)) {
    return {
      what: `imports ${name}, a tool`,
      todo: "move the shared code into a package; nothing may import a tool",
    };
  }
  if (!shipped || name === manifest.name) return undefined;
  if (!declaredBy(manifest).has(name)) {
    return {
      what: `published code imports ${name}, which ${manifest.name} does not depend on`,
      todo: `add it to "dependencies" of ${folder}/package.json, or remove the import`,
    };
  }
  if (!name.startsWith("@acs-chat/") || mayKnow[manifest.name]?.includes(name)) return undefined;
  return {
    what: `${manifest.name} may not import ${name}`,
    todo: "reverse the dependency: specs ← codegen ← rest ← client; the emulator imports the compiled spec only",
  };
}

function declaredBy(manifest: WorkspacePackage["manifest"]): ReadonlySet<string> {
  return new Set(
    Object.keys({
      ...manifest.dependencies,
      ...manifest.peerDependencies,
      ...manifest.optionalDependencies,
    }),
  );
}

async function unusedDependencies(
  root: string,
  { folder, manifest }: WorkspacePackage,
  imported: ReadonlySet<string>,
): Promise<Finding[]> {
  const declared = manifest.dependencies ?? {};
  const peers = await peersOf(root, folder, declared);
  return Object.keys(declared)
    .filter((name) => !imported.has(name) && !peers.has(name))
    .map((name) => ({
      where: `${folder}/package.json`,
      what: `depends on ${name}, which nothing imports`,
      todo: 'remove it from "dependencies"',
    }));
}

/** Returns the peers of a package's dependencies. A package may depend on them so that it works by itself. */
async function peersOf(
  root: string,
  folder: string,
  declared: Readonly<Record<string, string>>,
): Promise<ReadonlySet<string>> {
  const peers = new Set<string>();
  for (const name of Object.keys(declared)) {
    const path = join(root, folder, "node_modules", name, "package.json");
    const text = await readFile(path, "utf8").catch(() => "{}");
    const manifest = JSON.parse(text) as { readonly peerDependencies?: Record<string, string> };
    for (const peer of Object.keys(manifest.peerDependencies ?? {})) peers.add(peer);
  }
  return peers;
}

/** Whether a package's configuration imports a file of the repository's root. */
function isSharedConfig(path: string, target: string): boolean {
  return /\.config\.[cm]?ts$/.test(path) && !target.includes("/");
}

function isTest(path: string): boolean {
  return /\.(test|test-d|bench)\.[cm]?tsx?$/.test(path) || /\/(test|testing|fixtures)\//.test(path);
}

/** Returns the package of a specifier; undefined for files, for names that start with #, and for Node's own modules. */
function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith(".") || specifier.startsWith("#")) return undefined;
  if (specifier.startsWith("node:") || builtin.has(specifier)) return undefined;
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}
