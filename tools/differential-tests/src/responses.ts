import * as fc from "fast-check";
import type { Values } from "./arbitraries.ts";
import type { Pair } from "./pair.ts";

const jsonHeaders = { "content-type": "application/json; charset=utf-8" };

/** One response with a JSON body. */
export function json(status: number, body: fc.Arbitrary<unknown>): Pair["responses"] {
  return () => body.map((value) => [{ status, headers: jsonHeaders, body: JSON.stringify(value) }]);
}

/** One response without a body. */
export function empty(status: number): Pair["responses"] {
  return () => fc.constant([{ status, headers: {}, body: "" }]);
}

/** Generates one to three pages, each with a link to the next. */
export function pages(values: Values, model: string): Pair["responses"] {
  const page = values.response(model) as fc.Arbitrary<{ value: unknown[] }>;
  const query = fc.webQueryParameters();
  return (endpoint) =>
    fc.array(fc.tuple(page, query), { minLength: 1, maxLength: 3 }).map((all) =>
      all.map(([{ value }, more], index) => {
        const nextLink = `${endpoint}/chat/next/${index}?${more}`;
        const body = index < all.length - 1 ? { value, nextLink } : { value };
        return { status: 200, headers: jsonHeaders, body: JSON.stringify(body) };
      }),
    );
}
