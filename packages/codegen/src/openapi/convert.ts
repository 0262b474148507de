import { readFile } from "node:fs/promises";
import { formatTypeSpec } from "@typespec/compiler";
import { displayed, loadDocuments, type ReadText } from "./documents.ts";
import type { Place } from "./errors.ts";
import { collectLosses } from "./losses.ts";
import { type Loss, startReading } from "./node.ts";
import { readContract } from "./read/document.ts";
import { download, isRemote } from "./remote.ts";
import { decodeText } from "./text-encoding.ts";
import { writeTypeSpec } from "./typespec/write.ts";

// Why a converter of our own: docs/decisions/0092-one-converter-from-openapi.md
export interface ConvertOptions {
  /** Reads a file; by default from the disk, or from its server for a document with a URL. */
  readonly readText?: ReadText;
  /** Whether to format the TypeSpec; true by default. */
  readonly format?: boolean;
}

/** An OpenAPI document as TypeSpec. */
export interface Conversion {
  /** The namespace of the service. */
  readonly namespace: string;
  /** TypeSpec sources by file name; `main.tsp` imports the others. */
  readonly files: ReadonlyMap<string, string>;
  /** The parts of the document that TypeSpec cannot represent. */
  readonly losses: readonly Loss[];
  /** Returns the place in the document from which a line of an unformatted source was converted. */
  originOf(file: string, line: number): Place;
}

/**
 * Converts an OpenAPI document of version 2.0, 3.0 or 3.1, in JSON or YAML, to TypeSpec.
 *
 * @param path - the document's path, or its http, https or file URL. It can refer to other files on the same server.
 * @throws OpenApiError that names the file and the place if the document cannot be read.
 */
export async function convertOpenApi(
  path: string,
  options: ConvertOptions = {},
): Promise<Conversion> {
  const documents = await loadDocuments(
    path,
    options.readText ??
      (async (file) => (isRemote(file) ? download(file) : decodeText(await readFile(file)))),
  );
  const reading = startReading(documents);
  const contract = readContract(reading);
  const { namespace, files, heads } = writeTypeSpec(contract);
  const sources = new Map<string, string>();
  const origins = new Map<string, readonly { readonly line: number; readonly place: Place }[]>();
  for (const [file, declarations] of files) {
    const head = heads.get(file) ?? "";
    let line = head.split("\n").length + 1;
    const starts: { readonly line: number; readonly place: Place }[] = [];
    for (const { text, at } of declarations) {
      starts.push({ line, place: displayed(at) });
      line += text.split("\n").length + 1;
    }
    const text = [head, ...declarations.map((one) => one.text)].join("\n\n");
    sources.set(
      file,
      options.format === false ? text : await formatTypeSpec(text, { printWidth: 120 }),
    );
    origins.set(file, starts);
  }
  return {
    namespace,
    files: sources,
    losses: collectLosses(reading),
    originOf: (file, line) =>
      origins.get(file)?.findLast((start) => start.line <= line)?.place ?? displayed(contract.at),
  };
}
