import type { RequestLogEntry } from "@acs-chat/emulator";
import { headerOf, imageOf, isAuthorized, isSigned } from "./exchange.ts";

/** Headers that matter to the service; the rest is the client's own affair. */
const SENT = ["content-type", "accept", "repeatability-request-id", "image-filename"];

const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * The request as a command for a shell. The token is not in the log, so that the command takes it
 * from the variable ACS_TOKEN. Undefined if the log has only the beginning of the body.
 */
export function toCurl(entry: RequestLogEntry, endpoint: string): string | undefined {
  const { method, target, operation, requestBody } = entry;
  if (entry.requestBodyCutFrom !== undefined) return undefined;
  const lines = [`curl -X ${method} ${quote(endpoint + target)}`];
  if (isSigned(entry)) {
    return `# Signed with the access key: a signature holds for one moment only.\n# Use the identity client, or the copied code.\n${lines[0]}`;
  }
  // To curl, these are several addresses in one.
  if (/[[\]{}]/.test(target)) lines.push("--globoff");
  if (isAuthorized(entry)) lines.push(`-H "Authorization: Bearer $ACS_TOKEN"`);
  for (const name of SENT) {
    const value = headerOf(entry, name);
    if (value !== undefined) lines.push(`-H ${quote(`${name}: ${value}`)}`);
  }
  // With a body, curl says that it is a form unless it is told otherwise.
  if (requestBody !== undefined && headerOf(entry, "content-type") === undefined)
    lines.push("-H content-type:");
  if (requestBody !== undefined) lines.push(`--data-raw ${quote(requestBody)}`);
  else if (operation === "uploadChatImage") lines.push(`--data-binary @${quote(imageOf(entry))}`);
  return lines.join(" \\\n  ");
}
