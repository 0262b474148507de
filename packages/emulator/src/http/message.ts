/** A request without its body, as it came over the wire, before anything was normalized. */
export interface WireHead {
  readonly method: string;
  /** Path and query exactly as received. */
  readonly target: string;
  readonly scheme: "http" | "https";
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A request as it came over the wire. */
export interface WireRequest extends WireHead {
  readonly body: Uint8Array;
}

/** An answer. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | ReadableStream<Uint8Array>;
}

/** What a fault may ask for instead of an answer: that the connection is cut. */
export interface DroppedConnection {
  readonly drop: true;
}

/** What comes of a request. */
export type WireOutcome = WireResponse | DroppedConnection;

/** Serves one request; never throws. */
export type Handle = (request: WireRequest) => Promise<WireOutcome>;

/** What a host serves. */
export interface Served {
  /** Refuses a request by its head, before its body is read; undefined to read on. */
  refuse(head: WireHead): WireResponse | undefined;
  readonly handle: Handle;
}

/** The target in its parts: path and query as received. */
export interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
}

/**
 * A target whose path begins with one slash. Clients whose endpoint ends in a slash send two, and
 * the service takes them for one.
 */
export const withOneSlash = (target: string): string => target.replace(/^\/{2,}/, "/");

/** Takes a target apart; of the path nothing is normalized but the slashes it begins with. */
export function parseTarget(target: string): Target {
  const relative = withOneSlash(
    target.startsWith("/") ? target : target.replace(/^[a-z]+:\/\/[^/?]*/i, ""),
  );
  const question = relative.indexOf("?");
  const path = question < 0 ? relative : relative.slice(0, question);
  const query = new URLSearchParams(question < 0 ? "" : relative.slice(question + 1));
  return { path: path === "" ? "/" : path, query };
}
