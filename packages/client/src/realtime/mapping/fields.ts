import { isRecord, type JsonRecord, parseRecord } from "./json.ts";

/**
 * Returns a field that must be a non-empty string.
 * @throws `Error` that names the field.
 */
export function requireText(record: JsonRecord, key: string): string {
  const value = record[key];
  return typeof value === "string" && value
    ? value
    : rejectField(record, key, "a non-empty string");
}

/** Returns a string field, or an empty string when it is absent. */
export const optionalText = (record: JsonRecord, key: string): string =>
  record[key] ? requireText(record, key) : "";

/** Returns a field that must be a date. */
export const requireDate = (record: JsonRecord, key: string): Date =>
  toDate(record, key, record[key]);

/** Returns a field that must be JSON of an object or an array, escaped with `escape()` by the service. */
export const requireEscapedJson = (record: JsonRecord, key: string): JsonRecord =>
  parseRecord(unescape(requireText(record, key))) ?? rejectField(record, key, "escaped JSON");

/** Returns a field that must be escaped JSON of an array of objects. */
export function requireEscapedList(record: JsonRecord, key: string): JsonRecord[] {
  const list: unknown = requireEscapedJson(record, key);
  return Array.isArray(list) && list.every(isRecord)
    ? list
    : rejectField(record, key, "escaped JSON of an array of objects");
}

/** Converts part of a field to a date. Throws an error that names the field if it is invalid. */
export function toDate(record: JsonRecord, key: string, value: unknown): Date {
  const date = new Date((value ?? Number.NaN) as string);
  return Number.isNaN(date.getTime()) ? rejectField(record, key, "a date") : date;
}

/** Throws an error that says what was expected of a field. */
function rejectField(record: JsonRecord, key: string, expected: string): never {
  throw new Error(`field ${key}: expected ${expected}, received ${kindOf(record[key])}`);
}

/** Describes the type of a value without the value itself, which could be part of a message. */
function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === "") return "an empty string";
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `another ${typeof value}`;
}
