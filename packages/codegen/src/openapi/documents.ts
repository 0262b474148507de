import { dirname, isAbsolute, relative, resolve } from "node:path";
import { CORE_SCHEMA, load as loadYaml, Type, YAMLException } from "js-yaml";
import { OpenApiError, type Place } from "./errors.ts";
import { isRemote, localPath, remoteFile, remoteRoot, withoutSecrets } from "./remote.ts";

/**
 * Reads a file as text, by its absolute path or URL. Rejects if it cannot be read; an OpenApiError says why.
 */
export type ReadText = (path: string) => Promise<string>;

/** The parsed files of one OpenAPI document: the main file, and all files that it references. */
export interface Documents {
  /** Absolute path or URL of the main file. */
  readonly root: string;
  /** Parsed content by absolute path or URL. */
  readonly files: ReadonlyMap<string, unknown>;
}

/** Reads a file as text; throws if it cannot be read. */
export type ReadTextSync = (path: string) => string;

/**
 * Loads a document with all files that it references.
 *
 * @throws OpenApiError if a file does not exist, is not JSON or YAML, or is on another machine.
 */
export async function loadDocuments(path: string, readText: ReadText): Promise<Documents> {
  const loading = startLoading(path);
  let next = loading.next();
  while (next.done !== true) {
    const text = await readText(next.value).catch((error: unknown) => {
      if (error instanceof OpenApiError) throw error;
      return undefined;
    });
    next = loading.next(text);
  }
  return next.value;
}

/** Loads a document like `loadDocuments`, but synchronously. */
export function loadDocumentsSync(path: string, readText: ReadTextSync): Documents {
  const loading = startLoading(path);
  let next = loading.next();
  while (next.done !== true) {
    let text: string | undefined;
    try {
      text = readText(next.value);
    } catch {
      text = undefined;
    }
    next = loading.next(text);
  }
  return next.value;
}

/** Yields the path of each file to load, and expects its text; undefined for a file that cannot be read. */
function* startLoading(path: string): Generator<string, Documents, string | undefined> {
  const root = isRemote(path) ? remoteRoot(path) : resolve(localPath(path));
  const files = new Map<string, unknown>();
  const queue: { readonly path: string; readonly from?: Place }[] = [{ path: root }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (files.has(next.path)) continue;
    const text = yield next.path;
    if (text === undefined) throw unreadable(next.path, next.from);
    const content = parse(next.path, text);
    files.set(next.path, content);
    for (const { reference, pointer } of externalReferences(content)) {
      const from = { file: next.path, pointer };
      queue.push({ path: fileOf(reference, from, root), from });
    }
  }
  return { root, files };
}

/** Returns the absolute path or URL of the file that a reference names. `root` is the main file. */
export function fileOf(reference: string, from: Place, root: string): string {
  const [file = ""] = reference.split("#");
  if (file === "") return from.file;
  const remote = isRemote(from.file) ? remoteFile(file, from.file, root) : undefined;
  if (remote !== undefined) return remote;
  if (isRemote(from.file) || /^(?!file:\/\/)[a-z][a-z0-9+.-]+:/i.test(file)) {
    throw new OpenApiError(
      displayed(from),
      `${JSON.stringify(reference)} is on another machine. Download the file and refer to it by a relative path.`,
    );
  }
  if (/^file:/i.test(file)) return localPath(file);
  const decoded = decodeUri(file);
  return isAbsolute(decoded) ? decoded : resolve(dirname(from.file), decoded);
}

/** Returns a place for messages: with its path relative to the working directory, or its URL without secrets. */
export function displayed({ file, pointer }: Place): Place {
  if (isRemote(file)) return { file: withoutSecrets(file), pointer };
  const short = relative(process.cwd(), file);
  return { file: short.startsWith("..") ? file : short, pointer };
}

/** Decodes percent-encoding. Text that is not encoded correctly is returned unchanged. */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Escapes a key for a JSON pointer. */
export function pointerStep(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Creates the error for a file that does not exist or cannot be read. `from` is the place of the reference to it. */
export function unreadable(path: string, from?: Place): OpenApiError {
  return from === undefined
    ? new OpenApiError(
        displayed({ file: path, pointer: "" }),
        "There is no such file or folder, or it cannot be read. Check the path.",
      )
    : new OpenApiError(
        displayed(from),
        `The referenced file ${displayed({ file: path, pointer: "" }).file} does not exist or cannot be read. Add the file or correct the reference.`,
      );
}

/** Parses JSON or YAML. JSON.parse is many times faster than the YAML parser, which reports the line of an error. */
function parse(path: string, text: string): unknown {
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch {
      // The YAML parser below also reads JSON, and reports the line.
    }
  }
  try {
    return loadYaml(text, { schema, json: true });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { line, column } = error.mark;
    throw new OpenApiError(
      displayed({ file: path, pointer: "" }),
      `Line ${line + 1}, column ${column + 1}: ${error.reason}. Correct the JSON or YAML.`,
    );
  }
}

/**
 * YAML 1.2 without dates and without `yes` as true. The merge key `<<` of YAML 1.1 is added, because documents use it.
 */
const schema = CORE_SCHEMA.extend({
  implicit: [
    new Type("tag:yaml.org,2002:merge", {
      kind: "scalar",
      resolve: (value: unknown) => value === "<<" || value === null,
    }),
  ],
});

/** Lists the references to other files, with their JSON pointers. */
function externalReferences(content: unknown): readonly { reference: string; pointer: string }[] {
  const found: { reference: string; pointer: string }[] = [];
  const steps: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value)) {
      if (isOpaque(key)) continue;
      const child = (value as Readonly<Record<string, unknown>>)[key];
      if (typeof child === "object") {
        steps.push(key);
        visit(child);
        steps.pop();
      } else if (key === "$ref" && typeof child === "string" && !child.startsWith("#")) {
        const pointer = [...steps, key].map((step) => `/${pointerStep(step)}`).join("");
        found.push({ reference: child, pointer });
      }
    }
  };
  visit(content);
  return found;
}

/** Whether the content of a key is not part of the description, even if it contains references. */
function isOpaque(key: string): boolean {
  if (key === "example" || key === "examples") return true;
  return key.startsWith("x-") && key !== "x-ms-paths" && key !== "x-ms-parameterized-host";
}
