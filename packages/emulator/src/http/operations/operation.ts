import type { Caller, Engine } from "../../engine/engine.ts";
import type { WireResponse } from "../message.ts";

/** A request whose caller, API version, parameters and body have been checked. */
export interface Call {
  readonly engine: Engine;
  /** The caller. Identity operations have no calling user; the id is empty then. */
  readonly caller: Caller;
  /** The API version of the response. */
  readonly apiVersion: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Header names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The scheme and host that the caller used. */
  readonly origin: string;
  /** The body without properties that the API version does not have; undefined if there is none. */
  readonly body: unknown;
  readonly bytes: Uint8Array;
  /** Set by a fault: the most items on the page, which then always has a next link. */
  readonly pageItems?: number;
}

/** The result of an operation. The status code and the shape of the body come from the spec. */
export type Answer = Partial<WireResponse> & { readonly json?: object };

/** Performs an operation. */
export type Handler = (call: Call) => Answer | Promise<Answer>;

/** Returns a path parameter. Throws if the route does not have it. */
export function pathParameter(call: Call, name: string): string {
  const value = call.path[name];
  if (value === undefined) throw new Error(`The route has no parameter ${name}.`);
  return value;
}

/** Returns the thread id in the path. */
export const threadIdOf = (call: Call): string => pathParameter(call, "chatThreadId");
