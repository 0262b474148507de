/** A variant of a union. `names` are the properties that its objects declare; without `names`, they can have any. */
export interface NamedVariant {
  readonly names?: readonly string[];
}

/** How values of a variant are recognized and written; without a writer, they are sent unchanged. */
export interface WrittenVariant extends NamedVariant {
  readonly fits: (value: unknown) => boolean;
  readonly write?: (value: never) => unknown;
}

/** Whether a value is an object with names and values: not null, a list, a date or bytes. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array)
  );
}

/** Sorts the variants of a union: those that declare the most names of the value first. */
export function byNames<T extends NamedVariant>(
  value: unknown,
  variants: readonly T[],
): readonly T[] {
  if (!isRecord(value)) return variants;
  const keys = Object.keys(value);
  const count = ({ names }: T): number =>
    names === undefined ? keys.length : keys.filter((key) => names.includes(key)).length;
  // oxlint-disable-next-line unicorn/no-array-sort -- older platforms do not have toSorted
  return [...variants].sort((left, right) => count(right) - count(left));
}

/** Writes an object as the variant that fits and declares the most of its names. */
export function writeVariant(value: unknown, variants: readonly WrittenVariant[]): unknown {
  const found = byNames(value, variants).find(({ fits }) => fits(value));
  return found?.write === undefined ? value : found.write(value as never);
}
