import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Creates a folder and its parents. On a read-only file system it throws EROFS, where Node's
 * recursive mkdir throws ENOENT.
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    let missing = resolve(folder);
    while (!existsSync(dirname(missing))) missing = dirname(missing);
    // Throws an error with the actual cause.
    if (!existsSync(missing)) mkdirSync(missing);
    throw error;
  }
}
