import { stripVTControlCharacters } from "node:util";

/** The maximum number of failed tests in the summary. */
const maxListed = 30;

/** Collects the failed tests from the output of turbo and vitest. */
export interface FailedTests {
  /** Reads one line of output. */
  addLine(line: string): void;
  /** Returns the summary: package, file and name of each failed test, and below it the first line of its message. */
  lines(): string[];
}

/** A line of output with the package that turbo put in front of it. */
const outputLine = /^(?:(\S+?):test(?::slow)?: *)?(.*)$/;

/** The line of a failed test or an unhandled error from vitest, or of the failed packages from turbo. */
const failure = /^(?:FAIL +(.+)|⎯+ +(Unhandled (?!Errors).+?) +⎯+|Failed: +(.+))$/;

/** Creates a collector for one test run. */
export function createFailedTests(): FailedTests {
  const failures: { readonly from: string | undefined; readonly name: string; message: string }[] =
    [];
  return {
    addLine(line) {
      const [, from, text = ""] = outputLine.exec(stripVTControlCharacters(line).trim()) ?? [];
      const [found, ...names] = failure.exec(text) ?? [];
      if (found) {
        const name = [from, ...names].filter((part) => part !== undefined).join(": ");
        failures.push({ from, name, message: "" });
      } else {
        // Packages are tested in parallel, so their lines are interleaved.
        const last = failures.findLast((one) => one.from === from);
        if (last) last.message ||= text;
      }
    },
    lines() {
      const listed = failures
        .slice(0, maxListed)
        .map(({ name, message }) =>
          message ? `FAILED  ${name}\n        ${message}` : `FAILED  ${name}`,
        )
        .flatMap((text) => text.split("\n"));
      const more = failures.length - maxListed;
      return more > 0 ? [...listed, `        and ${more} more, see above`] : listed;
    },
  };
}
