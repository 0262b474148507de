import type { RequestLogEntry } from "@acs-chat/emulator";
import { headerOf, isSigned } from "./exchange.ts";

/** Headers that matter to the service; the rest is the client's own affair. */
const SENT = ["content-type", "accept", "repeatability-request-id", "image-filename"];

const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * The request as a command for a shell. The token is not in the log, so that the command takes it
 * from the variable ACS_TOKEN.
 */
export function toCurl(entry: RequestLogEntry, endpoint: string): string {
  const { method, target, requestBody } = entry;
  const lines = [`curl -X ${method} ${quote(endpoint + target)}`];
  if (isSigned(entry)) {
    return `# Signed with the access key: a signature holds for one moment only.\n# Use the identity client, or the copied code.\n${lines[0]}`;
  }
  lines.push(`-H "Authorization: Bearer $ACS_TOKEN"`);
  for (const name of SENT) {
    const value = headerOf(entry, name);
    if (value !== undefined) lines.push(`-H ${quote(`${name}: ${value}`)}`);
  }
  if (requestBody !== undefined) lines.push(`--data-raw ${quote(requestBody)}`);
  else if (headerOf(entry, "image-filename") !== undefined) {
    lines.push(`--data-binary @${quote(headerOf(entry, "image-filename") ?? "")}`);
  }
  return lines.join(" \\\n  ");
}
