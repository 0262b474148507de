import strict from "node:assert/strict";

let made = 0;

/** Returns the number of assertions since the last call. A scenario without assertions does not pass. */
export function takeAssertionCount(): number {
  const count = made;
  made = 0;
  return count;
}

/** The functions of node:assert/strict that the calls use, with a count of assertions. */
export const assert = {
  equal<Value>(actual: Value, expected: Value): void {
    made += 1;
    strict.equal(actual, expected);
  },
  deepEqual(actual: unknown, expected: unknown): void {
    made += 1;
    strict.deepEqual(actual, expected);
  },
  match(actual: string, expected: RegExp): void {
    made += 1;
    strict.match(actual, expected);
  },
  /** Asserts that the call rejects with an error that has these properties. */
  async rejects(call: Promise<unknown>, expected: object): Promise<void> {
    made += 1;
    await strict.rejects(call, expected);
  },
  /** Asserts that the call resolves to undefined, as an operation without a result does. */
  async nothing(call: Promise<unknown>): Promise<void> {
    const result = await call;
    made += 1;
    strict.equal(result, undefined);
  },
  /** Asserts that the call resolves to exactly this value. */
  async resolves<Value>(call: Promise<Value>, expected: unknown): Promise<void> {
    const result = await call;
    made += 1;
    strict.deepEqual(result, expected);
  },
};
