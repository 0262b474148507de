import type { WireRequest, WireResponse } from "../http/message.ts";
import { isLoopback } from "./loopback.ts";
import { pageIsBuilt } from "./page.ts";

/** Where the page is. */
const PAGE = "/_emulator/";

/**
 * The address of the page of an emulator; undefined if the page is not there: it is not built, or
 * the emulator is reached by a name that is not loopback.
 * @param endpoint - the emulator's endpoint for http, such as `http://127.0.0.1:8940`
 */
export function pageAddress(endpoint: string): string | undefined {
  const { hostname, origin } = new URL(endpoint);
  return isLoopback(hostname) && pageIsBuilt() ? origin + PAGE : undefined;
}

/**
 * Leads a person who opens the emulator's own address in a browser to the page. Undefined for
 * everything else: clients of the service ask for no HTML.
 */
export function leadToPage(request: WireRequest): WireResponse | undefined {
  const { method, target, scheme, headers } = request;
  if (method !== "GET" || !/^\/(?:\?|$)/.test(target)) return undefined;
  if (!/\btext\/html\b/i.test(headers["accept"] ?? "")) return undefined;
  const origin = `${scheme}://${headers["host"] ?? "localhost"}`;
  if (!URL.canParse(origin) || pageAddress(origin) === undefined) return undefined;
  return { status: 302, headers: { Location: PAGE, "Cache-Control": "no-store", Vary: "Accept" } };
}
