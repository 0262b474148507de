import { dirname, isAbsolute, relative, resolve } from "node:path";
import { CORE_SCHEMA, load as loadYaml, Type, YAMLException } from "js-yaml";
import { OpenApiError, type Place } from "./errors.ts";

/** Reads a file as text; rejects if it is not there. */
export type ReadText = (path: string) => Promise<string>;

/** The files of one OpenAPI document, parsed: the one it starts from, and all that `$ref` leads to. */
export interface Documents {
  /** Path of the file that the document starts from. */
  readonly root: string;
  /** Parsed content by absolute path. */
  readonly files: ReadonlyMap<string, unknown>;
}

/** Reads a file as text; throws if it is not there. */
export type ReadTextSync = (path: string) => string;

/**
 * Loads a document with all files that it refers to.
 *
 * @throws OpenApiError when a file is missing, is not JSON or YAML, or is not on this machine.
 */
export async function loadDocuments(path: string, readText: ReadText): Promise<Documents> {
  const loading = startLoading(path);
  let next = loading.next();
  while (next.done !== true) {
    next = loading.next(await readText(next.value).catch(() => undefined));
  }
  return next.value;
}

/** Loads a document like `loadDocuments`, without waiting. */
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

/** Asks for the text of one file after the other; undefined stands for a file that cannot be read. */
function* startLoading(path: string): Generator<string, Documents, string | undefined> {
  const root = resolve(path);
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
      queue.push({ path: fileOf(reference, from), from });
    }
  }
  return { root, files };
}

/** The file that a reference leads to, as absolute path. */
export function fileOf(reference: string, from: Place): string {
  const [file = ""] = reference.split("#");
  if (file === "") return from.file;
  if (/^[a-z][a-z0-9+.-]+:/i.test(file)) {
    throw new OpenApiError(
      displayed(from),
      `${JSON.stringify(reference)} is on another machine. Download the file and refer to it by a relative path.`,
    );
  }
  const decoded = decodeUri(file);
  return isAbsolute(decoded) ? decoded : resolve(dirname(from.file), decoded);
}

/** A place with the path as a user wants to read it: relative to the working directory. */
export function displayed({ file, pointer }: Place): Place {
  const short = relative(process.cwd(), file);
  return { file: short.startsWith("..") ? file : short, pointer };
}

/** Decodes percent-encoding. Text that is not encoded correctly stays as it is. */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One step of a JSON pointer, escaped. */
export function pointerStep(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function unreadable(path: string, from: Place | undefined): OpenApiError {
  return from === undefined
    ? new OpenApiError(
        displayed({ file: path, pointer: "" }),
        "The file cannot be read. Check the path.",
      )
    : new OpenApiError(
        displayed(from),
        `The reference leads to ${displayed({ file: path, pointer: "" }).file}, which cannot be read. Add the file or correct the reference.`,
      );
}

/** JSON.parse is many times faster than a YAML parser, which in turn says where the fault is. */
function parse(path: string, text: string): unknown {
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.parse(text.replace(/^\uFEFF/, ""));
    } catch {
      // The YAML parser below reads JSON, too, and names the line.
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

/** YAML 1.2 has no dates and no `yes` for true; `<<` is from before, and in use. */
const schema = CORE_SCHEMA.extend({
  implicit: [
    new Type("tag:yaml.org,2002:merge", {
      kind: "scalar",
      resolve: (value: unknown) => value === "<<" || value === null,
    }),
  ],
});

/** References to other files, each with the steps that lead to it. */
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

/** Keys whose content is not part of the description, even if it looks like it. */
function isOpaque(key: string): boolean {
  if (key === "example" || key === "examples") return true;
  return key.startsWith("x-") && key !== "x-ms-paths" && key !== "x-ms-parameterized-host";
}
