import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Contract } from "./contract.ts";
import { readJsonFile } from "./documents.ts";
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
  return readContract(readJsonFile(join(folder, entry), entry));
}

describe("readContract", () => {
  it("follows a definition that is a reference to one in another file, which has references of its own", () => {
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

  it("refuses two different definitions of one name", () => {
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
    expect(() => readFiles(files, "first.json")).toThrow(
      /"B" is also defined at .*second\.json#\/definitions\/B/,
    );
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

  it("sees through an allOf that only wraps a reference, and merges inline parts", () => {
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
      ["x", true],
      ["y", false],
    ]);
  });

  it("lets an operation's parameter stand for the path's, and takes paths with queries", () => {
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
    const { operations } = read({
      consumes: ["application/json"],
      produces: ["text/b", "text/a"],
      paths: {
        "/a": {
          post: {
            operationId: "Own",
            consumes: ["image/png"],
            produces: [],
            parameters: [body],
            responses: {},
          },
        },
        "/b": { post: { operationId: "Shared", parameters: [body], responses: {} } },
      },
    });
    expect(operations.get("Own")).toMatchObject({
      produces: [],
      body: { mediaTypes: ["image/png"] },
    });
    expect(operations.get("Shared")).toMatchObject({
      produces: ["text/a", "text/b"],
      body: { mediaTypes: ["application/json"], required: false },
    });
  });

  it("reads hosts with and without parameters", () => {
    expect(read({ host: "a.example", basePath: "/v1/" }).host).toBe("a.example/v1");
    const hosted = { "x-ms-parameterized-host": { hostTemplate: "{endpoint}" }, basePath: "/" };
    expect(read(hosted).host).toBe("{endpoint}");
  });

  it("reads maps, free objects, limits and defaults", () => {
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
    [{ paths: { "/a": [] } }, "test.json at #/paths/~1a: an object is expected"],
    [{ paths: { "/a": { get: 1 } } }, "test.json at #/paths/~1a/get: an object is expected"],
    [
      { paths: { "/a": { get: {} } } },
      "test.json at #/paths/~1a/get/responses: an object is expected",
    ],
    [
      { paths: { "/a": { get: { responses: {}, parameters: [{ name: "x" }] } } } },
      'test.json at #/paths/~1a/get/parameters/0: a parameter needs "name" and "in"',
    ],
    [{ definitions: { A: 1 } }, "test.json at #/definitions/A: a schema object is expected"],
    [
      { definitions: { A: { type: "array" } } },
      'test.json at #/definitions/A: an array needs "items"',
    ],
    [
      { definitions: { A: { type: "object", properties: { x: true } } } },
      "test.json at #/definitions/A/properties/x: a schema object is expected",
    ],
    [
      { definitions: { A: { type: "object", properties: { x: { $ref: "b.json#/X" } } } } },
      "test.json at #/definitions/A/properties/x: $ref to another file, b.json",
    ],
  ])("says where a document is wrong: %j", (parts, message) => {
    expect(() => read(parts)).toThrow(message);
  });
});
