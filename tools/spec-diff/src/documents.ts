import { resolve } from "node:path";
import { type ReadDocument, readOpenApi } from "@acs-chat/codegen/contract";

/** A parsed OpenAPI document, with its name in reports. */
export interface SourceDocument {
  /** The path of the file, or another name for the document. */
  readonly file: string;
  /** The path from which references to other files start; absent for a document that is not a file. */
  readonly path?: string;
  /** The parsed content. */
  readonly root: unknown;
}

/**
 * Reads an OpenAPI document in JSON or YAML.
 *
 * @param shownAs - The name of the document in reports.
 * @throws OpenApiError that names the file and the place if the document cannot be read.
 */
export function readDocument(path: string, shownAs = path): SourceDocument {
  return { file: shownAs, path, root: readOpenApi(path).content };
}

/**
 * Reads the content of a document with the converter of `@acs-chat/codegen`.
 *
 * @throws OpenApiError that names the file and the place if the document cannot be read.
 */
export function readSource({ file, path = file, root }: SourceDocument): ReadDocument {
  return readOpenApi(resolve(path), { content: root });
}
