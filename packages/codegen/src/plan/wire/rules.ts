import type { Place } from "./wire-types.ts";

/** What becomes of values that are put together from others, at one place. */
export interface Rules {
  /** A list without a separator: one text for each item, or one JSON document. */
  readonly list: "each" | "json" | "refused";
  /** Names and values of a record or model: each by itself, or one JSON document. */
  readonly record: "entries" | "json" | "refused";
  readonly model: "entries" | "json" | "refused";
  /** Tuples, and values of any type. */
  readonly other: "json" | "refused";
}

const leavesOnly: Rules = {
  list: "refused",
  record: "refused",
  model: "refused",
  other: "refused",
};

/**
 * The places in which values stand as text. Single values have a text in all of them, and lists wherever there is a
 * separator; URLs take names and values as RFC 6570 expands them, forms and parts JSON documents as OpenAPI does.
 */
export const rules: Readonly<Record<Place, Rules>> = {
  "path parameter": { ...leavesOnly, record: "entries", model: "entries" },
  "query parameter": { ...leavesOnly, list: "each", record: "entries", model: "entries" },
  header: leavesOnly,
  cookie: leavesOnly,
  "form field": { list: "each", record: "json", model: "json", other: "refused" },
  part: { list: "json", record: "json", model: "json", other: "json" },
  "text body": leavesOnly,
  "list item": leavesOnly,
  property: leavesOnly,
};
