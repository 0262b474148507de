import type { WireOutcome, WireRequest } from "../http/message.ts";

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
  /** Text of the body, shortened; absent if there was none or it is binary. */
  readonly requestBody?: string;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody?: string;
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

const LONGEST_BODY = 16 * 1024;
const SECRET_HEADERS: ReadonlySet<string> = new Set(["authorization", "x-skypetoken", "cookie"]);
const TOKEN = /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g;

/** Keeps the latest requests; older ones are forgotten. */
export function createRequestLog(kept = 1000): RequestLog {
  // Kept as they came; text is made when somebody looks.
  let exchanges: { number: number; exchange: Exchange }[] = [];
  let lastNumber = 0;
  const listeners = new Set<(entry: RequestLogEntry) => void>();
  return {
    record(exchange) {
      lastNumber += 1;
      const { request } = exchange;
      // A request's bytes may be large: they are not held on to.
      const body = request.body.subarray(0, LONGEST_BODY);
      const copy = { ...request, body: body.byteLength === 0 ? body : Buffer.from(body) };
      const outcome = shortened(exchange.outcome);
      const one = { number: lastNumber, exchange: { ...exchange, request: copy, outcome } };
      exchanges.push(one);
      if (exchanges.length > 2 * kept) exchanges = exchanges.slice(-kept);
      if (listeners.size === 0) return;
      const entry = toEntry(one.number, one.exchange);
      for (const listener of listeners) listener(entry);
    },
    list(filter = {}) {
      const entries = exchanges.slice(-kept).map((one) => toEntry(one.number, one.exchange));
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

/** An answer without the part of its body that nobody is shown. */
function shortened(outcome: WireOutcome): WireOutcome {
  if ("drop" in outcome || outcome.body === undefined) return outcome;
  const { body, ...rest } = outcome;
  if (typeof body !== "string") return rest;
  if (body.length <= LONGEST_BODY) return outcome;
  // Through bytes: a part of a text would keep the whole text in memory.
  return { ...rest, body: Buffer.from(body.slice(0, LONGEST_BODY)).toString() };
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

function toEntry(number: number, exchange: Exchange): RequestLogEntry {
  const { request, outcome, at, milliseconds, operation, apiVersion, userId } = exchange;
  const answer = "drop" in outcome ? undefined : outcome;
  const requestBody = textOf(request.body, request.headers["content-type"]);
  const responseBody = textOf(answer?.body, answer?.headers["Content-Type"]);
  return {
    number,
    at,
    method: request.method,
    target: redact(request.target),
    ...(operation !== undefined && { operation }),
    ...(apiVersion !== undefined && { apiVersion }),
    ...(userId !== undefined && { userId }),
    ...(answer && { status: answer.status }),
    milliseconds,
    requestHeaders: redactHeaders(request.headers),
    ...(requestBody !== undefined && { requestBody }),
    responseHeaders: redactHeaders(answer?.headers ?? {}),
    ...(responseBody !== undefined && { responseBody }),
  };
}

function textOf(body: unknown, type: string | undefined): string | undefined {
  if (typeof body === "string") return redact(body.slice(0, LONGEST_BODY));
  if (!(body instanceof Uint8Array) || body.byteLength === 0) return undefined;
  if (type !== undefined && !/json|text/i.test(type)) return undefined;
  return redact(Buffer.from(body.subarray(0, LONGEST_BODY)).toString());
}

const redact = (text: string): string => text.replace(TOKEN, "<token>");

function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      SECRET_HEADERS.has(name.toLowerCase()) ? "<secret>" : redact(value),
    ]),
  );
}
