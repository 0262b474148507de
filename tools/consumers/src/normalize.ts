/** Patterns of the values that differ between two runs of the same program: times and ids. */
const patterns: readonly (readonly [RegExp, string])[] = [
  // RFC 3339 times, in state and events.
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, "<time>"],
  // Message ids, versions and the results of Date.now are epoch milliseconds.
  [/\b1[5-9]\d{11}\b/g, "<number>"],
  // Times as shown by the UI library, with or without a date.
  [
    /(?:(?:Today|Yesterday|\d{4}-\d\d-\d\d|\d\d?\/\d\d?\/\d{2,4}),? (?:at )?)?\b\d?\d:\d\d(?: ?[AP]M)?\b/gi,
    "<clock>",
  ],
  [/8:acs:[0-9a-f-]+_[0-9a-f-]+/g, "<user>"],
  [/19:[\w-]+@thread\.v2/g, "<thread>"],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "<uuid>"],
  [/(?:localhost|127\.0\.0\.1):\d+/g, "<host>"],
  [/blob:[^\s"]+/g, "<blob>"],
];

/**
 * Replaces values that differ between runs. User ids become names, so that two users that are mixed up
 * remain a difference.
 *
 * @param names - The names to show for user ids.
 */
export function normalize(text: string, names: ReadonlyMap<string, string>): string {
  let result = text;
  for (const [id, name] of names) result = result.replaceAll(id, `<${name}>`);
  for (const [pattern, replacement] of patterns) result = result.replace(pattern, replacement);
  return result;
}

/** Returns one line per value in a JSON tree, sorted by path. Leaves out `undefined`. */
export function flatten(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) {
    return value === undefined ? [] : [`${path} = ${JSON.stringify(value)}`];
  }
  const keys = Object.keys(value).toSorted();
  if (keys.length === 0) return [`${path} = ${Array.isArray(value) ? "[]" : "{}"}`];
  return keys.flatMap((key) =>
    flatten((value as Record<string, unknown>)[key], path === "" ? key : `${path}.${key}`),
  );
}
