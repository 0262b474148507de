import type { HeaderPlan, ResponsePlan } from "./types.ts";

/**
 * Returns the suffix for the names of each response's headers: none if all responses have the same headers, or else the
 * status code. Responses without headers are omitted.
 */
export function headerSuffixes(
  responses: readonly ResponsePlan[],
): ReadonlyMap<ResponsePlan, string> {
  const all = responses.filter(({ headers }) => headers.length > 0);
  const isShared = new Set(all.map(({ headers }) => keyOf(headers))).size < 2;
  return new Map(
    all.map((response) => {
      const { start, end } = response.statuses;
      const statuses = start === end ? `${start}` : `${start}To${end}`;
      return [response, isShared ? "" : statuses];
    }),
  );
}

/** Returns a text that is equal for headers that differ in their order and documentation only. */
function keyOf(headers: readonly HeaderPlan[]): string {
  const texts = headers.map((header) => JSON.stringify({ ...header, doc: undefined }));
  return JSON.stringify(texts.toSorted());
}
