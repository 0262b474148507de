import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { RefusedError } from "./refused-error.ts";

/** A change that a run makes to a file. */
export interface Change {
  readonly kind: "new" | "changed" | "removed";
  readonly path: string;
  /** The new content; undefined for a file to remove. */
  readonly content?: string;
}

/**
 * Compares the emitted files with the files on disk.
 * @throws RefusedError if a path cannot be read, such as a folder in the place of a file.
 */
export async function changesOf(
  written: ReadonlyMap<string, string>,
  removed: ReadonlySet<string>,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const [path, content] of written) {
    const before = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw refused("read", path, error, "Nothing was written.");
    });
    if (before === content) continue;
    changes.push({ kind: before === undefined ? "new" : "changed", path, content });
  }
  for (const path of removed) changes.push({ kind: "removed", path });
  return changes;
}

/**
 * Writes and removes files, and tells each change after it is made.
 * @throws RefusedError if a file cannot be written or removed.
 */
export async function carryOut(
  changes: readonly Change[],
  tell: (change: Change) => void,
): Promise<void> {
  for (const [index, change] of changes.entries()) {
    await write(change).catch((error: Error) => {
      const done =
        index === 0
          ? "Nothing was written."
          : `Only ${index} of ${changes.length} files were written.`;
      throw refused("written", change.path, error, done);
    });
    tell(change);
  }
}

async function write({ path, content }: Change): Promise<void> {
  if (content === undefined) return rm(path, { force: true });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function refused(what: string, path: string, error: Error, done: string): RefusedError {
  return new RefusedError(
    `${relative(process.cwd(), path)} cannot be ${what}: ${error.message}. ${done} Correct the path, or its permissions.`,
    { cause: error },
  );
}

/** Returns a line such as `new client/index.ts`. */
export function describeChange({ kind, path }: Change): string {
  return `${kind} ${relative(process.cwd(), path)}`;
}
