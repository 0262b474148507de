import { ShapeError, type ValueReader } from "./read.ts";

/** Says that a document inside an answer is not what it should be: a line, an event, a text in XML. */
export class DocumentError extends Error {}

/** Reads a document that has been parsed; what is wrong in it is named by its path. */
export function readDocument<T>(root: unknown, read: ValueReader<T>): T {
  try {
    return read(root);
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    throw new DocumentError(error.message);
  }
}

/** Parses and reads a document that is JSON. */
export function readJson<T>(text: string, read: ValueReader<T>): T {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    throw new DocumentError(`${JSON.stringify(text.slice(0, 60))} is not JSON`);
  }
  return readDocument(root, read);
}
