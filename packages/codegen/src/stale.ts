import { joinPaths, type Program } from "@typespec/compiler";
import { contextPath, fileMark } from "./write/paths.ts";

/** The folders that files are emitted to, directly or in folders of groups. */
const folders = ["clients", "internal", "models", "operations", "readers", "writers"] as const;

/** Removes files of an earlier run that were not written this time, because they would break the build. */
export async function removeStaleFiles(
  { host }: Program,
  root: string,
  written: ReadonlySet<string>,
): Promise<void> {
  const namesIn = (folder: string): Promise<readonly string[]> =>
    host.readDir(folder).catch(() => []);
  const clean = async (folder: string, names: readonly string[]): Promise<void> => {
    for (const name of names) {
      const file = joinPaths(folder, name);
      if (!name.endsWith(".ts") || written.has(file)) continue;
      const { text } = await host.readFile(file);
      if (text.startsWith(fileMark)) await host.rm(file);
    }
  };
  await clean(root, await namesIn(root));
  for (const folder of folders.map((name) => joinPaths(root, name))) {
    const names = await namesIn(folder);
    for (const path of [folder, ...names.map((name) => joinPaths(folder, name))]) {
      const inside = await namesIn(path);
      // A folder with a context is another client.
      if (!inside.includes(contextPath)) await clean(path, inside);
    }
  }
}
