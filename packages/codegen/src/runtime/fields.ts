/** What a field of a form or a cookie can hold. */
export type FieldValue =
  | string
  | number
  | boolean
  | bigint
  | Date
  | readonly unknown[]
  | null
  | undefined;

/** Writes a Cookie header; nothing where no cookie has a value. */
export function cookies(values: Readonly<Record<string, FieldValue>>): string | undefined {
  const pairs = Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? undefined : pairs.join("; ");
}

/** Writes a body as HTML forms do: a field for each property, several for a list. */
export function formBody(values: object): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value as unknown]) {
      if (item === undefined || item === null) continue;
      fields.append(name, item instanceof Date ? item.toISOString() : String(item));
    }
  }
  return fields.toString();
}
