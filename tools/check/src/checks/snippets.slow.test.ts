import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { NotReady } from "../check.ts";
import { fixture } from "../fixture.ts";
import { scratchCopy } from "../scratch-copy.ts";
import { snippets } from "./snippets.ts";

test("reports snippets that do not compile or that fail, with their document", async () => {
  await using copy = await scratchCopy(join(import.meta.dirname, "../../../.."));
  await appendFile(
    join(copy.root, "docs/errors.md"),
    '\n```ts\nconst planted: number = "no number";\n```\n\n```ts\nthrow new Error("planted");\n```\n',
  );
  vi.stubEnv("DOCS_FILE", "docs/errors.md");
  onTestFinished(() => void vi.unstubAllEnvs());
  const reported = (await snippets.run(copy.root)).map(({ where, what }) => `${where} ${what}`);
  expect(reported.join("\n")).toMatch(/^docs\/errors\.md:\d+ compiles every snippet/m);
  expect(reported.join("\n")).toMatch(/^docs\/errors\.md:\d+ runs every snippet[\s\S]*planted/m);
});

test("throws if the snippets cannot be run", async () => {
  await using empty = await fixture({ "tools/docs/package.json": {} });
  await writeFile(join(empty.root, "tools/docs/vitest.config.ts"), "throw new Error('planted');");
  await expect(snippets.run(empty.root)).rejects.toThrow(NotReady);
});
