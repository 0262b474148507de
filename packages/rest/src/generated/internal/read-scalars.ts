// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 7055c1f5e1c4d738. Do not edit.

import { mismatch } from "./read.ts";

/** Reads a point in time as RFC 3339 writes it. */
export function readDate(value: unknown): Date {
  const time = typeof value === "string" && value[10] === "T" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) mismatch("a date-time", value);
  return new Date(time);
}
