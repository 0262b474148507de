import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareLines, compareRuns, recurring } from "./compare.ts";

const seen = (at: string, ...lines: string[]) => ({ at, lines });

/** Returns the lines of a text without the given ones, in any order. */
function rest(text: readonly string[], without: readonly string[]): string[] {
  const left = [...text];
  for (const line of without) left.splice(left.indexOf(line), 1);
  return left.toSorted();
}

describe("compareLines", () => {
  it("returns the lines that only one text has", () => {
    expect(compareLines(["a", "b", "c"], ["a", "x", "c", "d"])).toEqual(["- b", "+ x", "+ d"]);
  });

  it("returns nothing only for equal texts, and a diff that turns one text into the other", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const found = compareLines(one, other);
        expect(found.length === 0).toBe(one.join() === other.join());
        const [removed, added] = ["-", "+"].map((sign) =>
          found.filter((line) => line.startsWith(sign)).map((line) => line.slice(2)),
        );
        expect(rest(one, removed!)).toEqual(rest(other, added!));
      }),
    );
  });
});

describe("compareRuns", () => {
  it("compares observations at the same point", () => {
    const official = [seen("opened", "hello"), seen("closed", "bye")];
    const ours = [seen("opened", "hello"), seen("closed", "see you")];
    expect(compareRuns(official, ours)).toEqual([{ at: "closed", lines: ["- bye", "+ see you"] }]);
    expect(compareRuns(official, official)).toEqual([]);
  });

  it.each([
    ["ended early", [seen("opened")], ["- closed", "+ no more observations"]],
    [
      "continued longer",
      [seen("opened"), seen("closed"), seen("late")],
      ["- no more observations", "+ late"],
    ],
    ["made other observations", [seen("opened"), seen("other")], ["- closed", "+ other"]],
  ])("reports a run that %s", (_, ours, lines) => {
    const official = [seen("opened"), seen("closed")];
    expect(compareRuns(official, ours)).toMatchObject([{ lines }]);
  });
});

describe("recurring", () => {
  it("keeps differences that recur at the same point, with their newer lines", () => {
    const older = [seen("opened", "- a"), seen("closed", "- b")];
    expect(recurring(older, [seen("closed", "- c"), seen("late", "- d")])).toEqual([
      seen("closed", "- c"),
    ]);
    expect(recurring(older, [])).toEqual([]);
  });
});
