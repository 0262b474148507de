import type { ClientContext } from "./context.ts";

/** A context of a service whose API versions differ; it tells which one is spoken. */
type Speaker = Pick<ClientContext, "warn"> & { readonly apiVersion?: unknown };

/** Whether a context speaks one of these API versions; one that is not known counts as the newest. */
export function speaks({ apiVersion }: Speaker, ...versions: readonly string[]): boolean {
  return versions.includes(apiVersion as string);
}

/** For runs of API versions, what values of the newest one were called in them. */
export type PastValues = readonly (readonly [
  versions: readonly string[],
  names: Readonly<Record<string, string>>,
])[];

function namesFor(context: Speaker, past: PastValues): Readonly<Record<string, string>> {
  return past.find(([versions]) => speaks(context, ...versions))?.[1] ?? {};
}

/** What a value is called in the API version that a context speaks. */
export function valueThen(context: Speaker, value: string, past: PastValues): string {
  const names = namesFor(context, past);
  return Object.hasOwn(names, value) ? names[value]! : value;
}

/** What a value of the API version that a context speaks is called in the newest one. */
export function valueNow(context: Speaker, value: string, past: PastValues): string {
  const found = Object.entries(namesFor(context, past)).find(([, before]) => before === value);
  return found?.[0] ?? value;
}
