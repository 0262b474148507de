import { joinPaths, type Program } from "@typespec/compiler";
import { fileMark } from "./write/paths.ts";

type Host = Program["host"];

/** Finds files that the emitter would overwrite, but did not write in an earlier run. */
export async function foreignFiles(
  { host }: Program,
  root: string,
  files: ReadonlyMap<string, string>,
  packageName: string,
): Promise<readonly string[]> {
  const isPackage = await isEmittedPackage(host, root, packageName);
  const foreign: string[] = [];
  for (const [path, content] of files) {
    const file = joinPaths(root, path);
    const text = await textOf(host, file);
    const isOwn = path.endsWith(".ts") ? text?.startsWith(fileMark) === true : isPackage;
    // An interrupted run leaves empty files.
    if (text !== undefined && text !== "" && text !== content && !isOwn) foreign.push(file);
  }
  return foreign;
}

/** Whether a folder has emitted code, and no package.json of another package. */
async function isEmittedPackage(host: Host, root: string, name: string): Promise<boolean> {
  const index = await textOf(host, joinPaths(root, "src/index.ts"));
  if (index?.startsWith(fileMark) !== true) return false;
  const manifest = (await textOf(host, joinPaths(root, "package.json"))) ?? "";
  return manifest === "" || nameIn(manifest) === name;
}

function nameIn(manifest: string): unknown {
  try {
    return (JSON.parse(manifest) as { readonly name?: unknown } | null)?.name;
  } catch {
    return undefined;
  }
}

/** Returns the text of a file; undefined if there is none. */
async function textOf(host: Host, file: string): Promise<string | undefined> {
  return host.readFile(file).then(
    ({ text }) => text,
    () => undefined,
  );
}
