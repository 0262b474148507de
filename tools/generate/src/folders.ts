import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Files } from "./files.ts";

/** How one generated file differs from what is checked in. */
export interface Difference {
  readonly path: string;
  /** What is checked in; undefined when the file is missing. */
  readonly before: string | undefined;
  /** What the specification gives; undefined when the file should not be there. */
  readonly after: string | undefined;
}

/** Compares the owned folders with what they should hold. */
export async function compare(
  root: string,
  owned: readonly string[],
  files: Files,
): Promise<Difference[]> {
  const present = new Map<string, string>();
  for (const folder of owned) {
    await restore(join(root, folder));
    for (const path of await filesBelow(join(root, folder))) {
      present.set(`${folder}/${path}`, await readFile(join(root, folder, path), "utf8"));
    }
  }
  const paths = [...new Set([...present.keys(), ...files.keys()])].toSorted();
  return paths
    .map((path) => ({ path, before: present.get(path), after: files.get(path) }))
    .filter(({ before, after }) => before !== after);
}

/**
 * Makes an owned folder hold exactly the files given. The new content is written beside the
 * folder and swapped in by renaming, so that an interruption leaves the old or the new, whole.
 */
export async function replace(root: string, folder: string, files: Files): Promise<void> {
  const target = join(root, folder);
  const next = `${target}.next`;
  const previous = `${target}.previous`;
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  for (const [path, content] of files) {
    if (!path.startsWith(`${folder}/`)) continue;
    const file = join(next, path.slice(folder.length + 1));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  if (await exists(target)) await rename(target, previous);
  await rename(next, target);
  await rm(previous, { recursive: true, force: true });
}

/** Puts back the old folder when an earlier run was stopped between its two renames. */
async function restore(target: string): Promise<void> {
  const previous = `${target}.previous`;
  if (!(await exists(previous))) return;
  if (!(await exists(target))) await cp(previous, target, { recursive: true });
  await rm(previous, { recursive: true, force: true });
}

async function filesBelow(folder: string): Promise<string[]> {
  if (!(await exists(folder))) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** All files below a folder, by their path below its owner. */
export async function readAll(folder: string, owner: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files: Files = new Map();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const relative = path.slice(folder.length + 1).replaceAll("\\", "/");
    files.set(`${owner}/${relative}`, await readFile(path, "utf8"));
  }
  return files;
}
