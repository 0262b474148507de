// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec e075d191744c287c. Do not edit.

import { ShapeError } from "./read.ts";
import type { Key } from "./read.ts";

/** Reads a point in time: RFC 3339, or RFC 7231 as in HTTP headers. */
export function readDate(value: unknown, holder?: object, key?: Key): Date {
  const date = new Date(typeof value === "string" ? value : Number.NaN);
  if (Number.isNaN(date.getTime())) throw new ShapeError("a date-time", value, holder, key);
  return date;
}
