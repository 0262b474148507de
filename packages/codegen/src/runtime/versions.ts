import type { ClientContext } from "./context.ts";

/** A context of a service whose API versions differ on the wire. */
type Speaker = Pick<ClientContext, "warn"> & { readonly apiVersion?: unknown };

/** Whether a context uses one of the API versions. An unknown version counts as the newest. */
export function speaks({ apiVersion }: Speaker, ...versions: readonly string[]): boolean {
  return versions.includes(apiVersion as string);
}

/** The names of values in earlier API versions. */
export type PastValues = readonly (readonly [
  versions: readonly string[],
  names: Readonly<Record<string, string>>,
])[];

function namesFor(context: Speaker, past: PastValues): Readonly<Record<string, string>> {
  return past.find(([versions]) => speaks(context, ...versions))?.[1] ?? {};
}

/** Returns the name of a value in the context's API version. */
export function valueThen(context: Speaker, value: string, past: PastValues): string {
  const names = namesFor(context, past);
  return Object.hasOwn(names, value) ? names[value]! : value;
}

/** Returns the newest name of a value in the context's API version. */
export function valueNow(context: Speaker, value: string, past: PastValues): string {
  const found = Object.entries(namesFor(context, past)).find(([, before]) => before === value);
  return found?.[0] ?? value;
}
