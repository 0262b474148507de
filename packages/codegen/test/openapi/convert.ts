import { join } from "node:path";
import { convertOpenApi, type Conversion } from "../../src/openapi/convert.ts";
import { expect } from "vitest";
import { compileSpec, withFolder, writeTree } from "../emit.ts";

/** Converts a document that is given as an object or as text. Other files are given by name. */
export async function convert(
  document: unknown,
  others: Readonly<Record<string, unknown>> = {},
): Promise<Conversion> {
  const texts = new Map(
    Object.entries({ "api.json": document, ...others }).map(([name, content]) => [
      join(process.cwd(), name),
      typeof content === "string" ? content : JSON.stringify(content),
    ]),
  );
  const conversion = await convertOpenApi("api.json", {
    readText: async (path) => {
      const text = texts.get(path);
      if (text === undefined) throw new Error("ENOENT");
      return text;
    },
  });
  expect(await problemsOf(conversion)).toEqual([]);
  return conversion;
}

/** Returns the diagnostics of the compiler for converted TypeSpec. */
async function problemsOf({ files }: Conversion): Promise<readonly string[]> {
  return withFolder(async (folder) => {
    await writeTree(folder, files);
    const program = await compileSpec(join(folder, "main.tsp"));
    return program.diagnostics
      .filter(({ code }) => code !== "deprecated")
      .map(({ code, message }) => `${code}: ${message}`);
  });
}

/** Returns a document of version 3.0 with these members. */
export function openApi(
  members: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return { openapi: "3.0.3", info: { title: "Pets", version: "1.0" }, paths: {}, ...members };
}

export function schemas(all: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return openApi({ components: { schemas: all } });
}

export function operation(
  members: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const get = { operationId: "getPet", responses: { 204: { description: "" } }, ...members };
  return openApi({ paths: { "/pets/{id}": { get } } });
}

export async function modelsOf(all: Readonly<Record<string, unknown>>): Promise<string> {
  const { files, losses } = await convert(schemas(all));
  expect(losses).toEqual([]);
  return files.get("models.tsp") ?? "";
}

export async function operationsOf(members: Readonly<Record<string, unknown>>): Promise<string> {
  return (await convert(operation(members))).files.get("operations.tsp") ?? "";
}

export const string = { type: "string" };

export const pet = (property: unknown) => ({
  Pet: { type: "object", properties: { name: property } },
});

export const kind = (value: string) => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { type: "string", enum: [value] } },
});
