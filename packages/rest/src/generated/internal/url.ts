// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 10d75fc941097748. Do not edit.

/** What can stand in a URL. */
export type UrlValue = string | number | boolean | bigint;

/** Writes an argument into the path; what would make the URL mean something else is refused. */
export function segment(name: string, value: UrlValue): string {
  const text = String(value ?? "");
  if (text === "" || text === "." || text === "..") {
    throw new TypeError(`${name} must not be ${text === "" ? "empty" : `"${text}"`}`);
  }
  return encodeURIComponent(text);
}

/** Adds a query parameter, if there is a value. */
export function query(url: string, name: string, value: UrlValue | null | undefined): string {
  if (value === undefined || value === null) return url;
  return `${url}${url.includes("?") ? "&" : "?"}${name}=${encodeURIComponent(String(value))}`;
}
