import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { NoTarget } from "@typespec/compiler";
import { expect, test } from "vitest";
import { $lib } from "../src/index.ts";
import { withClient } from "./client.ts";
import { emit, emitTo, withFolder } from "./emit.ts";

const demo = (body: string) => `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) @server("https://demo.example", "Live") namespace Demo;
${body}
`;

const mixed =
  demo(`@encode("rfc7231") scalar Old extends utcDateTime; model Odd { date: Old | utcDateTime; }
model Holder { odd?: Odd; }
@route("/good") op good(): string;
@route("/a") op odd(): Holder;
@route("/b") op put(@header pet: Holder): void;
`);

test("reports all unsupported places at once, and writes nothing", async () => {
  const { diagnostics, files } = await emit(mixed);
  expect(diagnostics).toEqual([
    "@acs-chat/codegen/unsupported-type at main.tsp:8:29",
    "@acs-chat/codegen/unsupported-type at main.tsp:4:70",
  ]);
  expect(files.size).toBe(0);
});

test("leaves out unsupported operations with skip-unsupported, and lists them in the README", async () => {
  const { diagnostics, errors, files } = await emit(mixed, {
    "skip-unsupported": true,
    "emit-package-json": true,
  });
  expect(errors).toEqual([]);
  expect(diagnostics).toHaveLength(2);
  const text = files.get("src/operations/demo.ts")!;
  expect([...text.matchAll(/function (\w+)/g)].map(([, name]) => name)).toEqual(["good"]);
  expect(files.has("src/models.ts")).toBe(false);
  const missing = files.get("README.md")!.split("## What is missing")[1]!;
  expect(missing).toContain("- `DemoClient.odd`: The union");
  expect(missing).toContain("- `DemoClient.put`: The header");
  await withClient(
    mixed,
    async (client, service) => {
      service.reply = () => ({ headers: { "content-type": "text/plain" }, body: "yes" });
      expect(await client.good!(client.createDemoContext!(service.options))).toBe("yes");
    },
    { "skip-unsupported": true },
  );
});

const asserting = demo(`model Page { @pageItems items: string[]; }
@route("/good") op good(): void;
@list @route("/a") op list(): Page | { @statusCode _: 202; @body other: { note: string } };
`);

test("reports an assertion inside TCGC at the operation", async () => {
  const { diagnostics, errors } = await emit(asserting);
  expect(diagnostics).toEqual(["@acs-chat/codegen/unsupported-operation at main.tsp:6:23"]);
  expect(errors[0]).toContain(`Operation "list" cannot be emitted: `);
  const skipping = await emit(asserting, { "skip-unsupported": true });
  expect(skipping.errors).toEqual([]);
  expect(skipping.files.get("operations/demo.ts")).toContain("function good(");
});

test("gives models of the same name in two namespaces different names", async () => {
  const { errors, files } = await emit(
    demo(`namespace A { model Same { a: string; } } namespace B { model Same { b: string; } }
op get(): { a: A.Same; b: B.Same };`),
  );
  expect(errors).toEqual([]);
  expect(files.get("models.ts")).toMatch(
    /interface Same \{\n {2}a: [\s\S]*interface BSame \{\n {2}b: /,
  );
});

test("refuses an API version that the service does not have", async () => {
  const spec = `import "@typespec/http";
import "@typespec/versioning";
using Http;
@service(#{ title: "Demo" }) @Versioning.versioned(Versions) namespace Demo;
enum Versions { v1: "1", v2: "2" }
op get(): void;
`;
  const { errors, files } = await emit(spec, { "api-version": "3" });
  expect(errors).toEqual([
    'There is no API version "3". Set option "api-version" to 1, 2, latest, all.',
  ]);
  expect(files.size).toBe(0);
});

test.each([
  [{ "api-verison": "all" }],
  [{ "package-name": "Bad Name" }],
  [{ "package-version": "one" }],
  [{ groups: "Pets" }],
])("refuses the options %j", (options) => {
  const { emitterOptionValidator: validator } = $lib as unknown as {
    readonly emitterOptionValidator: {
      validate(options: object, target: typeof NoTarget): readonly unknown[];
    };
  };
  expect(validator.validate(options, NoTarget)).not.toEqual([]);
  expect(validator.validate({ "package-name": "@contoso/pets" }, NoTarget)).toEqual([]);
});

const group = (name: string) => demo(`@route("/a") interface ${name} { get(): void; }`);

test("removes files of an earlier run that are no longer written, and keeps others", async () => {
  await withFolder(async (folder) => {
    const out = join(folder, "out");
    await mkdir(join(out, "operations"), { recursive: true });
    await writeFile(join(out, "operations/mine.ts"), "export {};\n");
    await emitTo(out, group("Cats"));
    expect((await readdir(join(out, "operations"))).toSorted()).toEqual(["cats.ts", "mine.ts"]);
    await emitTo(out, group("Dogs"));
    expect((await readdir(join(out, "operations"))).toSorted()).toEqual(["dogs.ts", "mine.ts"]);
  });
});

test("removes files of an earlier run from folders of groups, and keeps another client there", async () => {
  await withFolder(async (folder) => {
    const out = join(folder, "out");
    const stale = ["clients/cats.ts", "models/cats.ts", "operations/bank/accounts.ts"];
    const files = [...stale, "readers/cats.ts", "writers/cats.ts"];
    const other = ["clients/other/context.ts", "clients/other/index.ts"];
    for (const file of [...files, ...other]) {
      await mkdir(join(out, file, ".."), { recursive: true });
      await writeFile(join(out, file), "// Written by @acs-chat/codegen from Pets. Do not edit.\n");
    }
    await emitTo(out, group("Cats"));
    const left = await readdir(out, { recursive: true });
    expect(left.filter((path) => [...files, ...other].includes(path)).toSorted()).toEqual(other);
  });
});

test("documents defaults, and writes no comment that only repeats a name", async () => {
  const { files } = await emit(
    demo(
      `model Pet { age?: int32 = 3; name: string; } op list(@query size?: int32 = 20, @query q: string): Pet;`,
    ),
  );
  expect(files.get("operations/demo.ts")).toContain("/** Default: `20`. */\n  size?: number");
  expect(files.get("models.ts")).toContain("/** Default: `3`. */\n  age?: number");
  expect([...files.values()].join("\n")).not.toMatch(/- The \w+\.$/m);
});
