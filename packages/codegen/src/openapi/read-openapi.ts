import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Contract } from "./contract.ts";
import { loadDocumentsSync, type ReadTextSync } from "./documents.ts";
import { collectLosses } from "./losses.ts";
import { type Loss, startReading } from "./node.ts";
import { readContract } from "./read/document.ts";
import { localPath } from "./remote.ts";
import { decodeText } from "./text-encoding.ts";

export interface ReadOptions {
  /** Reads a file; by default from the disk. */
  readonly readText?: ReadTextSync;
  /** The parsed document, if it is not on disk. References to other files still start from the path. */
  readonly content?: unknown;
}

/** An OpenAPI document as plain data. */
export interface ReadDocument {
  readonly contract: Contract;
  /** The parsed document, unchanged. */
  readonly content: unknown;
  /** The parts of the document that are not in the contract. */
  readonly unread: readonly Loss[];
}

/**
 * Reads an OpenAPI document of version 2.0, 3.0 or 3.1, in JSON or YAML, with all files that it references.
 *
 * @throws OpenApiError that names the file and the place if the document cannot be read.
 */
export function readOpenApi(path: string, options: ReadOptions = {}): ReadDocument {
  const { content, readText = (file) => decodeText(readFileSync(file)) } = options;
  const root = resolve(localPath(path));
  const documents = loadDocumentsSync(root, (file) =>
    content !== undefined && file === root ? JSON.stringify(content) : readText(file),
  );
  const reading = startReading(documents);
  const contract = readContract(reading);
  return { contract, content: documents.files.get(root), unread: collectLosses(reading) };
}
