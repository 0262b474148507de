import { RestError } from "@azure/core-rest-pipeline";
import type { RecordedRequest } from "./recorder.ts";

/** The result of a call, or its error. */
export type Outcome =
  | { readonly result: unknown }
  | {
      readonly error: {
        readonly name: string;
        readonly status: number | undefined;
        readonly code: string | undefined;
      };
    };

/** Runs the call and returns its result or error as plain data that can be compared and printed. */
export async function outcomeOf(call: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { result: plain(await call()) };
  } catch (error) {
    // Other errors are bugs in our client or in the test.
    if (!(error instanceof RestError)) throw error;
    return { error: { name: error.name, status: error.statusCode, code: error.code } };
  }
}

/** Converts dates and bytes to text, removes undefined, and sorts keys. */
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

/** Headers that differ between clients or calls, or belong to the connection. */
const unimportant = new Set([
  "accept-encoding",
  "connection",
  "host",
  "user-agent",
  "x-ms-client-request-id",
]);

/** Returns the parts of a request that matter to the service, by name. */
export function partsOf(request: RecordedRequest): Map<string, string> {
  const [path = "", query = ""] = request.target.split(/\?(.*)/s);
  const headers = Object.entries(request.headers).filter(([name]) => !unimportant.has(name));
  return new Map([
    ["method", request.method],
    ["path", path],
    // The order of parameters does not matter to the service.
    ["query", query.split("&").toSorted().join("&")],
    ["body", request.body.toString("hex")],
    ...headers.map(([name, value]): [string, string] => [`header ${name}`, value ?? ""]),
  ]);
}
