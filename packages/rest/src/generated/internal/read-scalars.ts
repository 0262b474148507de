// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import { mismatch } from "./walk.ts";
import type { Walk } from "./walk.ts";

const dateTime = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:(\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** Reads a point in time in the form of RFC 3339. A time without an offset is not a point in time. */
export function readDate(value: unknown, walk: Walk, key?: string): Date {
  // Most services send this form, which needs no regular expression.
  const isUtc = typeof value === "string" && value[10] === "T" && value.endsWith("Z");
  const date = new Date(isUtc ? value : Number.NaN);
  return Number.isNaN(date.getTime()) ? readOtherDate(value, walk, key) : date;
}

/** Reads the rarer forms: other offsets, lower-case letters, and leap seconds, which Date does not support. */
function readOtherDate(value: unknown, walk: Walk, key: string | undefined): Date {
  const found = typeof value === "string" ? dateTime.exec(value.toUpperCase()) : null;
  const isLeap = found?.[1] === "60";
  const time = Date.parse(isLeap ? found![0].replace(":60", ":59") : (found?.[0] ?? ""));
  return Number.isNaN(time)
    ? mismatch(walk, "a date-time with an offset", value, key)
    : new Date(isLeap ? time + 1000 : time);
}
