import { textOf, type TextValue } from "./texts.ts";

/** Writes a Cookie header; undefined if no cookie has a value. */
export function cookies(
  values: Readonly<Record<string, TextValue | null | undefined>>,
): string | undefined {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    pairs.push(`${name}=${encodeURIComponent(textOf(value))}`);
  }
  return pairs.length === 0 ? undefined : pairs.join("; ");
}

/** The value of a form's field; a list for several values. */
export type FormValue = TextValue | readonly (TextValue | null | undefined)[] | null | undefined;

/** Returns the properties of an object that are not declared fields. */
export function otherFields<T>(values: object, declared: readonly string[]): Record<string, T> {
  const entries: [string, T][] = Object.entries(values);
  return Object.fromEntries(entries.filter(([name]) => !declared.includes(name)));
}

/** Writes a body like an HTML form: a field for each property, several for a list. */
export function formBody(values: Readonly<Record<string, FormValue>>): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const item of Array.isArray(value)
      ? (value as readonly TextValue[])
      : [value as TextValue]) {
      if (item !== undefined && item !== null) fields.append(name, textOf(item));
    }
  }
  return fields.toString();
}
