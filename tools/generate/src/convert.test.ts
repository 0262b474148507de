import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SpecError } from "./files.ts";
import { generate } from "./generate.ts";
import type { Target, TypeSpecTarget } from "./targets.ts";

const pets: TypeSpecTarget = {
  from: "typespec",
  name: "pets",
  entry: "pets/openapi.json",
  owns: ["pets/client"],
  emitter: {
    name: "@acs-chat/codegen",
    options: { "package-name": "@toy/pets" },
    package: "pets",
  },
};

let root: string;
let lines: string[];
const run = (target: Target, ...args: string[]) => {
  lines = [];
  return generate(args, { root, targets: [target], log: (line) => void lines.push(line) });
};
const document = (name: string) =>
  writeFile(
    join(root, "pets/openapi.json"),
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Pets", version: "1" },
      paths: { "/pets": { get: { operationId: name, responses: { 204: { description: "" } } } } },
    }),
  );

beforeEach(async () => {
  root = await mkdtemp(join(import.meta.dirname, "../.test-"));
  await mkdir(join(root, "pets"));
  await writeFile(join(root, "pets/package.json"), '{"version":"3.2.1"}');
  await document("listPets");
});
afterEach(() => rm(root, { recursive: true }));

test("writes the client of an OpenAPI document, and --check reports a changed document", async () => {
  expect(await run(pets)).toBe(0);
  expect(lines).toContain("new pets/client/operations/pets.ts");
  const context = await readFile(join(root, "pets/client/context.ts"), "utf8");
  expect(context).toContain("3.2.1");
  expect(await run(pets, "--check")).toBe(0);
  await document("findPets");
  expect(await run(pets, "--check")).toBe(1);
  expect(lines.join("\n")).toContain("differs: pets/client/operations/pets.ts");
});

test("names the location of an error in a document, and writes nothing", async () => {
  await writeFile(join(root, "pets/openapi.json"), '{"openapi":"4.0.0"}');
  const error = await run(pets).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SpecError);
  expect(String(error)).toContain("openapi.json#/openapi: OpenAPI 4.0.0 is not supported");
  await expect(readFile(join(root, "pets/client/index.ts"))).rejects.toThrow("ENOENT");
});

test("rejects a target that generates from an OpenAPI document with another emitter", async () => {
  const { emitter: _, ...plain } = pets;
  await expect(run(plain)).rejects.toThrow(
    "pets/openapi.json is an OpenAPI document, which only @acs-chat/codegen supports",
  );
});
