import type { WireHead, WireResponse } from "../http/message.ts";
import { withOneSlash } from "../http/message.ts";
import { isLoopback } from "./loopback.ts";

/** Restricts access to the control API. */
export interface ControlGuard {
  /** Allows host names that are not loopback. */
  readonly anyHost: boolean;
}

/** True for a request to the control API or the page. */
export const isControl = (target: string): boolean =>
  /^\/_emulator(?:[/?]|$)/.test(withOneSlash(target));

/**
 * Refuses requests to the control API with a host name that is not loopback, or from another
 * origin. Returns undefined for all others. This keeps other sites from controlling the emulator,
 * whether by a host name that resolves to this machine or by cross-origin requests. It needs the
 * request's head only, so the body of a refused request is never read.
 */
export function refuseForeign(head: WireHead, guard: ControlGuard): WireResponse | undefined {
  const { target, scheme, headers } = head;
  if (guard.anyHost || !isControl(target)) return undefined;
  const { host = "localhost", origin } = headers;
  const names = [hostnameOf(`${scheme}://${host}`), ...(origin ? [hostnameOf(origin)] : [])];
  if (names.every(isLoopback)) return undefined;
  const error = {
    code: "Forbidden",
    message: "The control API can only be used from loopback host names.",
  };
  return {
    status: 403,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ error }),
  };
}

const hostnameOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);
