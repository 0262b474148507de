import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The parts of a package.json that the checks read. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly repository?: {
    readonly type?: string;
    readonly url: string;
    readonly directory?: string;
  };
  readonly homepage?: string;
  readonly bugs?: string;
  /** In a package with two builds, the entry of the CommonJS build. */
  readonly main?: string;
  readonly exports?: Readonly<Record<string, string | Conditions>>;
  readonly imports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The files of one entry point, by condition. */
interface Conditions {
  readonly types?: string;
  readonly default?: string;
  readonly import?: Conditions;
  readonly require?: Conditions;
}

/** A package of this repository. */
export interface WorkspacePackage {
  /** Relative to the repository, for example `packages/rest`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The folders that contain the packages of this repository. */
export const rooms = ["specs", "packages", "tools", "samples"] as const;

/** Returns all packages of the repository, sorted by folder. */
export async function workspacePackages(root: string): Promise<WorkspacePackage[]> {
  const found: WorkspacePackage[] = [];
  for (const room of rooms) {
    const entries = await readdir(join(root, room), { withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((one) => one.isDirectory())) {
      const folder = `${room}/${entry.name}`;
      const manifest = await readManifest(join(root, folder));
      if (manifest !== undefined) found.push({ folder, manifest });
    }
  }
  return found.toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** Returns the published packages. */
export async function publicPackages(root: string): Promise<WorkspacePackage[]> {
  return (await workspacePackages(root)).filter(({ manifest }) => manifest.private !== true);
}

/** Returns the package.json of a folder; undefined if the folder has none. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, "package.json"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Manifest);
}

/** Returns the files below a folder for which `accepts` returns true, sorted and relative to the repository. */
export async function filesBelow(
  root: string,
  folder: string,
  accepts: (path: string) => boolean,
): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !skipped.has(entry.name)) {
      found.push(...(await filesBelow(root, path, accepts)));
    } else if (entry.isFile() && accepts(path)) {
      found.push(path);
    }
  }
  return found.toSorted();
}

const skipped = new Set(["node_modules", "dist", ".turbo"]);
