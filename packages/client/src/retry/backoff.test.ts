import * as fc from "fast-check";
import { expect, test } from "vitest";
import { backoffDelay } from "./backoff.ts";

const options = { retryDelayInMs: 1000, maxRetryDelayInMs: 64_000 };

test("doubles the delay, half of which is random", () => {
  expect([1, 2, 3].map((retry) => backoffDelay(retry, options, () => 0))).toEqual([
    500, 1000, 2000,
  ]);
  expect([1, 2, 3].map((retry) => backoffDelay(retry, options, () => 1))).toEqual([
    1000, 2000, 4000,
  ]);
});

test("limits the delay for any number of retries", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (retry, random) => {
        const delay = backoffDelay(retry, options, () => random);
        expect(delay).toBeGreaterThanOrEqual(500);
        expect(delay).toBeLessThanOrEqual(64_000);
      },
    ),
  );
});
