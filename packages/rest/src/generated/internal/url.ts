// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import { textOf } from "./texts.ts";
import type { TextValue } from "./texts.ts";

/** Resolves a URL against the endpoint. Throws if the result has another origin. */
export function sameOrigin(endpoint: string, target: string): string {
  if (target.startsWith(`${endpoint}/`)) return target;
  // White space before the slash would be part of the URL.
  const { origin, href } = new URL(target, `${String(endpoint).trim()}/`);
  const home = new URL(endpoint).origin;
  if (origin !== home) throw new Error(`Refused ${origin}: requests must stay at ${home}`);
  return href;
}

/** Writes an argument into the path. Throws if it would change the meaning of the URL. */
export function segment(name: string, value: TextValue | null | undefined): string {
  const text = textOf(value ?? "");
  if (/^\.{0,2}$/.test(text)) throw new TypeError(`${name} must not be "${text}"`);
  return encodeURIComponent(text);
}

/** Adds the query parameters that have a value. */
export function query(
  url: string,
  values: Readonly<Record<string, TextValue | null | undefined>>,
): string {
  let separator = url.includes("?") ? "&" : "?";
  for (const name in values) {
    const value = values[name];
    if (value === undefined || value === null) continue;
    url += `${separator}${name}=${encodeURIComponent(textOf(value))}`;
    separator = "&";
  }
  return url;
}
