import type { WireRequest, WireResponse } from "../http/message.ts";
import { isLoopback } from "./loopback.ts";
import { pageIsBuilt } from "./page.ts";

/** The path of the page. */
const PAGE = "/_emulator/";

/**
 * Returns the address of an emulator's page; undefined if the page is not built, or if the
 * emulator's host name is not loopback.
 * @param endpoint - the emulator's endpoint for http, such as `http://127.0.0.1:8940`
 */
export function pageAddress(endpoint: string): string | undefined {
  const { hostname, origin } = new URL(endpoint);
  return isLoopback(hostname) && pageIsBuilt() ? origin + PAGE : undefined;
}

/**
 * Redirects a browser that opens the emulator's root to the page. Returns undefined for all other
 * requests: clients of the service never ask for HTML.
 */
export function leadToPage(request: WireRequest): WireResponse | undefined {
  const { method, target, scheme, headers } = request;
  if (method !== "GET" || !/^\/(?:\?|$)/.test(target)) return undefined;
  if (!/\btext\/html\b/i.test(headers["accept"] ?? "")) return undefined;
  const origin = `${scheme}://${headers["host"] ?? "localhost"}`;
  if (!URL.canParse(origin) || pageAddress(origin) === undefined) return undefined;
  return { status: 302, headers: { Location: PAGE, "Cache-Control": "no-store", Vary: "Accept" } };
}
