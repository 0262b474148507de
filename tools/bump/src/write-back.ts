import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { trackedFiles } from "@acs-chat/check";

/** How a file of the copy differs from the original. */
export interface FileChange {
  readonly path: string;
  /** The content; undefined if the file does not exist. */
  readonly before: Buffer | undefined;
  readonly after: Buffer | undefined;
}

/** The files of a working copy by path. */
export type Snapshot = ReadonlyMap<string, Buffer>;

/** Reads all files of a working copy that git does not ignore. */
export async function snapshotOf(root: string): Promise<Snapshot> {
  const snapshot = new Map<string, Buffer>();
  for (const path of await trackedFiles(root)) {
    snapshot.set(path, await readFile(join(root, path)));
  }
  return snapshot;
}

/** Lists the files that differ between two snapshots, sorted by path. */
export function changesBetween(old: Snapshot, now: Snapshot): FileChange[] {
  return [...new Set([...old.keys(), ...now.keys()])]
    .toSorted()
    .map((path) => ({ path, before: old.get(path), after: now.get(path) }))
    .filter(({ before, after }) => !(before && after && before.equals(after)));
}

/** Writes the changes to the original. If one fails, those before it are undone. */
export async function writeBack(original: string, changes: readonly FileChange[]): Promise<void> {
  const done: FileChange[] = [];
  try {
    for (const change of changes) {
      done.push(change);
      await put(join(original, change.path), change.after);
    }
  } catch (error) {
    for (const { path, before } of done.toReversed()) {
      await put(join(original, path), before).catch(() => {});
    }
    throw error;
  }
}

async function put(path: string, content: Buffer | undefined): Promise<void> {
  if (content === undefined) {
    await rm(path, { force: true });
  } else {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}
