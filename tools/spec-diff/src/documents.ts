import { resolve } from "node:path";
import { type Contract as OpenApi, readOpenApi } from "@acs-chat/codegen/contract";

/** A parsed OpenAPI document, with the name under which reports speak of it. */
export interface SourceDocument {
  /** The file's path or another name that tells a person which document it is. */
  readonly file: string;
  /** The path that references to other files count from; absent for a document that came from no file. */
  readonly path?: string;
  /** The parsed content. */
  readonly root: unknown;
}

/**
 * Reads an OpenAPI document in JSON or YAML.
 *
 * @param shownAs - The name of the document in reports.
 * @throws OpenApiError that names file and place if the document cannot be read.
 */
export function readDocument(path: string, shownAs = path): SourceDocument {
  return { file: shownAs, path, root: readOpenApi(path).content };
}

/**
 * Reads what a document describes, with the converter of `@acs-chat/codegen`.
 *
 * @throws OpenApiError that names file and place if the document cannot be read.
 */
export function openApiOf({ file, path = file, root }: SourceDocument): OpenApi {
  return readOpenApi(resolve(path), { content: root }).contract;
}
