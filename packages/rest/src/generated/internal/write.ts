// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 9e908e83e9562191. Do not edit.

/** Writes what has dates in it as JSON, which by itself would make a date that is none null. */
export function jsonWithDates(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, text: unknown) {
    if (text === null && this[key] instanceof Date) throw new TypeError(`${key} is no valid Date`);
    return text;
  });
}
