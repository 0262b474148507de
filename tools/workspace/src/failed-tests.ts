import { stripVTControlCharacters } from "node:util";

/** Of how many failed tests the end of a run reminds; what is beyond stands above it. */
const most = 30;

/** Hears the output of turbo and vitest line by line, and remembers which tests failed and why. */
export interface FailedTests {
  hear(line: string): void;
  /** Package, file and name of each test that failed, and below it what it says (once for several that say the same). */
  lines(): string[];
}

/** The package that a line of turbo's is from, and the line itself. */
const origin = /^(?:(\S+?):test: *)?(.*)$/;

/** A test that failed as vitest names it, an error that no test caught, or the packages that turbo names. */
const failure = /^(?:FAIL +(.+)|⎯+ +(Unhandled (?!Errors).+?) +⎯+|Failed: +(.+))$/;

/** Makes a listener for one run. */
export function createFailedTests(): FailedTests {
  const failures: { readonly from: string | undefined; readonly what: string; says: string }[] = [];
  return {
    hear(line) {
      const [, from, text = ""] = origin.exec(stripVTControlCharacters(line).trim()) ?? [];
      const [found, ...names] = failure.exec(text) ?? [];
      if (found) {
        const what = [from, ...names].filter((name) => name !== undefined).join(": ");
        failures.push({ from, what, says: "" });
      } else {
        // Packages are tested side by side, and their lines come in turns.
        const last = failures.findLast((one) => one.from === from);
        if (last) last.says ||= text;
      }
    },
    lines() {
      const told = failures
        .slice(0, most)
        .flatMap(({ what, says }) => [`FAILED  ${what}`, `        ${says}`].slice(0, says ? 2 : 1));
      const more = failures.length - most;
      return more > 0 ? [...told, `        and ${more} more, see above`] : told;
    },
  };
}
