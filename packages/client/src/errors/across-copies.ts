/**
 * Answers `instanceof` for a class of errors by a registered symbol, so that it is true also for an error from another
 * copy of this package: an application can load the ES module and the CommonJS build side by side.
 *
 * @param asked - the class to the right of `instanceof`: `owner`, or a class that extends it
 * @param brand - what `owner`'s prototype has in each copy
 */
export function isInstance(asked: object, owner: object, brand: symbol, value: unknown): boolean {
  if (asked === owner) return typeof value === "object" && value !== null && brand in value;
  return Function.prototype[Symbol.hasInstance].call(asked as () => void, value);
}
