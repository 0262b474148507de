// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

/** A single value that can be written as text. */
export type TextValue = string | number | boolean | bigint;

/** Writes a value as text. Throws for objects, which callers without types can pass. */
export function textOf(value: TextValue): string {
  if (typeof value === "object") throw new TypeError("An object cannot be sent as text");
  return `${value}`;
}
