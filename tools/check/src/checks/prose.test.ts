import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { fixture } from "../fixture.ts";
import { inText, prose } from "./prose.ts";

test("reports nothing for the repository's texts", async () => {
  expect(await prose.run(join(import.meta.dirname, "../../../.."))).toEqual([]);
});

test.for<[string, string]>([
  ["// Rejects a date that is none.", "that is none"],
  ["  /** Undefined for text that is no JSON. */", "is no J"],
  ["/** Options that are no\n * functions. */", "are no f"],
  ["/** Called by whoever disposes it. */", "whoever"],
  ['const help = "The file shall exist.";', "shall"],
  ['test("ignores frames that make no sense", () => {});', "make no sense"],
  ["Events are lost in\nsilence.", "in silence"],
  ["A misspelt option is refused.", "misspelt"],
  ["An empty package stands in for it.", "stands in for"],
  ["It ends, come what may.", "come what may"],
  ["Put right the first error above.", "Put right"],
  ["It prints what came of each step.", "what came of"],
  ["Exit codes: 2 wrong usage.", "wrong usage"],
  ["The next connection registers anew.", "anew"],
  ["// Called when it hears of a stop.", "hears of"],
  ["/** Tells of each retry. */", "Tells of"],
  ["A transport of somebody else's.", "somebody else's"],
  ["/** What it is. */", "What it is."],
])("reports a phrase in %j", ([text, phrase]) => {
  expect(inText("one.ts", text)).toMatchObject([{ where: "one.ts:1", what: `"${phrase}"` }]);
});

test.for([
  "// There is no page.",
  "// If there are no more pages, this is undefined.",
  "// The token is no longer valid.",
  "/** The next page, undefined if there is none. */",
  'send("Shall we meet?");',
  "// See what it is made of.",
])("accepts %j", (text) => {
  expect(inText("one.ts", text)).toEqual([]);
});

test("reads code and Markdown, except generated files, ignored files and changelogs", async () => {
  await using repository = await fixture({
    "README.md": "You shall not.\n",
    "docs/guide.md": "You shall not.\n",
    "packages/rest/src/index.ts": "\n// You shall not.\n",
    "packages/rest/src/generated/index.ts": "// You shall not.\n",
    "packages/rest/CHANGELOG.md": "You shall not.\n",
    ".gitignore": "out\n",
    "tools/out/notes.md": "You shall not.\n",
  });
  // The check reads only files that git tracks or would track.
  await promisify(execFile)("git", ["init", "--quiet"], { cwd: repository.root });
  expect((await prose.run(repository.root)).map(({ where }) => where)).toEqual([
    "README.md:1",
    "docs/guide.md:1",
    "packages/rest/src/index.ts:2",
  ]);
});
