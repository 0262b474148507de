import { expect, test } from "vitest";
import { convert, operation, operationsOf, string } from "./convert.ts";

test("supports the Azure extensions for names, enumerations, paging and long-running operations", async () => {
  const page = {
    type: "object",
    properties: {
      pets: { type: "array", items: { $ref: "#/definitions/Pet" } },
      next: { type: "string", "x-ms-client-name": "nextLink" },
    },
  };
  const { files, losses } = await convert({
    swagger: "2.0",
    info: { title: "Pets", version: "2025-01-01" },
    host: "pets.example",
    basePath: "/v1",
    schemes: ["https"],
    produces: ["application/json"],
    consumes: ["application/json"],
    paths: {
      "/pets": {
        get: {
          operationId: "Pets_List",
          parameters: [{ $ref: "#/parameters/Version" }],
          "x-ms-pageable": { nextLinkName: "next", itemName: "pets" },
          responses: { 200: { description: "OK", schema: { $ref: "#/definitions/Page" } } },
        },
        post: {
          operationId: "Pets_Create",
          parameters: [
            { $ref: "#/parameters/Version" },
            { name: "pet", in: "body", required: true, schema: { $ref: "#/definitions/Pet" } },
          ],
          "x-ms-long-running-operation": true,
          "x-ms-long-running-operation-options": { "final-state-via": "location" },
          responses: {
            200: {
              description: "OK",
              headers: { Location: { type: "string" } },
              schema: { $ref: "#/definitions/Pet" },
            },
          },
        },
      },
    },
    parameters: {
      Version: { name: "api-version", in: "query", required: true, type: "string" },
    },
    definitions: {
      Pet: {
        type: "object",
        properties: {
          kind: {
            type: "string",
            enum: ["cat", "dog"],
            "x-ms-enum": { name: "PetKind", modelAsString: true },
          },
        },
      },
      Page: page,
    },
  });
  expect(losses).toEqual([]);
  const operations = files.get("operations.tsp") ?? "";
  expect(operations).toContain("interface Pets {");
  expect(operations).toMatch(
    /@list\n {2}@route\("\/pets"\)\n {2}@get\n {2}list\(...ApiVersionParameter\)/,
  );
  expect(operations).toContain("@Azure.ClientGenerator.Core.Legacy.markAsLro");
  expect(operations).toContain('@Azure.Core.useFinalStateVia("location")');
  expect(operations).toContain("create(...ApiVersionParameter, @body pet: Pet)");
  const models = files.get("models.tsp") ?? "";
  expect(models).toContain("  @pageItems\n  pets?: Pet[];");
  expect(models).toContain(
    '  @nextLink\n  @Azure.ClientGenerator.Core.clientName("nextLink")\n  next?: string;',
  );
  expect(models).toContain('union PetKind {\n  string,\n  cat: "cat",\n  dog: "dog",\n}');
  const main = files.get("main.tsp") ?? "";
  expect(main).toContain('@server("https://pets.example/v1")');
  expect(main).toContain('v2025_01_01: "2025-01-01"');
});

test("writes each style of a list in the query", async () => {
  const list = { type: "array", items: string };
  const text = await operationsOf({
    parameters: [
      { name: "id", in: "path", required: true, schema: string },
      { name: "a", in: "query", schema: list },
      { name: "b", in: "query", explode: false, schema: list },
      { name: "c-c", in: "query", style: "pipeDelimited", explode: false, schema: list },
      {
        name: "d",
        in: "query",
        style: "deepObject",
        schema: { type: "object", properties: { x: string } },
      },
    ],
  });
  expect(text).toContain('@query(#{ name: "a", explode: true }) a?: string[]');
  expect(text).toContain("@query b?: string[]");
  expect(text).toContain('@encode(ArrayEncoding.pipeDelimited)\n  @query("c-c")\n  cC?: string[]');
  expect(text).toContain('@query("d[x]") dX?: string');
});

test("uses strings for values that cannot be written in a URL, and omits the body of a 204", async () => {
  const json = { "application/json": { schema: string } };
  const { files, losses } = await convert(
    operation({
      parameters: [
        { name: "id", in: "path", required: true, schema: string },
        { name: "rules", in: "query", schema: { type: "array", items: { type: "object" } } },
      ],
      responses: { 204: { description: "", content: json } },
    }),
  );
  expect(files.get("operations.tsp")).toContain("rules?: string");
  expect(files.get("operations.tsp")).toContain("@statusCode _: 204;\n}");
  expect(losses.map(({ reason }) => reason)).toEqual([
    "The value is a string in the client, because its type cannot be written in a URL, header or cookie.",
    "A response with the status code 204 has no body.",
  ]);
});

test("spreads shared parameters and responses", async () => {
  const list = { type: "array", items: string };
  const { files } = await convert({
    ...operation({
      parameters: [{ $ref: "#/components/parameters/Id" }],
      responses: {
        200: { description: "The pet.", content: { "application/json": { schema: list } } },
        404: { $ref: "#/components/responses/Missing" },
        default: { $ref: "#/components/responses/Failed" },
      },
    }),
    components: {
      parameters: { Id: { name: "id", in: "path", required: true, schema: string } },
      responses: {
        Missing: { description: "No such pet." },
        Failed: { description: "", content: { "application/json": { schema: list } } },
      },
    },
  });
  expect(files.get("operations.tsp")).toContain(
    "op getPet(...IdParameter): string[] | MissingResponse | FailedResponse;",
  );
  expect(files.get("parameters.tsp")).toContain("model IdParameter {\n  @path id: string;\n}");
  expect(files.get("responses.tsp")).toContain("model MissingResponse {\n  @statusCode _: 404;\n}");
  expect(files.get("responses.tsp")).toContain(
    "@error\nmodel FailedResponse {\n  @body body: string[];\n}",
  );
});

/** Converts an operation with this request body. */
const body = (mediaType: string, schema: unknown) =>
  operationsOf({
    parameters: [{ name: "id", in: "path", required: true, schema: string }],
    requestBody: { required: true, content: { [mediaType]: { schema } } },
  });

test("writes forms, files and parts", async () => {
  const file = { type: "string", format: "binary" };
  const object = {
    type: "object",
    properties: { name: string, photos: { type: "array", items: file } },
  };
  const multipart = await body("multipart/form-data", object);
  expect(multipart).toContain('@header contentType: "multipart/form-data"');
  expect(multipart).toContain("@multipartBody body: {");
  const content = { "multipart/form-data": { schema: object } };
  expect(await operationsOf({ requestBody: { content } })).toContain("@multipartBody body?: {");
  expect(multipart).toContain("photos?: HttpPart<File>[];");
  expect(await body("image/png", file)).toContain('@header contentType: "image/png"');
  expect(await body("application/x-www-form-urlencoded", object)).toContain(
    "@body body: GetPetRequest",
  );
});

test("writes security per operation, and servers with variables", async () => {
  const { files, losses } = await convert({
    ...operation({ security: [{ key: [], login: ["read"] }, {}] }),
    servers: [
      {
        url: "https://{region}.pets.example",
        variables: { region: { enum: ["eu", "us"], default: "eu" } },
      },
    ],
    security: [{ key: [] }],
    components: {
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "x-key" },
        login: {
          type: "oauth2",
          flows: { clientCredentials: { tokenUrl: "https://pets.example/token", scopes: {} } },
        },
      },
    },
  });
  expect(losses).toEqual([]);
  const main = files.get("main.tsp") ?? "";
  expect(main).toContain('region?: "eu" | "us" = "eu"');
  expect(main).toContain("@useAuth(Key)");
  expect(files.get("operations.tsp")).toContain('@useAuth([Key, LoginAuth<["read"]>] | NoAuth)');
});

const named = (name: string) => ({ name, in: "query", schema: string });

test("keeps the names of parameters, properties and enumeration members that are names of types", async () => {
  const { files } = await convert(
    operation({
      parameters: [
        { name: "id", in: "path", required: true, schema: string },
        named("url"),
        named("duration"),
        {
          name: "format",
          in: "query",
          schema: { type: "string", "x-ms-enum": { name: "Format" }, enum: ["string", "url"] },
        },
      ],
    }),
  );
  const text = [...files.values()].join("\n");
  expect(text).toContain("@query url?: string");
  expect(text).toContain("@query duration?: string");
  expect(text).toContain('enum Format {\n  string: "string",\n  url: "url",\n}');
});

test("encodes dates in headers as the document says, and HTTP's own response headers as HTTP dates", async () => {
  const at = { type: "string", format: "date-time" };
  const moment = { $ref: "#/components/schemas/Moment" };
  const { files } = await convert({
    ...operation({
      parameters: [
        { name: "id", in: "path", required: true, schema: string },
        { name: "x-since", in: "header", schema: at },
        { name: "x-until", in: "header", schema: moment },
        { name: "from", in: "query", schema: at },
      ],
      responses: {
        204: {
          description: "",
          headers: { "x-changed": { schema: moment }, "last-modified": { schema: at } },
        },
      },
    }),
    components: { schemas: { Moment: at } },
  });
  const encoded = [...files.get("operations.tsp")!.matchAll(/"rfc3339"\)\s+@header\("([^"]+)/g)];
  expect(encoded.map(([, name]) => name)).toEqual(["x-since", "x-until", "x-changed"]);
});
