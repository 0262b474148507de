import { describe } from "./guards.ts";
import { logger } from "./logger.ts";

/**
 * Returns an endpoint without its query and fragment, which the service ignores. The official client sends the query
 * with every request.
 */
export function withoutQuery(endpoint: string): string {
  const url = String(endpoint);
  const base = url.replace(/[?#].*/s, "");
  if (base !== url) logger.warning("Ignored the query and the fragment of endpoint");
  return base;
}

/** Describes what is wrong with an endpoint, without its value: a connection string contains a key. */
export function problemOf(endpoint: unknown): string {
  const expected = "must be an https URL, such as https://contoso.communication.azure.com";
  if (typeof endpoint !== "string") return `${expected}, but is ${describe(endpoint)}`;
  if (/^\s*endpoint=/i.test(endpoint) || /;\s*accesskey=/i.test(endpoint)) {
    return `${expected}, but is a connection string. Pass only the URL after "endpoint=", and keep the access key on your server`;
  }
  if (/^\s*http:/i.test(endpoint)) {
    return `${expected}. http is accepted for localhost, 127.0.0.1 and [::1] only, because other networks would see the token`;
  }
  return `${expected}, but is ${endpoint.trim() === "" ? "empty" : "no URL that starts with https://"}`;
}
