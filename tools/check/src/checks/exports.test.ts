import { expect, test } from "vitest";
import { NotReady } from "../check.ts";
import { fixture } from "../fixture.ts";
import { unusedExports } from "./exports.ts";

const sound = {
  "package.json": { name: "toy", private: true, type: "module" },
  "knip.json": { include: ["exports", "types"], entry: ["main.ts"], project: ["*.ts"] },
  "main.ts": `import { used } from "./toys.ts";\nconsole.log(used);\n`,
  "toys.ts": `export const used = 1;\n`,
};

test("finds a value and a type that nothing imports", async () => {
  await using repository = await fixture(sound);
  expect(await unusedExports.run(repository.root)).toEqual([]);
  await repository.write({
    "toys.ts": `${sound["toys.ts"]}export const unused = used;\nexport type Unused = string;\n`,
  });
  expect(await unusedExports.run(repository.root)).toMatchObject([
    { where: "toys.ts:2", what: "nothing imports unused" },
    { where: "toys.ts:3", what: "nothing imports Unused" },
  ]);
});

test("cannot run without its configuration", async () => {
  await using empty = await fixture({});
  await expect(unusedExports.run(empty.root)).rejects.toThrow(NotReady);
});
