import type { Caller, Engine } from "../../engine/engine.ts";
import type { WireResponse } from "../message.ts";

/** A request whose caller, version, parameters and body have been checked. */
export interface Call {
  readonly engine: Engine;
  /** For identity operations, where no user calls: an empty id. */
  readonly caller: Caller;
  /** The api-version it is served with. */
  readonly apiVersion: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Scheme and host the caller used. */
  readonly origin: string;
  /** The body, without what the api-version does not know; undefined if there was none. */
  readonly body: unknown;
  readonly bytes: Uint8Array;
  /** Set by a fault: so many items a page has at most, and a link to the next one. */
  readonly pageItems?: number;
}

/** What an operation answers; the status and the body's shape come from the spec. */
export type Answer = Partial<WireResponse> & { readonly json?: object };

/** Carries out one operation. */
export type Handler = (call: Call) => Answer | Promise<Answer>;

/** A path parameter, which the route has. */
export function pathParameter(call: Call, name: string): string {
  const value = call.path[name];
  if (value === undefined) throw new Error(`The route has no parameter ${name}.`);
  return value;
}

/** The thread the path names. */
export const threadIdOf = (call: Call): string => pathParameter(call, "chatThreadId");
