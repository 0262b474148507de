import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Files } from "./files.ts";

/** A difference between a generated file and the committed one. */
export interface Difference {
  readonly path: string;
  /** The committed content; undefined if the file is missing. */
  readonly before: string | undefined;
  /** The generated content; undefined if the file is no longer generated. */
  readonly after: string | undefined;
}

/** Compares the files in the owned folders with the generated files. */
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
 * Replaces the content of an owned folder with the given files. Writes them to a temporary folder
 * and renames it, so an interrupted run leaves either all old files or all new ones.
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

/** Restores the old folder if an earlier run was interrupted between its two renames. */
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

/** Reads all files below a folder. Returns their contents by path, with `owner` in place of the folder. */
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
