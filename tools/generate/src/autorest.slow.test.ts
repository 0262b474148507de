import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SpecError } from "./files.ts";
import { generate } from "./generate.ts";
import { type Target, targets as committed } from "./targets.ts";

const targets: Target[] = [
  { from: "openapi", name: "toy", entry: "spec/toy.json", owns: ["generated/toy"] },
];

const document = (property: string) => ({
  swagger: "2.0",
  info: { title: "Toys", version: "2025-01-01" },
  host: "localhost",
  produces: ["application/json"],
  paths: {
    "/toys": {
      get: {
        operationId: "Toys_Get",
        responses: { "200": { description: "A toy.", schema: { $ref: "#/definitions/Toy" } } },
      },
    },
  },
  definitions: { Toy: { type: "object", properties: { [property]: { type: "string" } } } },
});

const models = () => readFile(join(root, "generated/toy/models/index.ts"), "utf8");

let root: string;
let lines: string[];
const run = (...args: string[]) =>
  generate(["--from", "openapi", ...args], {
    root,
    targets,
    log: (line) => void lines.push(line),
  });
const spec = (content: unknown) =>
  writeFile(
    join(root, "spec/toy.json"),
    typeof content === "string" ? content : JSON.stringify(content),
  );

beforeEach(async () => {
  lines = [];
  root = await mkdtemp(join(tmpdir(), "generate-"));
  await mkdir(join(root, "spec"));
});
afterEach(() => rm(root, { recursive: true }));

test("writes AutoRest's output, and --check shows the lines that are stale", async () => {
  await spec(document("color"));
  expect(await run()).toBe(0);
  expect(lines).toContain("new generated/toy/models/index.ts");
  expect(await models()).toContain("color?: string;");
  await spec(document("shape"));
  lines = [];
  expect(await run("--check")).toBe(1);
  expect(lines.join("\n")).toContain("differs: generated/toy/models/index.ts");
  expect(lines.join("\n")).toContain("+  shape?: string;");
  expect(lines.at(-1)).toContain("run `pnpm generate --from openapi`");
  expect(await models()).toContain("color?: string;");
});

test("names a document that AutoRest rejects, and writes nothing", async () => {
  await spec("{ not JSON");
  const error = await run().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SpecError);
  expect(String(error)).toMatch(/AutoRest rejected spec\/toy\.json:\n(error|fatal)/);
  await expect(readFile(join(root, "generated/toy/index.ts"))).rejects.toThrow("ENOENT");
});

test("asks to generate a missing document first", async () => {
  await expect(run()).rejects.toThrow("spec/toy.json is missing: run `pnpm generate` first");
});

test("the committed output of AutoRest equals the OpenAPI documents", async () => {
  const code = await generate(["--from", "openapi", "--check"], {
    root: join(import.meta.dirname, "../../.."),
    targets: committed,
    log: (line) => void lines.push(line),
  });
  const differing = lines.filter((line) => line.startsWith("differs: "));
  expect({ code, differing }).toEqual({ code: 0, differing: [] });
});
