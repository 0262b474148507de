import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Contract } from "./contract.ts";
import { readDocument } from "./documents.ts";
import { readContract } from "./read-contract.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "read-contract-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function read(parts: object): Contract {
  return readContract({ file: "test.json", root: { swagger: "2.0", paths: {}, ...parts } });
}

function readFiles(files: Readonly<Record<string, object>>, entry: string): Contract {
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), JSON.stringify({ swagger: "2.0", paths: {}, ...content }));
  }
  return readContract(readDocument(join(folder, entry), entry));
}

describe("readContract", () => {
  it("follows references into other files, and from there into further files", () => {
    const { models } = readFiles(
      {
        "main.json": {
          definitions: {
            Thing: { type: "object", properties: { who: { $ref: "#/definitions/User" } } },
            User: { $ref: "common.json#/definitions/User" },
          },
        },
        "common.json": {
          definitions: {
            User: { type: "object", properties: { cloud: { $ref: "#/definitions/Cloud" } } },
            Cloud: {
              type: "string",
              enum: ["a"],
              "x-ms-enum": { name: "Cloud", modelAsString: true },
            },
          },
        },
      },
      "main.json",
    );
    expect([...models.keys()].toSorted()).toEqual(["Thing", "User"]);
    expect(models.get("Thing")?.properties.get("who")?.shape).toEqual({
      kind: "model",
      name: "User",
    });
    expect(models.get("User")?.properties.get("cloud")?.shape).toEqual({
      kind: "enum",
      name: "Cloud",
    });
  });

  it("separates different definitions with the same name", () => {
    const files = {
      "first.json": {
        definitions: {
          A: { type: "object", properties: { b: { $ref: "second.json#/definitions/B" } } },
          B: { type: "object", properties: { x: { type: "string" } } },
        },
      },
      "second.json": {
        definitions: { B: { type: "object", properties: { y: { type: "string" } } } },
      },
    };
    const { models } = readFiles(files, "first.json");
    const shape = models.get("A")?.properties.get("b")?.shape;
    const other = shape?.kind === "model" ? models.get(shape.name) : undefined;
    expect([...(other?.properties.keys() ?? [])]).toEqual(["y"]);
    expect(models.size).toBe(3);
  });

  it("names inline objects and enumerations after their place", () => {
    const { models, enums } = read({
      definitions: {
        A: {
          type: "object",
          properties: {
            inner: { type: "object", properties: { color: { type: "string", enum: ["red"] } } },
            many: {
              type: "array",
              items: { type: "object", properties: { x: { type: "string" } } },
            },
          },
        },
      },
    });
    expect([...models.keys()].toSorted()).toEqual(["A", "A.inner", "A.many.item"]);
    expect(enums.get("A.inner.color")).toMatchObject({ open: false, base: "string" });
  });

  it("resolves an allOf that only wraps a reference, and merges inline parts", () => {
    const { models } = read({
      definitions: {
        A: {
          type: "object",
          properties: { b: { description: "Its b.", allOf: [{ $ref: "#/definitions/B" }] } },
        },
        B: {
          type: "object",
          allOf: [{ properties: { x: { type: "string" } }, required: ["x"] }],
          properties: { y: { type: "string" } },
        },
      },
    });
    expect(models.get("A")?.properties.get("b")).toMatchObject({
      shape: { kind: "model", name: "B" },
      description: "Its b.",
    });
    expect(models.get("B")?.bases).toEqual([]);
    expect(
      [...(models.get("B")?.properties.values() ?? [])].map(({ name, required }) => [
        name,
        required,
      ]),
    ).toEqual([
      ["y", false],
      ["x", true],
    ]);
  });

  it("prefers an operation's parameter to the path's, and accepts paths with queries", () => {
    const { operations } = read({
      parameters: { Shared: { name: "id", in: "query", type: "string" } },
      paths: {
        "/a": {
          parameters: [{ $ref: "#/parameters/Shared" }],
          get: {
            operationId: "Get",
            parameters: [{ name: "id", in: "query", type: "integer" }],
            responses: {},
          },
        },
      },
      "x-ms-paths": { "/a?b": { put: { responses: {} } } },
    });
    const parameters = [...(operations.get("Get")?.parameters.values() ?? [])];
    expect(parameters).toMatchObject([{ name: "id", shape: { type: "integer" } }]);
    expect(operations.get("PUT /a?b")).toMatchObject({ method: "PUT", path: "/a?b" });
  });

  it("takes media types from the operation, else from the document", () => {
    const body = { name: "b", in: "body", schema: { type: "string", format: "binary" } };
    const answer = { "200": { description: "It.", schema: { type: "string" } } };
    const { operations } = read({
      consumes: ["application/json"],
      produces: ["text/b", "text/a"],
      paths: {
        "/a": {
          post: {
            operationId: "Own",
            consumes: ["image/png"],
            produces: ["text/c"],
            parameters: [body],
            responses: answer,
          },
        },
        "/b": { post: { operationId: "Shared", parameters: [body], responses: answer } },
      },
    });
    expect(operations.get("Own")).toMatchObject({
      produces: ["text/c"],
      body: { mediaTypes: ["image/png"] },
    });
    expect(operations.get("Shared")).toMatchObject({
      produces: ["text/a", "text/b"],
      body: { mediaTypes: ["application/json"], required: false },
    });
  });

  it("reads hosts with and without parameters", () => {
    expect(read({ host: "a.example", basePath: "/v1/" }).host).toBe("https://a.example/v1");
    const hosted = {
      "x-ms-parameterized-host": { hostTemplate: "{endpoint}", useSchemePrefix: false },
      basePath: "/",
    };
    expect(read(hosted).host).toBe("{endpoint}");
  });

  it("reads maps, free-form objects, limits and defaults", () => {
    const { models } = read({
      definitions: {
        A: {
          type: "object",
          properties: {
            map: { type: "object", additionalProperties: { type: "string" } },
            free: { type: "object" },
            count: { type: "integer", minimum: 1, default: 3 },
          },
          additionalProperties: { type: "boolean" },
        },
      },
    });
    const model = models.get("A");
    const shapes = Object.fromEntries(
      [...(model?.properties ?? [])].map(([key, { shape }]) => [key, shape]),
    );
    expect(shapes).toEqual({
      map: { kind: "map", values: { kind: "value", type: "string", limits: {} } },
      free: { kind: "value", type: "object", limits: {} },
      count: { kind: "value", type: "integer", limits: { minimum: 1 }, fallback: "3" },
    });
    expect(model?.others).toMatchObject({ type: "boolean" });
  });

  it.each([
    [{ paths: { "/a": [1] } }, "test.json#/paths/~1a: A path must be an object."],
    [{ paths: { "/a": { get: 1 } } }, "test.json#/paths/~1a/get: An operation must be an object."],
    [
      { paths: { "/a": { get: { responses: 1 } } } },
      'test.json#/paths/~1a/get/responses: "responses" must be an object.',
    ],
    [
      { paths: { "/a": { get: { responses: {}, parameters: [{ $ref: "#/parameters/x" }] } } } },
      'test.json#/paths/~1a/get/parameters/0/$ref: The target of "#/parameters/x" does not exist. Correct the reference or add the target.',
    ],
    [{ definitions: { A: 1 } }, "test.json#/definitions/A: A schema must be an object."],
    [
      { definitions: { A: { type: "object", properties: { x: 1 } } } },
      "test.json#/definitions/A/properties/x: A schema must be an object.",
    ],
    [
      { definitions: { A: { type: "object", properties: { x: { $ref: "b.json#/X" } } } } },
      "test.json#/definitions/A/properties/x/$ref: The referenced file b.json does not exist or cannot be read.",
    ],
  ])("names the place of an error: %j", (parts, message) => {
    expect(() => read(parts)).toThrow(message);
  });
});
