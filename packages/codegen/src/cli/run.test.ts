import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "./run.ts";

const document = {
  openapi: "3.0.3",
  info: { title: "Pets", version: "1.0" },
  servers: [{ url: "https://pets.example" }],
  paths: {
    "/pets/{name}": {
      get: {
        operationId: "getPet",
        parameters: [{ name: "name", in: "path", required: true, schema: { type: "string" } }],
        responses: {
          200: {
            description: "OK",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } },
          },
        },
      },
    },
  },
  components: {
    schemas: { Pet: { type: "object", "x-color": 1, properties: { name: { type: "string" } } } },
  },
};

let folder: string;
let printed: string[];
let said: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "codegen-"));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (path: string): string => join(folder, path);

function run(...args: readonly string[]): Promise<number> {
  printed = [];
  said = [];
  return runCommand(args, {
    print: (text) => void printed.push(text),
    say: (text) => void said.push(text),
  });
}

test("writes a package and the TypeSpec of an OpenAPI document, and lists the losses", async () => {
  await writeFile(at("pets.json"), JSON.stringify(document));
  const args = [
    at("pets.json"),
    "--out",
    at("client"),
    "--tsp",
    at("tsp"),
    "--name",
    "@contoso/pets",
  ];
  expect(await run(...args)).toBe(0);
  expect(await readFile(at("client/package.json"), "utf8")).toContain('"name": "@contoso/pets"');
  expect(await readFile(at("client/src/models.ts"), "utf8")).toContain("export interface Pet {");
  expect(await readFile(at("tsp/models.tsp"), "utf8")).toContain(
    "model Pet {\n  name?: string;\n}",
  );
  expect(said.join("\n")).toContain(
    "The extension x-color is not converted. (pets.json#/components/schemas/Pet/x-color)",
  );
  expect(printed.at(-1)).toMatch(/^(\d+) of \1 files changed$/);

  expect(await run(...args, "--check")).toBe(0);
  expect(printed.at(-1)).toMatch(/^0 of \d+ files differ$/);
  await writeFile(at("client/src/models.ts"), "");
  expect(await run(...args, "--check")).toBe(1);
  expect(printed.join("\n")).toMatch(/^changed .*client\/src\/models\.ts$/m);
  expect(await readFile(at("client/src/models.ts"), "utf8")).toBe("");
});

test("refuses to overwrite files of others, and writes nothing", async () => {
  await writeFile(at("pets.json"), JSON.stringify(document));
  const mine = ["README.md", "package.json", "src/index.ts", "tsconfig.json"];
  await mkdir(at("app/src"), { recursive: true });
  for (const file of mine) await writeFile(at(join("app", file)), "mine");
  expect(await run(at("pets.json"), "--out", at("app"))).toBe(2);
  for (const file of mine) expect(said.join("\n")).toContain(`app/${file} exists and was not`);
  expect(said.at(-1)).toMatch(/\n4 errors: nothing was written\.$/);
  expect(await run(at("pets.json"), "--out", at("app/src"), "--code-only")).toBe(2);
  expect(await run(at("pets.json"), "--tsp", at("app"))).toBe(0);
  const tsp = ["main.tsp", "models.tsp", "operations.tsp"];
  const all = await readdir(at("app"), { recursive: true });
  expect(all.toSorted()).toEqual([...mine, ...tsp, "src"].toSorted());
  for (const file of mine) expect(await readFile(at(join("app", file)), "utf8")).toBe("mine");
});

test("does not take a project with emitted code for an emitted package", async () => {
  await writeFile(at("pets.json"), JSON.stringify(document));
  await mkdir(at("app"));
  await writeFile(at("app/package.json"), '{ "name": "mine" }');
  expect(await run(at("pets.json"), "--out", at("app/src"), "--code-only")).toBe(0);
  expect(await run(at("pets.json"), "--out", at("app"))).toBe(2);
  expect(await readFile(at("app/package.json"), "utf8")).toBe('{ "name": "mine" }');
});

test("replaces TypeSpec of an earlier conversion until it is edited", async () => {
  const convert = async (version: string): Promise<number> => {
    const info = { title: "Pets", version };
    await writeFile(at("pets.json"), JSON.stringify({ ...document, info }));
    return run(at("pets.json"), "--tsp", at("tsp"));
  };
  expect(await convert("1")).toBe(0);
  expect(await convert("2")).toBe(0);
  const main = (await readFile(at("tsp/main.tsp"), "utf8")).replace("Pets", "Animals");
  await writeFile(at("tsp/main.tsp"), main);
  expect(await convert("3")).toBe(2);
  expect(said.at(-1)).toMatch(/tsp\/main\.tsp was edited or is not from a conversion/);
  expect(await readFile(at("tsp/main.tsp"), "utf8")).toBe(main);
});

test.for(["file", "file/below", "folder"])(
  "refuses the folder %s, in which it cannot write",
  async (out) => {
    await writeFile(at("pets.json"), JSON.stringify(document));
    await writeFile(at("file"), "mine");
    await mkdir(at("folder/README.md"), { recursive: true });
    expect(await run(at("pets.json"), "--out", at(out))).toBe(2);
    expect(said.at(-1)).toMatch(/README\.md cannot be read: E\w+: .*\. Nothing was written\. /);
    expect(printed).toEqual([]);
  },
);

test("names the packages that code needs and a project does not have", async () => {
  await writeFile(at("pets.json"), JSON.stringify(document));
  const args = [at("pets.json"), "--out", at("src"), "--code-only"];
  expect(await run(...args)).toBe(0);
  expect(said.at(-1)).toBe(
    "The code needs packages: npm install @azure/core-rest-pipeline @azure/logger",
  );
  await mkdir(at("node_modules/@azure/logger"), { recursive: true });
  await run(...args);
  expect(said.at(-1)).toBe("The code needs packages: npm install @azure/core-rest-pipeline");
});

test.for([
  ["tsconfig.json", '{ "extends": "./none.json" }'],
  ["package.json", "{"],
])("refuses a project whose %s cannot be read, and writes nothing", async ([file, text]) => {
  await writeFile(at("pets.json"), JSON.stringify(document));
  await writeFile(at("tsconfig.json"), '{ "compilerOptions": { "module": "nodenext" } }');
  await writeFile(at(file!), text!);
  const args = [at("pets.json"), "--out", at("src/api"), "--code-only"];
  expect(await run(...args)).toBe(2);
  expect(said.at(-1)).toMatch(/src\/api cannot be read: .*\. Correct tsconfig\.json or package/);
  expect(await readdir(folder)).not.toContain("src");
  expect(await run(...args, "--import-extension", "none")).toBe(0);
});

test("emits TypeSpec from a folder without installed libraries", async () => {
  await mkdir(at("spec"));
  const source =
    'import "@typespec/http";\nusing Http;\n@service namespace Demo;\n@get op read(): string;\n';
  await writeFile(at("spec/main.tsp"), source);
  expect(await run(at("spec"), "--out", at("client"), "--code-only")).toBe(0);
  expect(await readdir(at("client"))).toEqual(expect.arrayContaining(["client.ts", "index.ts"]));
});

test("reports an unsupported operation with its place in the document, and writes nothing", async () => {
  const { paths } = document;
  const { parameters, ...others } = paths["/pets/{name}"].get;
  // HTTP dates contain commas, which also separate the items of a list in a header.
  const dates = { type: "array", items: { type: "string", format: "date-time-rfc1123" } };
  const header = { name: "seen", in: "header", schema: dates };
  const get = { ...others, parameters: [...parameters, header] };
  const text = JSON.stringify({ ...document, paths: { "/pets/{name}": { post: get } } });
  await writeFile(at("pets.json"), text);
  expect(await run(at("pets.json"), "--out", at("client"))).toBe(2);
  expect(said.join("\n")).toMatch(
    /pets\.json#\/paths\/~1pets~1\{name\}\/post: error @acs-chat\/codegen\/[\w-]+: /,
  );
  expect(await readdir(folder)).toEqual(["pets.json"]);
});

test.for<[string, string, string]>([
  ["another document than OpenAPI", "{}", "pets.json: This is not an OpenAPI document"],
  [
    "a broken reference",
    '{"openapi":"3.0.0","components":{"schemas":{"A":{"$ref":"#/b"}}}}',
    "#/components/schemas/A/$ref: ",
  ],
])("refuses %s in one line, and writes nothing", async ([, text, message]) => {
  await writeFile(at("pets.json"), text);
  expect(await run(at("pets.json"), "--out", at("client"), "--tsp", at("tsp"))).toBe(2);
  expect(said).toEqual([expect.stringContaining("Reading "), expect.stringContaining(message)]);
  expect(said[1]?.split("\n")).toHaveLength(1);
  expect(await readdir(folder)).toEqual(["pets.json"]);
});

test("reports a document without operations in the terms of OpenAPI", async () => {
  await writeFile(at("pets.json"), JSON.stringify({ ...document, paths: {} }));
  expect(await run(at("pets.json"), "--out", at("client"))).toBe(2);
  expect(said.join("\n")).toContain('The document has no operations. Add some under "paths".');
  expect(await readdir(folder)).toEqual(["pets.json"]);
});

const demo = (body: string): string => `import "@typespec/http";
using Http;
@service(#{ title: "Demo" }) @server("https://demo.example", "Live") namespace Demo;
${body}`;

test.for<[string, string, string]>([
  ["client.tsp imports main.tsp", demo("op read(): string;"), 'import "./main.tsp";'],
  [
    "main.tsp imports client.tsp",
    demo("op read(): Written;").replace("\n", '\nimport "./client.tsp";\n'),
    "namespace Demo; model Written { text: string }",
  ],
  ["neither imports the other", demo("op read(): string;"), "namespace Demo; model Unused {}"],
])("emits a folder if %s", async ([, main, client]) => {
  await writeFile(at("main.tsp"), main);
  await writeFile(at("client.tsp"), client);
  expect(await run(folder, "--out", at("client"), "--code-only")).toBe(0);
  expect(await readFile(at("client/operations/demo.ts"), "utf8")).toContain("function read(");
});

test("advises to skip operations only if all errors are about operations", async () => {
  await writeFile(at("a.tsp"), demo("op put(@header pet: {}): void;"));
  expect(await run(at("a.tsp"), "--out", at("client"))).toBe(2);
  expect(said.at(-1)).toMatch(
    /\n1 error: nothing was written\. Correct it, or pass --skip-unsupported to leave out what cannot be emitted\.$/,
  );
  await writeFile(at("a.tsp"), demo("op read(): Missing; op put(@header pet: {}): void;"));
  expect(await run(at("a.tsp"), "--out", at("client"))).toBe(2);
  expect(said.at(-1)).toMatch(/nothing was written\. Correct (it|them)\.$/);
});

test.for<[string[], string]>([
  [[], "codegen: Pass an OpenAPI document, or a TypeSpec file or folder; see --help."],
  [
    ["a.json", "--out", "b", "--code-only", "--import-extension", "mjs"],
    'codegen: --import-extension must be ts, js or none, but is "mjs"; see --help.',
  ],
  [
    ["a.json", "--out", "b", "--import-extension", "js"],
    "codegen: --import-extension requires --code-only; see --help.",
  ],
  [["a.json"], "codegen: Pass the folder for the client with --out; see --help."],
  [
    ["a.json", "b.json", "--out", "c"],
    'codegen: Pass one specification only, without "b.json"; see --help.',
  ],
  [
    ["a.json", "--out", "c", "--name", "Bad Name"],
    "codegen: --name must be a package name for npm",
  ],
  [["a.json", "--bogus"], "codegen: Unknown option '--bogus'; see --help."],
  [
    ["no-such.json", "--out", "c"],
    "no-such.json: There is no such file or folder, or it cannot be read.",
  ],
])("refuses %j", async ([args, message]) => {
  expect(await run(...args)).toBe(2);
  expect(said.join("\n")).toContain(message);
});

test("prints the help and the version", async () => {
  expect(await run("--help")).toBe(0);
  expect(printed[0]).toContain("Exit codes: 0 done");
  expect(await run("--version")).toBe(0);
  expect(printed[0]).toMatch(/^\d+\.\d+\.\d+/);
});
