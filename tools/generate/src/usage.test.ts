import { parseArgs } from "node:util";
import { expect, test } from "vitest";
import { usageProblem } from "./usage.ts";

function problemWith(args: string[], allowPositionals: boolean): string {
  try {
    parseArgs({ args, allowPositionals, options: { from: { type: "string" } } });
  } catch (error) {
    return usageProblem(error);
  }
  return "none";
}

test("returns one sentence that ends with what to do", () => {
  expect(problemWith(["--bogus"], true)).toBe("Unknown option '--bogus'; see --help");
  expect(problemWith(["--bogus"], false)).toBe("Unknown option '--bogus'; see --help");
  expect(problemWith(["word"], false)).toBe("Unexpected argument 'word'; see --help");
  expect(problemWith(["--from"], true)).toContain("'--from <value>' argument missing; see --help");
});
