import { expect, test } from "vitest";
import { fixture } from "../fixture.ts";
import { repository } from "./repository.ts";

const web = "https://git.example/acs/chat";
const rest = {
  name: "@acs-chat/rest",
  version: "1.0.0",
  repository: { type: "git", url: `git+${web}.git`, directory: "packages/rest" },
  homepage: `${web}/tree/main/packages/rest#readme`,
  bugs: `${web}/issues`,
};
const sound = {
  "package.json": { name: "root", private: true, repository: { url: `git+${web}.git` } },
  "packages/rest/package.json": rest,
  "packages/rest/README.md": `See [the guide](../../docs/rest.md#pages), [source](${web}/tree/main/packages/rest) and [npm](https://docs.npmjs.com/x).\n`,
  "docs/rest.md": "# REST\n",
};

const cases: readonly [string, Record<string, unknown>, string, RegExp][] = [
  [
    "a package without a repository",
    { "packages/rest/package.json": { ...rest, repository: undefined } },
    "packages/rest/package.json",
    /"repository" differs from the repository/,
  ],
  [
    "a package with the address of another repository",
    { "packages/rest/package.json": { ...rest, bugs: "https://git.example/other/issues" } },
    "packages/rest/package.json",
    /"bugs" differs from the repository/,
  ],
  [
    "a relative link to a missing file",
    { "packages/rest/README.md": "See [the guide](../../docs/gone.md).\n" },
    "packages/rest/README.md",
    /links to \.\.\/\.\.\/docs\/gone\.md/,
  ],
  [
    "an absolute link to a missing file",
    { "packages/rest/README.md": `See [the guide](${web}/blob/main/docs/gone.md).\n` },
    "packages/rest/README.md",
    /docs\/gone\.md, which is not in the repository/,
  ],
];

test("accepts packages that name the root's repository", async () => {
  await using given = await fixture(sound);
  expect(await repository.run(given.root)).toEqual([]);
});

test.for(cases)("finds %s", async ([, planted, where, what]) => {
  await using given = await fixture({ ...sound, ...planted });
  expect(await repository.run(given.root)).toEqual([
    { where, what: expect.stringMatching(what), todo: expect.stringMatching(/\w/) },
  ]);
});

test("cannot run without an address in the root's package.json", async () => {
  await using given = await fixture({ ...sound, "package.json": { name: "root" } });
  await expect(repository.run(given.root)).rejects.toThrow(/repository\.url must be git\+https/);
});
