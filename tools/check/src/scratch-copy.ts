import { execFile } from "node:child_process";
import {
  appendFile,
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { removeOnSignal } from "./remove-on-signal.ts";
import { rooms } from "./workspace.ts";

const exec = promisify(execFile);

/** A temporary working copy of the repository. */
export interface ScratchCopy extends AsyncDisposable {
  readonly root: string;
  /** Changes the text of a file, or removes the file if `change` returns undefined. */
  edit(path: string, change: (text: string) => string | undefined): Promise<void>;
  /** Restores all edited files. */
  restore(): Promise<void>;
}

/**
 * Copies the repository (all files that git tracks or would track, and the builds) to a temporary
 * folder. Packages of this repository resolve to their copies. Installed packages are shared with the
 * original, so do not install anything in the copy.
 */
export async function scratchCopy(original: string): Promise<ScratchCopy> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "acs-chat-")));
  const forget = removeOnSignal(root);
  const paths = await trackedFiles(original);
  for (const folder of new Set(paths.map((path) => dirname(path)))) {
    await mkdir(join(root, folder), { recursive: true });
  }
  await Promise.all(paths.map((path) => copyFile(join(original, path), join(root, path))));
  for (const room of rooms) {
    for (const name of await readdir(join(original, room)).catch(() => [])) {
      for (const part of ["node_modules", "dist"]) {
        const from = join(original, room, name, part);
        if (await isFolder(from)) {
          // Links between our packages are relative and so point to the copies.
          await cp(from, join(root, room, name, part), {
            recursive: true,
            verbatimSymlinks: true,
            filter: isOutsideCache,
          });
        }
      }
    }
  }
  await symlink(join(original, "node_modules"), join(root, "node_modules"));
  // Makes trackedFiles work in the copy. Ignored folders are links here.
  await exec("git", ["init", "--quiet"], { cwd: root });
  await appendFile(join(root, ".git/info/exclude"), "/node_modules\n");
  const edited = new Map<string, string>();
  return {
    root,
    async edit(path, change) {
      const file = join(root, path);
      const text = await readFile(file, "utf8");
      if (!edited.has(file)) edited.set(file, text);
      const changed = change(text);
      await (changed === undefined ? rm(file) : writeFile(file, changed));
    },
    async restore() {
      for (const [file, text] of edited) await writeFile(file, text);
      edited.clear();
    },
    async [Symbol.asyncDispose]() {
      await rm(root, { recursive: true, force: true });
      forget();
    },
  };
}

/** Returns the files that git tracks or would track, relative to the repository, without deleted ones. */
export async function trackedFiles(root: string): Promise<string[]> {
  const list = async (...args: string[]) => {
    const { stdout } = await exec("git", ["ls-files", "-z", ...args], {
      cwd: root,
      maxBuffer: 2 ** 26,
    });
    return stdout.split("\0").filter((path) => path !== "");
  };
  const deleted = new Set(await list("--deleted"));
  return (await list("--cached", "--others", "--exclude-standard"))
    .filter((path) => !deleted.has(path))
    .toSorted();
}

/** Whether a path of node_modules is not in a tool's cache. Caches are hidden folders other than .bin. */
function isOutsideCache(path: string): boolean {
  return !/\/node_modules\/\.(?!bin(\/|$))/.test(path);
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
