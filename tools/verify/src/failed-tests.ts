import { stripVTControlCharacters } from "node:util";

/** Of how many failed tests the end of a run reminds; what is beyond stands above it. */
const most = 30;

/** Hears the output of turbo and vitest line by line, and remembers which tests failed and why. */
export interface FailedTests {
  hear(line: string): void;
  /** Package, file and name of each test that failed, and below it what it says (once for several that say the same). */
  lines(): string[];
}

/** A test that failed as vitest names it, an error that no test caught, or the packages that turbo names. */
const failure =
  /^(?:(\S+?):test: +)?(?:FAIL +(.+)|⎯+ +(Unhandled (?!Errors).+?) +⎯+|Failed: +(.+))$/;

/** Makes a listener for one run. */
export function createFailedTests(): FailedTests {
  const failures: { readonly what: string; says: string }[] = [];
  return {
    hear(line) {
      const plain = stripVTControlCharacters(line).trim();
      const [found, from, ...names] = failure.exec(plain) ?? [];
      if (found) {
        const what = [from, ...names].filter((name) => name !== undefined).join(": ");
        failures.push({ what, says: "" });
      } else {
        const last = failures.at(-1);
        if (last) last.says ||= plain.replace(/^\S+?:test: */, "");
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
