import { expect, test } from "vitest";
import { createFailedTests } from "./failed-tests.ts";

/** Returns the summary for the output of a test run. */
function summaryOf(output: string): string[] {
  const failed = createFailedTests();
  for (const line of output.split("\n")) failed.addLine(line);
  return failed.lines();
}

test("lists failed tests, unhandled errors and failed packages with their messages", () => {
  const output = `
@acs-chat/client:test:  ✓ src/abort.test.ts (4 tests) 12ms
@acs-chat/client:test: \u001B[31m⎯⎯⎯ Failed Tests 2 ⎯⎯⎯\u001B[39m
@acs-chat/client:test:
@acs-chat/client:test: \u001B[41m FAIL \u001B[49m test/paging.test.ts > pages > come in order
@acs-chat/emulator:test:  ✓ src/wire.test.ts (2 tests) 3ms
@acs-chat/client:test: AssertionError: expected 2 to be 3
@acs-chat/client:test:  ❯ test/paging.test.ts:12:3
@acs-chat/emulator:test:  FAIL  src/host/node.test.ts > ends
@acs-chat/emulator:test: Error: Test timed out in 60000ms.
@acs-chat/emulator:test: ⎯⎯⎯⎯ Unhandled Errors ⎯⎯⎯⎯
@acs-chat/emulator:test:
@acs-chat/emulator:test: ⎯⎯⎯⎯ Unhandled Rejection ⎯⎯⎯⎯
@acs-chat/emulator:test: Error: read ECONNRESET

Failed:    @acs-chat/client#test, @acs-chat/emulator#test`;
  expect(summaryOf(output)).toEqual([
    "FAILED  @acs-chat/client: test/paging.test.ts > pages > come in order",
    "        AssertionError: expected 2 to be 3",
    "FAILED  @acs-chat/emulator: src/host/node.test.ts > ends",
    "        Error: Test timed out in 60000ms.",
    "FAILED  @acs-chat/emulator: Unhandled Rejection",
    "        Error: read ECONNRESET",
    "FAILED  @acs-chat/client#test, @acs-chat/emulator#test",
  ]);
});

test("lists failed slow tests with their package", () => {
  const output =
    "@acs-chat/bump:test:slow:  FAIL  a.slow.test.ts > bumps\n@acs-chat/bump:test:slow: Error: no";
  expect(summaryOf(output)).toEqual([
    "FAILED  @acs-chat/bump: a.slow.test.ts > bumps",
    "        Error: no",
  ]);
});

test("returns no lines if nothing failed", () => {
  expect(summaryOf("@acs-chat/client:test:  ✓ src/abort.test.ts\nTests 1 passed")).toEqual([]);
});

test("lists 30 of 300 failed tests", () => {
  const output = Array.from({ length: 300 }, (_, n) => `FAIL  a.test.ts > ${n}\nError: ${n}`);
  const lines = summaryOf(output.join("\n"));
  expect(lines).toHaveLength(61);
  expect(lines.at(-1)).toBe("        and 270 more, see above");
});
