// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

/** Serializes a value with dates as JSON. Throws for an invalid Date, which JSON.stringify would write as null. */
export function jsonWithDates(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, text: unknown) {
    if (text === null && this[key] instanceof Date)
      throw new TypeError(`${key} is not a valid Date`);
    return text;
  });
}
