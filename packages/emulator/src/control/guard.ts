import type { WireHead, WireResponse } from "../http/message.ts";
import { withOneSlash } from "../http/message.ts";
import { isLoopback } from "./loopback.ts";

/** Who may use the control API. */
export interface ControlGuard {
  /** Allows host names that are not loopback. */
  readonly anyHost: boolean;
}

/** Whether a request is for the control API or the page. */
export const isControl = (target: string): boolean =>
  /^\/_emulator(?:[/?]|$)/.test(withOneSlash(target));

/**
 * Refuses requests for the control API by a foreign host name or from a foreign origin; undefined
 * for all others. A page of another site must not control an emulator: neither by a name of its own
 * that leads to this machine, nor by a request across origins. The head is enough to refuse, so that
 * no foreign body is read.
 */
export function refuseForeign(head: WireHead, guard: ControlGuard): WireResponse | undefined {
  const { target, scheme, headers } = head;
  if (guard.anyHost || !isControl(target)) return undefined;
  const { host = "localhost", origin } = headers;
  const names = [hostnameOf(`${scheme}://${host}`), ...(origin ? [hostnameOf(origin)] : [])];
  if (names.every(isLoopback)) return undefined;
  const error = { code: "Forbidden", message: "The control API answers to loopback alone." };
  return {
    status: 403,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ error }),
  };
}

const hostnameOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);
