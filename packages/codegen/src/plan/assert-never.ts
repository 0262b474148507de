/** Fails where a value of a kind arrives that no case is for; the compiler finds such places first. */
export function assertNever(value: never): never {
  throw new Error(`No case for ${JSON.stringify(value)}`);
}
