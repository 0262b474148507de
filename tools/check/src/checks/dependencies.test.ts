import { expect, test } from "vitest";
import { fixture } from "../fixture.ts";
import { dependencies } from "./dependencies.ts";

const sound = {
  "packages/rest/package.json": {
    name: "@acs-chat/rest",
    version: "1.0.0",
    dependencies: { "@azure/core-auth": "1" },
    devDependencies: { vitest: "1" },
  },
  "packages/rest/src/index.ts": `import type { TokenCredential } from "@azure/core-auth";\nimport { join } from "node:path";\nexport * from "./context.ts";\n`,
  "packages/rest/src/context.ts": `export const context = 1;\n`,
  "packages/rest/vitest.config.ts": `import { shared } from "../../vitest.shared.ts";\nexport default shared;\n`,
  "packages/rest/src/context.test.ts": `import { test } from "vitest";\nimport { client } from "@acs-chat/client";\n`,
  "packages/client/package.json": {
    name: "@acs-chat/client",
    version: "1.0.0",
    dependencies: { "@acs-chat/rest": "workspace:^" },
    imports: { "#socket": { node: "./platform/socket.node.js", default: "./platform/socket.js" } },
  },
  "packages/client/src/index.ts": `export { context } from "@acs-chat/rest";\nexport { socket } from "#socket";\n`,
  "tools/check/package.json": { name: "@acs-chat/check", version: "0.0.0", private: true },
  "tools/check/src/main.ts": `import { context } from "@acs-chat/rest";\n`,
};

const cases: readonly [string, Record<string, unknown>, string, RegExp][] = [
  [
    "a package that imports a higher one",
    {
      "packages/rest/package.json": {
        name: "@acs-chat/rest",
        version: "1.0.0",
        dependencies: { "@azure/core-auth": "1", "@acs-chat/client": "workspace:^" },
      },
      "packages/rest/src/context.ts": `const one = 1;\nimport { client } from "@acs-chat/client";\n`,
    },
    "packages/rest/src/context.ts:2",
    /@acs-chat\/rest may not import @acs-chat\/client/,
  ],
  [
    "published code that imports a dev dependency",
    { "packages/rest/src/context.ts": `import { test } from "vitest";\n` },
    "packages/rest/src/context.ts:1",
    /imports vitest, which @acs-chat\/rest does not depend on/,
  ],
  [
    "a dynamic import of an undeclared dependency",
    { "packages/rest/src/context.ts": `export const lazy = () => import("ws/wrapper.mjs");\n` },
    "packages/rest/src/context.ts:1",
    /imports ws, which/,
  ],
  [
    "a test that imports a tool",
    { "packages/rest/src/context.test.ts": `import { all } from "@acs-chat/check";\n` },
    "packages/rest/src/context.test.ts:1",
    /imports @acs-chat\/check, a tool/,
  ],
  [
    "a relative import of another package's file",
    {
      "packages/client/src/index.ts": `export { context } from "../../rest/src/context.ts";\nimport "@acs-chat/rest";\n`,
    },
    "packages/client/src/index.ts:1",
    /imports a file outside of its package/,
  ],
  [
    "a subpath import that package.json does not define",
    {
      "packages/client/src/index.ts": `export { context } from "@acs-chat/rest";\nexport { x } from "#sokcet";\n`,
    },
    "packages/client/src/index.ts:2",
    /imports #sokcet, which @acs-chat\/client does not define/,
  ],
  [
    "a dependency that nothing imports",
    { "packages/client/src/index.ts": `export const client = 1;\n` },
    "packages/client/package.json",
    /depends on @acs-chat\/rest, which nothing imports/,
  ],
];

test("accepts a repository that follows the rules", async () => {
  await using repository = await fixture(sound);
  expect(await dependencies.run(repository.root)).toEqual([]);
});

test.for(cases)("reports %s", async ([, planted, where, what]) => {
  await using repository = await fixture({ ...sound, ...planted });
  const findings = await dependencies.run(repository.root);
  expect(findings).toEqual([
    { where, what: expect.stringMatching(what), todo: expect.stringMatching(/\w/) },
  ]);
});
