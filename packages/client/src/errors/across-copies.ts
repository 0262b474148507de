/**
 * Implements `instanceof` of an error class by means of a registered symbol. The result is also true for an error from
 * another copy of this package, because an application can load the ES module and the CommonJS build side by side.
 *
 * @param asked - The class to the right of `instanceof`: `owner`, or a class that extends it.
 * @param brand - The registered symbol, a member of `owner`'s prototype in each copy.
 */
export function isInstance(asked: object, owner: object, brand: symbol, value: unknown): boolean {
  if (asked === owner) return typeof value === "object" && value !== null && brand in value;
  return Function.prototype[Symbol.hasInstance].call(asked as () => void, value);
}
