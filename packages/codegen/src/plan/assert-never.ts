/** Throws for a value that no case handles. The compiler reports such values first. */
export function assertNever(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}
