import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

/** An OpenAPI document to measure. */
export interface Document {
  readonly name: string;
  readonly path: string;
}

const specs = join(import.meta.dirname, "../../../specs");

/** Returns the documents of this repository, or those of a folder. */
export function findDocuments(folder: string = specs): readonly Document[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(json|ya?ml)$/.test(path) && !path.includes("node_modules"))
    .toSorted()
    .map((path) => join(folder, path));
  return files.filter(isDocument).map((path) => ({ name: nameOf(folder, path), path }));
}

/** Whether a file is a document of its own: other files, such as schemas, do not declare a version. */
function isDocument(path: string): boolean {
  return /^\s*\{?\s*["']?(openapi|swagger)["']?\s*:/m.test(readFileSync(path, "utf8"));
}

function nameOf(folder: string, path: string): string {
  const parent = relative(folder, dirname(path)).replaceAll(/[^\w-]+/g, "-");
  const own = basename(path).replace(/\.\w+$/, "");
  return [parent, own].filter((part) => part !== "").join("-");
}
