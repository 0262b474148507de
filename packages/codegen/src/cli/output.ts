import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";

/** A change that a run makes to a file. */
export interface Change {
  readonly kind: "new" | "changed" | "removed";
  readonly path: string;
  /** The new content; undefined for a file to remove. */
  readonly content?: string;
}

/** Compares the emitted files with the files on disk. */
export async function changesOf(
  written: ReadonlyMap<string, string>,
  removed: ReadonlySet<string>,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const [path, content] of written) {
    const before = await readFile(path, "utf8").catch(() => undefined);
    if (before === content) continue;
    changes.push({ kind: before === undefined ? "new" : "changed", path, content });
  }
  for (const path of removed) changes.push({ kind: "removed", path });
  return changes;
}

export async function carryOut(changes: readonly Change[]): Promise<void> {
  for (const { path, content } of changes) {
    if (content === undefined) {
      await rm(path, { force: true });
      continue;
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

/** Returns a line such as `new client/index.ts`. */
export function describeChange({ kind, path }: Change): string {
  return `${kind} ${relative(process.cwd(), path)}`;
}
