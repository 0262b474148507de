import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder and the folders above it. On a read-only file system Node's recursive mkdir throws
 * ENOENT; this throws EROFS.
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    let missing = resolve(folder);
    while (!existsSync(dirname(missing))) missing = dirname(missing);
    // Throws with the true cause.
    if (!existsSync(missing)) mkdirSync(missing);
    throw error;
  }
}
