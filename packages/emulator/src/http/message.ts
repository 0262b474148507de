/** A request without its body, exactly as received. */
export interface WireHead {
  readonly method: string;
  /** Path and query exactly as received. */
  readonly target: string;
  readonly scheme: "http" | "https";
  /** Header names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A request exactly as received. */
export interface WireRequest extends WireHead {
  readonly body: Uint8Array;
}

/** A response. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | ReadableStream<Uint8Array>;
}

/** The result of a fault that cuts the connection. */
interface DroppedConnection {
  readonly drop: true;
}

/** The result of a request. */
export type WireOutcome = WireResponse | DroppedConnection;

/** Processes a request. Never rejects. */
export type Handle = (request: WireRequest) => Promise<WireOutcome>;

/** What a host needs to process requests. */
export interface Served {
  /** Returns a response that refuses a request before its body is read; undefined to continue. */
  refuse(head: WireHead): WireResponse | undefined;
  readonly handle: Handle;
}

/** The parts of a target: path and query, exactly as received. */
export interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
}

/**
 * Returns a target whose path begins with one slash. Clients whose endpoint ends in a slash send two
 * of them, which the service treats as one.
 */
export const withOneSlash = (target: string): string => target.replace(/^\/{2,}/, "/");

/** Splits a target. The path is not normalized, except for the slashes at its start. */
export function parseTarget(target: string): Target {
  const relative = withOneSlash(
    target.startsWith("/") ? target : target.replace(/^[a-z]+:\/\/[^/?]*/i, ""),
  );
  const question = relative.indexOf("?");
  const path = question < 0 ? relative : relative.slice(0, question);
  const query = new URLSearchParams(question < 0 ? "" : relative.slice(question + 1));
  return { path: path === "" ? "/" : path, query };
}
