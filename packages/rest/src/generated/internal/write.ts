// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 10d75fc941097748. Do not edit.

/** Applies a writer to what is there. */
export function maybe<T, R>(
  value: T,
  write: (value: NonNullable<T>) => R,
): R | (T & (null | undefined)) {
  return value === undefined || value === null
    ? (value as T & (null | undefined))
    : write(value as NonNullable<T>);
}

/** Writes a point in time as RFC 3339. */
export function writeDate(date: Date): string {
  return date.toISOString();
}
