import type { RequestLogEntry } from "@acs-chat/emulator";
import { headerOf, imageOf, isAuthorized, isSigned } from "./exchange.ts";

/** The headers that the service evaluates. */
const SENT = ["content-type", "accept", "repeatability-request-id", "image-filename"];

const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * Returns the request as a curl command. The log does not contain tokens, so the command reads the token from the
 * environment variable ACS_TOKEN. Returns undefined if the log contains only the beginning of the body.
 */
export function toCurl(entry: RequestLogEntry, endpoint: string): string | undefined {
  const { method, target, operation, requestBody } = entry;
  if (entry.requestBodyCutFrom !== undefined) return undefined;
  const lines = [`curl -X ${method} ${quote(endpoint + target)}`];
  if (isSigned(entry)) {
    return `# This request was signed with the access key. A signature is valid only for a short time.\n# Use the identity client, or the copied code.\n${lines[0]}`;
  }
  // Without this option, curl expands brackets and braces to several URLs.
  if (/[[\]{}]/.test(target)) lines.push("--globoff");
  if (isAuthorized(entry)) lines.push(`-H "Authorization: Bearer $ACS_TOKEN"`);
  for (const name of SENT) {
    const value = headerOf(entry, name);
    if (value !== undefined) lines.push(`-H ${quote(`${name}: ${value}`)}`);
  }
  // By default, curl adds the content type of a form to every body.
  if (requestBody !== undefined && headerOf(entry, "content-type") === undefined)
    lines.push("-H content-type:");
  if (requestBody !== undefined) lines.push(`--data-raw ${quote(requestBody)}`);
  else if (operation === "uploadChatImage") lines.push(`--data-binary @${quote(imageOf(entry))}`);
  return lines.join(" \\\n  ");
}
