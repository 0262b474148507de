// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import type { Walk } from "./walk.ts";
import { mismatch, within } from "./walk.ts";

/** A JSON object as it was parsed. */
export type JsonObject = Record<string, unknown>;

/**
 * Converts a value of a response; objects are changed in place. A value of an unexpected type is returned unchanged,
 * and the walk records it.
 */
export type ValueReader<T> = (value: unknown, walk: Walk) => T;

/** Reads a property of an object and stores the result there. */
export function readAt(
  object: JsonObject,
  key: string,
  walk: Walk,
  read: ValueReader<unknown>,
): void {
  const value = object[key];
  const before = walk.mismatches.length;
  const result = read(value, walk);
  if (result !== value) object[key] = result;
  if (walk.mismatches.length > before) within(walk, before, `.${key}`);
}

/** Reads a property whose reader changes it in place. */
export function readIn(value: unknown, key: string, walk: Walk, read: ValueReader<unknown>): void {
  const before = walk.mismatches.length;
  read(value, walk);
  if (walk.mismatches.length > before) within(walk, before, `.${key}`);
}

/** Whether a value is an object that is not an array. Records a mismatch if it is not. */
export function isObject(value: unknown, walk: Walk): value is JsonObject {
  if (typeof value === "object" && value && !Array.isArray(value)) return true;
  mismatch(walk, "an object", value);
  return false;
}

export function readString(value: unknown, walk: Walk, key?: string): string {
  return typeof value === "string" ? value : mismatch(walk, "a string", value, key);
}

export function readNumber(value: unknown, walk: Walk, key?: string): number {
  return typeof value === "number" ? value : mismatch(walk, "a number", value, key);
}

export function readBoolean(value: unknown, walk: Walk, key?: string): boolean {
  return typeof value === "boolean" ? value : mismatch(walk, "a boolean", value, key);
}

/** Reads a required value of any type. */
export function readAnything<T>(value: unknown, walk: Walk): T {
  return value === undefined ? mismatch(walk, "there", value) : (value as T);
}

/** Reads a response without a body, or one whose body is ignored, whatever its format. */
export function readNothing(): void {}

/** Reads an array and each of its items. */
export function arrayOf<T>(read: ValueReader<T>): ValueReader<T[]> {
  return (value, walk) => {
    if (!Array.isArray(value)) return mismatch(walk, "an array", value);
    const items = value as unknown[];
    const start = walk.mismatches.length;
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      const before = walk.mismatches.length;
      const result = read(item, walk);
      if (result !== item) items[index] = result;
      if (walk.mismatches.length > before) within(walk, before, `[${index}]`, "[*]", start);
    }
    return items as T[];
  };
}

/** Reads an object that maps names to values of one type. */
export function recordOf<T>(read: ValueReader<T>): ValueReader<Record<string, T>> {
  return (value, walk) => {
    if (isObject(value, walk)) readEntries(value, walk, read);
    return value as Record<string, T>;
  };
}

/** Reads the additional properties of an object. */
export function readEntries(
  object: JsonObject,
  walk: Walk,
  read: ValueReader<unknown>,
  declared: readonly string[] = [],
): void {
  const start = walk.mismatches.length;
  for (const key in object) {
    if (declared.includes(key)) continue;
    const value = object[key];
    const before = walk.mismatches.length;
    const result = read(value, walk);
    if (result !== value) object[key] = result;
    // The key can be a user's own text, so the place that is logged does not name it.
    if (walk.mismatches.length > before) within(walk, before, `.${key}`, ".*", start);
  }
}

/** Reads a body whose properties are all optional. A missing body is recorded, and read as an empty object. */
export function orAbsent<T>(read: ValueReader<T>): ValueReader<T> {
  return (value, walk) => {
    if (value !== undefined) return read(value, walk);
    mismatch(walk, "present", value);
    return read({}, walk);
  };
}
