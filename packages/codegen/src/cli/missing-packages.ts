import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The end of an import from a package, or from a path in it. */
const imported = / from "(?!node:)((?:@[^/"]+\/)?[^@./"][^/"]*)[^"]*";$/gm;

/** Lists the packages that emitted code imports and that are not installed around its folder. */
export function missingPackages(files: Iterable<string>, folder: string): readonly string[] {
  const names = new Set<string>();
  for (const text of files) {
    for (const [, name = ""] of text.matchAll(imported)) names.add(name);
  }
  return [...names].filter((name) => !isInstalled(name, folder)).toSorted();
}

function isInstalled(name: string, folder: string): boolean {
  if (existsSync(join(folder, "node_modules", name))) return true;
  const above = dirname(folder);
  return above !== folder && isInstalled(name, above);
}
