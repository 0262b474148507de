import { textOf, type TextValue } from "./texts.ts";

/** Writes a Cookie header; nothing where no cookie has a value. */
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

/** The value of a field of a form: several for a list. */
export type FormValue = TextValue | readonly (TextValue | null | undefined)[] | null | undefined;

/** The properties of an object that are no declared fields of a form. */
export function otherFields<T>(values: object, declared: readonly string[]): Record<string, T> {
  const entries: [string, T][] = Object.entries(values);
  return Object.fromEntries(entries.filter(([name]) => !declared.includes(name)));
}

/** Writes a body as HTML forms do: a field for each property, several for a list. */
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
