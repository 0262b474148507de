import { readChecked, ShapeError, type ResponseSource } from "./walk.ts";
import type { ValueReader } from "./read.ts";

/** Parses and reads a JSON document inside a response: a line, or an event's data. */
export function readJson<T>(source: ResponseSource, text: string, read: ValueReader<T>): T {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    throw new ShapeError(`${JSON.stringify(text.slice(0, 60))} is not JSON`);
  }
  return readChecked(source, root, read);
}
