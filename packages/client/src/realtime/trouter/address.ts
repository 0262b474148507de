import { requireText } from "../mapping/fields.ts";
import type { JsonRecord } from "../mapping/json.ts";
import type { TrouterEnvironment } from "./environment.ts";

/**
 * Returns a URL of a response, with a slash at its end.
 * @throws `RealtimeError` if no token may be sent there: it is neither https nor of the endpoint's origin.
 */
export function requireAddress(env: TrouterEnvironment, record: JsonRecord, key: string): string {
  const { protocol, href, origin } = new URL(requireText(record, key), env.endpoint);
  if (protocol !== "https:" && origin !== new URL(env.endpoint).origin) {
    const message = `${key} is ${origin}: expected an https URL, or a URL of the endpoint's origin.`;
    throw new env.RealtimeError("InsecureUrl", message);
  }
  return href.endsWith("/") ? href : `${href}/`;
}
