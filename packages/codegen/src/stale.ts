import { joinPaths, type Program } from "@typespec/compiler";
import { fileMark } from "./write/paths.ts";

/** The folders that files are emitted to. */
const folders = ["", "internal", "models", "operations"] as const;

/** Removes files of an earlier run that were not written this time, because they would break the build. */
export async function removeStaleFiles(
  { host }: Program,
  root: string,
  written: ReadonlySet<string>,
): Promise<void> {
  for (const folder of folders) {
    const path = joinPaths(root, folder);
    const names = await host.readDir(path).catch((): string[] => []);
    for (const name of names) {
      const file = joinPaths(path, name);
      if (!name.endsWith(".ts") || written.has(file)) continue;
      const { text } = await host.readFile(file);
      if (text.startsWith(fileMark)) await host.rm(file);
    }
  }
}
