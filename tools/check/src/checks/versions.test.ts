import { expect, test } from "vitest";
import { fixture } from "../fixture.ts";
import { versions } from "./versions.ts";

const sound = {
  "packages/rest/package.json": { name: "@acs-chat/rest", version: "1.2.0" },
  "packages/rest/CHANGELOG.md": "# @acs-chat/rest\n\n## 1.2.0\n\nFaster.\n\n## 1.1.0\n\nFirst.\n",
  "packages/client/package.json": {
    name: "@acs-chat/client",
    version: "2.0.0-preview.1",
    dependencies: { "@acs-chat/rest": "workspace:^" },
  },
  "packages/client/CHANGELOG.md": "# @acs-chat/client\n\n## 2.0.0-preview.1\n\nNew.\n",
  "tools/check/package.json": { name: "@acs-chat/check", version: "0.0.0", private: true },
  ".changeset/README.md": "Anything.\n",
  ".changeset/brave-cats.md": `---\n"@acs-chat/rest": minor\n---\n\nMessages have colors.\n`,
};

const cases: readonly [string, Record<string, unknown>, string, RegExp][] = [
  [
    "a version that was increased by hand",
    { "packages/rest/package.json": { name: "@acs-chat/rest", version: "1.3.0" } },
    "packages/rest/CHANGELOG.md",
    /newest release is 1\.2\.0, but package\.json has 1\.3\.0/,
  ],
  [
    "a package without a changelog",
    { "packages/new/package.json": { name: "@acs-chat/new", version: "0.1.0" } },
    "packages/new/CHANGELOG.md",
    /the file is missing/,
  ],
  [
    "a fixed range between our packages",
    {
      "packages/client/package.json": {
        name: "@acs-chat/client",
        version: "2.0.0-preview.1",
        dependencies: { "@acs-chat/rest": "^1.0.0" },
      },
    },
    "packages/client/package.json",
    /depends on @acs-chat\/rest \^1\.0\.0/,
  ],
  [
    "a changeset for a private package",
    { ".changeset/odd.md": `---\n"@acs-chat/check": patch\n---\n\nText.\n` },
    ".changeset/odd.md",
    /@acs-chat\/check is private/,
  ],
  [
    "a changeset with an unknown version bump",
    { ".changeset/odd.md": `---\n"@acs-chat/rest": huge\n---\n\nText.\n` },
    ".changeset/odd.md",
    /is not a package with a version bump/,
  ],
  [
    "a changeset without text",
    { ".changeset/odd.md": `---\n"@acs-chat/rest": patch\n---\n` },
    ".changeset/odd.md",
    /no text/,
  ],
];

test("accepts consistent versions and changesets", async () => {
  await using repository = await fixture(sound);
  expect(await versions.run(repository.root)).toEqual([]);
});

test.for(cases)("reports %s", async ([, planted, where, what]) => {
  await using repository = await fixture({ ...sound, ...planted });
  const findings = await versions.run(repository.root);
  expect(findings).toEqual([
    { where, what: expect.stringMatching(what), todo: expect.stringMatching(/\w/) },
  ]);
});
