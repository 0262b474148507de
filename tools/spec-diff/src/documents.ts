import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isObject, type JsonObject } from "./json.ts";
import { SpecError } from "./spec-error.ts";

/** A parsed JSON document, with the name under which errors speak of it. */
export interface SourceDocument {
  /** The file's path or another name that tells a person which document it is. */
  readonly file: string;
  /** Where references to other files start from; absent for a document that came from no file. */
  readonly folder?: string;
  readonly root: JsonObject;
}

/** A value inside a document. */
export interface Located {
  readonly document: SourceDocument;
  /** JSON pointer of the value. */
  readonly place: string;
  readonly value: JsonObject;
}

/** Follows references, over files too, and keeps each file it has read. */
export interface Resolver {
  /**
   * The value that a `$ref` names, following chains of references.
   *
   * @throws SpecError naming file and place if the target is missing, no object, or refers to itself.
   */
  resolve(from: SourceDocument, ref: string, place: string): Located;
}

/**
 * Reads a JSON file.
 *
 * @throws SpecError if the file cannot be read or holds no JSON object.
 */
export function readJsonFile(path: string, shownAs = path): SourceDocument {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "no such file" : "cannot be read";
    throw new SpecError(shownAs, "", reason);
  }
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    throw new SpecError(shownAs, "", `no JSON: ${(error as Error).message.split("\n")[0]}`);
  }
  if (!isObject(root)) throw new SpecError(shownAs, "#", "a JSON object is expected");
  return { file: shownAs, folder: dirname(path), root };
}

/** A resolver for one run. */
export function createResolver(): Resolver {
  const files = new Map<string, SourceDocument>();

  function open(from: SourceDocument, file: string, place: string): SourceDocument {
    if (file === "") return from;
    if (from.folder === undefined)
      throw new SpecError(from.file, place, `$ref to another file, ${file}`);
    const path = resolve(from.folder, file);
    const known = files.get(path);
    if (known) return known;
    try {
      const document = readJsonFile(path);
      files.set(path, document);
      return document;
    } catch (error) {
      throw new SpecError(from.file, place, `$ref to ${file}: ${(error as Error).message}`);
    }
  }

  function follow(
    from: SourceDocument,
    ref: string,
    place: string,
    seen: readonly string[],
  ): Located {
    const [file = "", fragment = ""] = ref.split("#", 2);
    const document = open(from, file, place);
    let value: unknown = document.root;
    for (const part of fragment.split("/").slice(1)) {
      const key = decoded(part).replaceAll("~1", "/").replaceAll("~0", "~");
      value = isObject(value) ? value[key] : undefined;
    }
    if (!isObject(value))
      throw new SpecError(from.file, place, `broken $ref "${ref}": nothing there`);
    const next = value["$ref"];
    if (typeof next !== "string") return { document, place: `#${fragment}`, value };
    const key = `${document.file}#${fragment}`;
    if (seen.includes(key))
      throw new SpecError(from.file, place, `$ref "${ref}" leads back to itself`);
    return follow(document, next, `#${fragment}`, [...seen, key]);
  }

  return { resolve: (from, ref, place) => follow(from, ref, place, []) };
}

/** The last part of a reference, which names the definition. */
export function nameOfRef(ref: string): string {
  return decoded(ref.slice(ref.lastIndexOf("/") + 1));
}

/** References are percent-encoded; what is not well encoded is taken as it is, and then not found. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
