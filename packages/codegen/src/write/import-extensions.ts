/** How emitted files import each other: `./models.ts`, `./models.js` or `./models`. */
export type ImportExtension = "ts" | "js" | "none";

/** An import or export of another emitted file. */
const specifier = /(\bfrom |\bimport\()"(\.{1,2}\/[^"\n]+)\.ts"/g;

/** Replaces the extension in the imports of emitted files, which is `.ts` at first. */
export function withImportExtension(
  files: ReadonlyMap<string, string>,
  extension: ImportExtension,
): ReadonlyMap<string, string> {
  if (extension === "ts") return files;
  const end = extension === "js" ? ".js" : "";
  return new Map([...files].map(([path, text]) => [path, text.replace(specifier, `$1"$2${end}"`)]));
}
