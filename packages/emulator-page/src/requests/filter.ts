import type { RequestLogEntry } from "@acs-chat/emulator";
import { headerOf } from "./exchange.ts";

/** The requests to show. */
export interface RequestFilter {
  /** The words to search for in the method, target, operation, user, status and bodies. All must be found. */
  readonly text: string;
  /** The first digit of the status code, `cut` for requests without a response, or `""` for all requests. */
  readonly status: "" | "2" | "4" | "5" | "cut";
  /** Whether to hide the requests of this page. */
  readonly withoutPage: boolean;
}

/** Whether a request matches the filter. */
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
