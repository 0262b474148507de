import strict from "node:assert/strict";

let made = 0;

/** How many assertions were made since the last call. A scenario that asserts nothing does not count. */
export function takeAssertionCount(): number {
  const count = made;
  made = 0;
  return count;
}

/** node:assert/strict, counted: the part of it that the calls use. */
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
  /** The call must reject with an error that has these properties. */
  async rejects(call: Promise<unknown>, expected: object): Promise<void> {
    made += 1;
    await strict.rejects(call, expected);
  },
  /** The call must resolve, and to nothing: what an operation without a result gives. */
  async nothing(call: Promise<unknown>): Promise<void> {
    const result = await call;
    made += 1;
    strict.equal(result, undefined);
  },
  /** The call must resolve to exactly this value. */
  async resolves<Value>(call: Promise<Value>, expected: unknown): Promise<void> {
    const result = await call;
    made += 1;
    strict.deepEqual(result, expected);
  },
};
