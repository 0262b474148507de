import { availableParallelism } from "node:os";

/** What the tests of all packages share. Each vitest.config.ts adds what is its own. */
export const shared = {
  // Limits for what hangs, not for what is slow: how long a test takes is the machine's business.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // The files of a package share one process: to start one for each took a third of the time.
  isolate: false,
  // Turbo runs packages side by side, each with one worker. A package that is tested alone has all processors.
  maxWorkers: process.env["TURBO_HASH"] === undefined ? availableParallelism() : 1,
};
