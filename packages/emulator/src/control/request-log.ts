import { checkLogFilter } from "./input.ts";
import type { WireOutcome, WireRequest, WireResponse } from "../http/message.ts";

/** One request and what was answered, without any secret. */
export interface RequestLogEntry {
  /** Rises by one with each request. */
  readonly number: number;
  /** When it came, by the emulator's clock, epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  /** Path and query as received. */
  readonly target: string;
  readonly operation?: string;
  readonly apiVersion?: string;
  readonly userId?: string;
  /** Status of the answer; absent if the connection was cut. */
  readonly status?: number;
  /** Real time from the last byte of the request to the answer. */
  readonly milliseconds: number;
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Text of the body, at most its first 64 KB (of UTF-8); absent if there was none or it is binary. */
  readonly requestBody?: string;
  /** Bytes of the whole body, if `requestBody` is only its beginning. */
  readonly requestBodyCutFrom?: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Text of the answer's body, at most its first 16 KB (of UTF-8). */
  readonly responseBody?: string;
  /** Bytes of the whole body, if `responseBody` is only its beginning. */
  readonly responseBodyCutFrom?: number;
}

/** Which entries to show. */
export interface RequestLogFilter {
  /** Only entries with a higher number. */
  readonly after?: number;
  readonly operation?: string;
  readonly method?: string;
  readonly userId?: string;
  readonly status?: number;
  /** Only entries whose target contains the text. */
  readonly text?: string;
  /** At most so many, the newest. Default 100. */
  readonly limit?: number;
}

/** The latest requests. */
export interface RequestLog {
  record(exchange: Exchange): void;
  /**
   * The latest entries, oldest first.
   * @throws {@link ServiceError} 400 for what no filter has.
   */
  list(filter?: RequestLogFilter): RequestLogEntry[];
  clear(): void;
  /** Hears each entry from now on. */
  subscribe(listener: (entry: RequestLogEntry) => void): () => void;
}

/** A request, its answer, and what is known of it. */
export interface Exchange {
  readonly at: number;
  readonly request: WireRequest;
  readonly outcome: WireOutcome;
  readonly milliseconds: number;
  readonly operation?: string;
  readonly apiVersion?: string;
  readonly userId?: string;
}

/** Bytes kept of a request's body: more than a message may have, so that it can be sent again. */
const LONGEST_REQUEST = 64 * 1024;
/** Bytes kept of an answer's body. */
const LONGEST_ANSWER = 16 * 1024;
/** Headers that carry secrets, of the service and of systems that a client may send through. */
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
/** Query parameters that carry secrets: function keys, opaque tokens, shared access signatures. */
const SECRET_PARAMETER =
  /([?&](?:access_?token|api[-_]?key|client_secret|code|key|password|secret|sig|subscription-key|token)=)[^&#\s"]+/gi;
/** The key of a connection string. */
const ACCESS_KEY = /(\baccesskey=)[^;\s"]+/gi;

/** Keeps the latest requests; older ones are forgotten. */
export function createRequestLog(kept = 1000): RequestLog {
  // Kept as they came; text is made when somebody looks.
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
      const entry = toEntry(one);
      for (const listener of listeners) listener(entry);
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
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** An exchange without its bodies, which may be large, and the beginnings of them. */
interface Kept extends Omit<Exchange, "request" | "outcome"> {
  readonly number: number;
  readonly request: Omit<WireRequest, "body">;
  readonly answer: Omit<WireResponse, "body"> | undefined;
  readonly requestBody: Beginning | undefined;
  readonly responseBody: Beginning | undefined;
}

interface Beginning {
  readonly bytes: Uint8Array;
  /** Bytes of the whole. */
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

/** Undefined if there is nothing, or if the type of the content is not one of texts. */
function beginningOf(body: Uint8Array, longest: number, type = "text"): Beginning | undefined {
  if (body.byteLength === 0 || !/json|text/i.test(type)) return undefined;
  // A copy: a part of the bytes would keep all of them in memory.
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
  // A stream that goes on says nothing of a character of which only the beginning is there.
  return redact(decoder.decode(body.bytes, { stream: isCut(body) }));
}

const redact = (text: string): string =>
  text.replace(TOKEN, "<token>").replace(ACCESS_KEY, "$1<secret>");

/** Takes secrets out of a target or a header; what a body says of links is left alone. */
const redactLink = (text: string): string => redact(text).replace(SECRET_PARAMETER, "$1<secret>");

function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      SECRET_HEADERS.has(name.toLowerCase()) ? "<secret>" : redactLink(value),
    ]),
  );
}
