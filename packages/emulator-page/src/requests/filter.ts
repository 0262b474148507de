import type { RequestLogEntry } from "@acs-chat/emulator";
import { headerOf } from "./exchange.ts";

/** Which requests to show. */
export interface RequestFilter {
  /** Words that all must be in the target, the operation, the method, the status or the bodies. */
  readonly text: string;
  /** Kind of status: `2`, `4`, `5`, or `cut` for connections that were cut; all if empty. */
  readonly status: "" | "2" | "4" | "5" | "cut";
  /** Leaves out what this page asked for itself. */
  readonly withoutPage: boolean;
}

/** Tells whether a request is to be shown. */
export function matches(entry: RequestLogEntry, filter: RequestFilter, pageAgent: string): boolean {
  if (filter.withoutPage && agentOf(entry).includes(pageAgent)) return false;
  const { status } = entry;
  if (filter.status === "cut" && status !== undefined) return false;
  if (/^\d$/.test(filter.status) && String(status).charAt(0) !== filter.status) return false;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const all = [
    entry.method,
    entry.target,
    entry.operation,
    entry.userId,
    status,
    entry.requestBody,
    entry.responseBody,
  ]
    .join(" ")
    .toLowerCase();
  return words.every((word) => all.includes(word));
}

const agentOf = (entry: RequestLogEntry): string =>
  headerOf(entry, "x-ms-useragent") ?? headerOf(entry, "user-agent") ?? "";
