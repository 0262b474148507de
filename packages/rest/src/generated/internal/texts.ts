// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 9e908e83e9562191. Do not edit.

/** A single value that has one form as text. */
export type TextValue = string | number | boolean | bigint;

/** Writes a value as text. Objects have no text: only a caller without types can give one. */
export function textOf(value: TextValue): string {
  if (typeof value === "object") throw new TypeError("An object cannot be sent as text");
  return `${value}`;
}
