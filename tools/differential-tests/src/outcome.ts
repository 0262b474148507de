import { RestError } from "@azure/core-rest-pipeline";
import type { RecordedRequest } from "./recorder.ts";

/** What a caller sees of a call. */
export type Outcome =
  | { readonly result: unknown }
  | {
      readonly error: {
        readonly name: string;
        readonly status: number | undefined;
        readonly code: string | undefined;
      };
    };

/** Makes the call and turns what comes out into plain data that can be compared and shown. */
export async function outcomeOf(call: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { result: plain(await call()) };
  } catch (error) {
    // Anything else is a bug of ours or of the test.
    if (!(error instanceof RestError)) throw error;
    return { error: { name: error.name, status: error.statusCode, code: error.code } };
  }
}

/** Dates and bytes become text, what is undefined goes, the order of keys does not matter. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return `Date ${value.toISOString()}`;
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString("hex")}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, plain(one)]),
  );
}

/** Headers that differ from client to client and call to call, or belong to the connection. */
const unimportant = new Set([
  "accept-encoding",
  "connection",
  "host",
  "user-agent",
  "x-ms-client-request-id",
]);

/** The parts of a request that the service acts on, by name. */
export function partsOf(request: RecordedRequest): Map<string, string> {
  const [path = "", query = ""] = request.target.split(/\?(.*)/s);
  const headers = Object.entries(request.headers).filter(([name]) => !unimportant.has(name));
  return new Map([
    ["method", request.method],
    ["path", path],
    // The service does not mind the order of parameters.
    ["query", query.split("&").toSorted().join("&")],
    ["body", request.body.toString("hex")],
    ...headers.map(([name, value]): [string, string] => [`header ${name}`, value ?? ""]),
  ]);
}
