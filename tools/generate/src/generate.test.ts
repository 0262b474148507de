import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SpecError } from "./files.ts";
import { generate, UsageError } from "./generate.ts";
import type { Target } from "./targets.ts";

const targets: Target[] = [
  { from: "typespec", name: "toy", entry: "spec/main.tsp", owns: ["spec/out"] },
  { from: "openapi", name: "other", entry: "spec/other.json", owns: ["spec/other"] },
];

/** An emitter that writes one file per model, with the model's property names. */
const emitter = `
import { emitFile, navigateProgram } from "@typespec/compiler";
export async function $onEmit(context) {
  const models = [];
  navigateProgram(context.program, { model: (model) => models.push(model) });
  for (const model of models.filter((one) => one.namespace?.name === "Toy")) {
    const content = [...model.properties.keys()].join("\\n") + "\\n";
    await emitFile(context.program, { path: context.emitterOutputDir + "/" + model.name + ".txt", content });
  }
}
`;

let root: string;
let lines: string[];
const run = (...args: string[]) =>
  generate(args, { root, targets, log: (line) => void lines.push(line) });
const spec = (models: string) =>
  writeFile(join(root, "spec/main.tsp"), `namespace Toy;\n${models}\n`);
const output = (name: string) => readFile(join(root, "spec/out", name), "utf8");

beforeEach(async () => {
  lines = [];
  // The folder is in this package so that the emitter can import the compiler.
  root = await mkdtemp(join(import.meta.dirname, "../.test-"));
  const emitterFolder = join(root, "spec/node_modules/toy-emitter");
  await mkdir(emitterFolder, { recursive: true });
  await writeFile(
    join(emitterFolder, "package.json"),
    `{"name":"toy-emitter","type":"module","main":"index.js","exports":"./index.js"}`,
  );
  await writeFile(join(emitterFolder, "index.js"), emitter);
  await writeFile(
    join(root, "spec/tspconfig.yaml"),
    `emit: [toy-emitter]\noptions:\n  toy-emitter:\n    emitter-output-dir: "{project-root}/out"\n`,
  );
  await spec("model Cat { name: string; } model Dog { age: int32; }");
});
afterEach(() => rm(root, { recursive: true }));

test("writes the generated files, and nothing on the second run", async () => {
  expect(await run()).toBe(0);
  expect(await output("Cat.txt")).toBe("name\n");
  expect(lines).toContain("new spec/out/Dog.txt");
  lines = [];
  expect(await run("toy")).toBe(0);
  expect(lines.at(-1)).toMatch(/^nothing changed: 2 files/);
});

test("prints each file that differs with --check, and writes nothing", async () => {
  await run();
  await spec("model Cat { name: string; lives: int32; } model Cow { name: string; }");
  expect(await run("--check")).toBe(1);
  const printed = lines.join("\n");
  expect(printed).toContain("differs: spec/out/Cat.txt");
  expect(printed).toContain("+lives");
  expect(printed).toContain("missing: spec/out/Cow.txt");
  expect(printed).toContain("no longer generated: spec/out/Dog.txt");
  expect(lines.at(-1)).toContain("run `pnpm generate`");
  expect(await output("Cat.txt")).toBe("name\n");
  await run();
  lines = [];
  expect(await run("--check")).toBe(0);
  expect(lines.at(-1)).toMatch(/^generated code equals the specification/);
});

test("removes a file that is no longer generated", async () => {
  await run();
  await spec("model Cat { name: string; }");
  expect(await run()).toBe(0);
  expect(await readdir(join(root, "spec/out"))).toEqual(["Cat.txt"]);
});

test("restores the folder after a run that was interrupted between its two renames", async () => {
  await run();
  await rename(join(root, "spec/out"), join(root, "spec/out.previous"));
  expect(await run("--check")).toBe(0);
  expect(await output("Cat.txt")).toBe("name\n");
});

test("names the location of a compiler error, and writes nothing", async () => {
  await run();
  await spec("model Cat { name: strin; }");
  const error = await run().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SpecError);
  expect(String(error)).toMatch(/spec\/main\.tsp:2:\d+ .*Unknown identifier strin/);
  expect(await output("Dog.txt")).toBe("age\n");
});

test("rejects an unknown target or option and lists the known ones", async () => {
  await expect(run("tow")).rejects.toThrow(UsageError);
  await expect(run("tow")).rejects.toThrow("the targets are toy");
  await expect(run("other")).rejects.toThrow("the targets are toy");
  await expect(run("--from", "swagger")).rejects.toThrow("--from must be typespec or openapi");
  await expect(run("--chek")).rejects.toThrow(UsageError);
  expect(await run("--help")).toBe(0);
  expect(lines.join("\n")).toContain("Exit codes");
});
