import { maxJsonDepth } from "../trouter/timings.ts";

/** An object or array from JSON whose fields are not validated yet. */
export type JsonRecord = Record<string, unknown>;

/** Whether a value is an object or an array. */
export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === "object" && value !== null;

/**
 * Parses JSON. Returns undefined for anything that is not a string of JSON.
 * @throws `RangeError` if the JSON nests deeper than the service ever does. Code that walks such a
 * value would exhaust the stack.
 */
export function parseJson(text: unknown): unknown {
  if (typeof text !== "string" || text === "") return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // For deep nesting, engines with a recursive parser throw other errors than SyntaxError.
    if ((error as Error).name === "SyntaxError") return undefined;
    throw tooDeep(error);
  }
  if (nestsTooDeep(value)) throw tooDeep();
  return value;
}

/** Parses JSON. Returns undefined unless it is an object or an array. Throws like {@link parseJson}. */
export function parseRecord(text: unknown): JsonRecord | undefined {
  const value = parseJson(text);
  return isRecord(value) ? value : undefined;
}

const tooDeep = (cause?: unknown): RangeError =>
  new RangeError(`the JSON nests deeper than ${maxJsonDepth} levels`, { cause });

/** Checks the nesting level by level, because recursion could exhaust the stack. */
function nestsTooDeep(value: unknown): boolean {
  let level = [value].filter(isRecord);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= maxJsonDepth) return true;
    level = level.flatMap((record) => Object.values(record).filter(isRecord));
  }
  return false;
}
