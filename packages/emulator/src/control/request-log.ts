import { callListeners } from "../listeners.ts";
import { callback, readValue } from "./check.ts";
import { checkLogFilter } from "./input.ts";
import type { WireOutcome, WireRequest, WireResponse } from "../http/message.ts";

/** A request and its response. Secrets are removed. */
export interface RequestLogEntry {
  /** A number that increases by one with each request. */
  readonly number: number;
  /** When the request was received, by the emulator's clock, in epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  /** Path and query, as received. */
  readonly target: string;
  readonly operation?: string;
  readonly apiVersion?: string;
  readonly userId?: string;
  /** The status code of the response; absent if the connection was cut. */
  readonly status?: number;
  /** Real time from the last byte of the request to the response, in milliseconds. */
  readonly milliseconds: number;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** The request's body as text, at most the first 64 KB of UTF-8; absent if it is empty or binary. */
  readonly requestBody?: string;
  /** The size of the whole body in bytes, if `requestBody` is only its beginning. */
  readonly requestBodyCutFrom?: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** The response's body as text, at most the first 16 KB of UTF-8. */
  readonly responseBody?: string;
  /** The size of the whole body in bytes, if `responseBody` is only its beginning. */
  readonly responseBodyCutFrom?: number;
}

/** Selects entries of the request log. */
export interface RequestLogFilter {
  /** Only entries with a higher number. */
  readonly after?: number;
  readonly operation?: string;
  readonly method?: string;
  readonly userId?: string;
  readonly status?: number;
  /** Only entries whose target contains the text. */
  readonly text?: string;
  /** The most entries to return; the newest are kept. Default 100. */
  readonly limit?: number;
}

/** A log of the latest requests. */
export interface RequestLog {
  record(exchange: Exchange): void;
  /**
   * Lists the latest entries, oldest first.
   * @throws {@link ServiceError} 400 for an invalid filter.
   */
  list(filter?: RequestLogFilter): RequestLogEntry[];
  clear(): void;
  /** Adds a listener for new entries. */
  subscribe(listener: (entry: RequestLogEntry) => void): () => void;
}

/** A request, its response, and their metadata. */
interface Exchange {
  readonly at: number;
  readonly request: WireRequest;
  readonly outcome: WireOutcome;
  readonly milliseconds: number;
  readonly operation?: string;
  readonly apiVersion?: string;
  readonly userId?: string;
}

/** The maximum number of bytes of a request body in the log: more than the largest message, so that it can be resent. */
const LONGEST_REQUEST = 64 * 1024;
/** The maximum number of bytes of a response body in the log. */
const LONGEST_ANSWER = 16 * 1024;
/** Headers with secrets, of the service and of gateways that clients may use. */
const SECRET_HEADERS: ReadonlySet<string> = new Set([
  "api-key",
  "apikey",
  "authorization",
  "cookie",
  "ocp-apim-subscription-key",
  "proxy-authorization",
  "set-cookie",
  "x-access-token",
  "x-api-key",
  "x-auth-token",
  "x-csrf-token",
  "x-functions-key",
  "x-goog-api-key",
  "x-skypetoken",
  "x-xsrf-token",
]);
const TOKEN = /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g;
/** Query parameters with secrets: function keys, opaque tokens, shared access signatures. */
const SECRET_PARAMETER =
  /([?&](?:access_?token|api[-_]?key|client_secret|code|key|password|secret|sig|subscription-key|token)=)[^&#\s"]+/gi;
/** The key of a connection string. */
const ACCESS_KEY = /(\baccesskey=)[^;\s"]+/gi;

/** Creates a log of the latest requests. Older ones are dropped. */
export function createRequestLog(kept = 1000): RequestLog {
  // Bodies are kept as bytes and decoded only when the log is read.
  let exchanges: Kept[] = [];
  let lastNumber = 0;
  const listeners = new Set<(entry: RequestLogEntry) => void>();
  return {
    record(exchange) {
      lastNumber += 1;
      const one = keep(lastNumber, exchange);
      exchanges.push(one);
      if (exchanges.length > 2 * kept) exchanges = exchanges.slice(-kept);
      if (listeners.size === 0) return;
      callListeners(listeners, toEntry(one));
    },
    list(wish = {}) {
      const filter = checkLogFilter(wish);
      const entries = exchanges.slice(-kept).map(toEntry);
      const limit = filter.limit ?? 100;
      const found = entries.filter((entry) => matches(entry, filter));
      return limit <= 0 ? [] : found.slice(-limit);
    },
    clear() {
      exchanges = [];
    },
    subscribe(listener) {
      listeners.add(readValue(listener, "listener", callback()));
      return () => void listeners.delete(listener);
    },
  };
}

/** An exchange without its bodies, which may be large, but with their beginnings. */
interface Kept extends Omit<Exchange, "request" | "outcome"> {
  readonly number: number;
  readonly request: Omit<WireRequest, "body">;
  readonly answer: Omit<WireResponse, "body"> | undefined;
  readonly requestBody: Beginning | undefined;
  readonly responseBody: Beginning | undefined;
}

interface Beginning {
  readonly bytes: Uint8Array;
  /** The size of the whole body in bytes. */
  readonly size: number;
}

function keep(number: number, exchange: Exchange): Kept {
  const { request, outcome, ...known } = exchange;
  const { body, ...head } = request;
  const kept = {
    ...known,
    number,
    request: head,
    requestBody: beginningOf(body, LONGEST_REQUEST, head.headers["content-type"]),
  };
  if ("drop" in outcome) return { ...kept, answer: undefined, responseBody: undefined };
  const { body: answered, ...answer } = outcome;
  const text = typeof answered === "string" ? Buffer.from(answered) : NOTHING;
  return { ...kept, answer, responseBody: beginningOf(text, LONGEST_ANSWER) };
}

const NOTHING = new Uint8Array();

/** Returns the beginning of a body; undefined if it is empty or not text. */
function beginningOf(body: Uint8Array, longest: number, type = "text"): Beginning | undefined {
  if (body.byteLength === 0 || !/json|text/i.test(type)) return undefined;
  // Copied, because a view would keep the whole body in memory.
  return { bytes: Buffer.from(body.subarray(0, longest)), size: body.byteLength };
}

function matches(entry: RequestLogEntry, filter: RequestLogFilter): boolean {
  return (
    entry.number > (filter.after ?? 0) &&
    (filter.operation === undefined || entry.operation === filter.operation) &&
    (filter.method === undefined || entry.method === filter.method.toUpperCase()) &&
    (filter.userId === undefined || entry.userId === filter.userId) &&
    (filter.status === undefined || entry.status === filter.status) &&
    (filter.text === undefined || entry.target.includes(filter.text))
  );
}

function toEntry(kept: Kept): RequestLogEntry {
  const { number, request, answer, at, milliseconds, operation, apiVersion, userId } = kept;
  const { requestBody, responseBody } = kept;
  return {
    number,
    at,
    method: request.method,
    target: redactLink(request.target),
    ...(operation !== undefined && { operation }),
    ...(apiVersion !== undefined && { apiVersion }),
    ...(userId !== undefined && { userId }),
    ...(answer && { status: answer.status }),
    milliseconds,
    requestHeaders: redactHeaders(request.headers),
    ...(requestBody && { requestBody: textOf(requestBody) }),
    ...(isCut(requestBody) && { requestBodyCutFrom: requestBody.size }),
    responseHeaders: redactHeaders(answer?.headers ?? {}),
    ...(responseBody && { responseBody: textOf(responseBody) }),
    ...(isCut(responseBody) && { responseBodyCutFrom: responseBody.size }),
  };
}

const isCut = (body: Beginning | undefined): body is Beginning =>
  body !== undefined && body.bytes.byteLength < body.size;

function textOf(body: Beginning): string {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  // With `stream`, a character that is cut in the middle is omitted.
  return redact(decoder.decode(body.bytes, { stream: isCut(body) }));
}

const redact = (text: string): string =>
  text.replace(TOKEN, "<token>").replace(ACCESS_KEY, "$1<secret>");

/** Removes secrets from a target or a header. Links in bodies are left as they are. */
const redactLink = (text: string): string => redact(text).replace(SECRET_PARAMETER, "$1<secret>");

function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      SECRET_HEADERS.has(name.toLowerCase()) ? "<secret>" : redactLink(value),
    ]),
  );
}
