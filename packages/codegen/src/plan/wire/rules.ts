import type { Place } from "../types/texts.ts";

/** How composite values are represented at one place. */
export interface Rules {
  /** A list without a separator: a text for each item, or one JSON document. */
  readonly list: "each" | "json" | "refused";
  /** Names and values of a record or model: each separately, or one JSON document. */
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
 * The places for values as text. Single values have a text at all of them, and so do lists with a separator. URLs expand
 * names and values by RFC 6570. Forms and parts contain JSON documents, as in OpenAPI.
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
