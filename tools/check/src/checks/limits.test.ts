import { join } from "node:path";
import { expect, test } from "vitest";
import { NotReady } from "../check.ts";
import { fixture } from "../fixture.ts";
import { inFile, limitFiles, limits } from "./limits.ts";

const sound = `/** Read in June 2025 on https://example.com/limits. */
export const LIMITS = {
  /** Participants in a thread. */
  participants: 250,
  /** Days. */
  days: { least: 30, most: 90 },
} as const;

export const names = ["none of a number"];
`;
const look = (text: string) => inFile("limits.ts", text, new Map());

test("reports nothing for the repository's limits", async () => {
  expect(await limits.run(join(import.meta.dirname, "../../../.."))).toEqual([]);
});

test("accepts a file with sources, dates and doc comments", () => {
  expect(look(sound)).toEqual([]);
});

test.for<[string, string, Record<string, unknown>]>([
  [
    "numbers without a source",
    sound.replace("https://example.com/limits", "a page"),
    { where: "limits.ts:2", what: "these limits have no source" },
  ],
  [
    "numbers without a date",
    sound.replace("June 2025", "spring"),
    { where: "limits.ts:2", what: "these limits have no date" },
  ],
  [
    "a number without a doc comment",
    sound.replace("  /** Days. */\n", ""),
    { where: "limits.ts:5", what: "days has no doc comment" },
  ],
])("reports %s", ([, text, finding]) => {
  expect(look(text)).toMatchObject([finding]);
});

test("reports a limit that has different values in two files", () => {
  const values = new Map();
  inFile("one.ts", sound, values);
  expect(inFile("two.ts", sound.replace("250", "200"), values)).toMatchObject([
    { where: "two.ts:4", what: "participants is 200 here and 250 in one.ts:4" },
  ]);
});

test("reports an overlay entry without a source or a date", async () => {
  await using repository = await fixture({
    ...Object.fromEntries(limitFiles.map((path) => [path, sound])),
    "specs/chat/overlay/index.ts": `export { WIRE_TRUTHS } from "./wire-truths.ts";\n`,
    "specs/chat/overlay/wire-truths.ts": `export const WIRE_TRUTHS = [
  { what: "A sound one.", source: "a recording", date: "2023-05" },
  { what: "Without a source.", source: "", date: "2023" },
  { what: "Without a date.", source: "a page", date: "long ago" },
];\n`,
  });
  expect(await limits.run(repository.root)).toMatchObject([
    { where: "specs/chat/overlay/wire-truths.ts:3" },
    { where: "specs/chat/overlay/wire-truths.ts:4" },
  ]);
});

test("reports a missing file", async () => {
  await using empty = await fixture({});
  await expect(limits.run(empty.root)).rejects.toThrow(NotReady);
});
