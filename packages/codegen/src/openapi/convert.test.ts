import { join } from "node:path";
import { compile, NodeHost } from "@typespec/compiler";
import { expect, test } from "vitest";
import { createHost } from "../cli/host.ts";
import { convertOpenApi, type Conversion } from "./convert.ts";
import { OpenApiError } from "./errors.ts";

/** Converts a document that is given as an object or as text; other files are found by their name. */
async function convert(
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

/** What the compiler says of the TypeSpec that a document became. */
async function problemsOf({ files }: Conversion): Promise<readonly string[]> {
  const folder = join(import.meta.dirname, "in-memory");
  const recorded = { written: new Map<string, string>(), removed: new Set<string>() };
  const host = createHost(folder, recorded, { folder, files });
  const program = await compile({ ...NodeHost, ...host }, `${folder}/main.tsp`, { noEmit: true });
  return program.diagnostics
    .filter(({ code }) => code !== "deprecated")
    .map(({ code, message }) => `${code}: ${message}`);
}

/** A document of version 3.0 with these members. */
function openApi(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { openapi: "3.0.3", info: { title: "Pets", version: "1.0" }, paths: {}, ...members };
}

function schemas(all: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return openApi({ components: { schemas: all } });
}

function operation(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const get = { operationId: "getPet", responses: { 204: { description: "" } }, ...members };
  return openApi({ paths: { "/pets/{id}": { get } } });
}

async function modelsOf(all: Readonly<Record<string, unknown>>): Promise<string> {
  const { files, losses } = await convert(schemas(all));
  expect(losses).toEqual([]);
  return files.get("models.tsp") ?? "";
}

async function operationsOf(members: Readonly<Record<string, unknown>>): Promise<string> {
  return (await convert(operation(members))).files.get("operations.tsp") ?? "";
}

const string = { type: "string" };

const pet = (property: unknown) => ({ Pet: { type: "object", properties: { name: property } } });

const kind = (value: string) => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { type: "string", enum: [value] } },
});

test("writes properties with constraints, defaults, visibility and docs", async () => {
  const models = await modelsOf({
    Pet: {
      type: "object",
      description: "A pet.",
      required: ["name"],
      properties: {
        name: { type: "string", maxLength: 20, description: "The name." },
        age: { type: "integer", format: "int32", minimum: 0, exclusiveMinimum: true, default: 1 },
        id: { type: "string", format: "uuid", readOnly: true },
        "first-seen": { type: "string", format: "date-time", nullable: true },
        status: { type: "string", enum: ["sold", "free"], default: "free" },
      },
    },
  });
  for (const text of [
    "/** A pet. */\nmodel Pet {",
    "  /** The name. */\n  @maxLength(20)\n  name: string;",
    "  @minValueExclusive(0)\n  age?: int32 = 1;",
    '  @format("uuid")\n  @visibility(Lifecycle.Read)\n  id?: string;',
    "  `first-seen`?: utcDateTime | null;",
    '  status?: "sold" | "free" = "free";',
  ]) {
    expect(models).toContain(text);
  }
});

test("reads nullable of each dialect", async () => {
  const info = { title: "Pets", version: "1" };
  for (const document of [
    { swagger: "2.0", info, paths: {}, definitions: pet({ ...string, "x-nullable": true }) },
    { openapi: "3.0.0", info, components: { schemas: pet({ ...string, nullable: true }) } },
    { openapi: "3.1.0", info, components: { schemas: pet({ type: ["string", "null"] }) } },
    { openapi: "3.1.0", info, components: { schemas: pet({ anyOf: [string, { type: "null" }] }) } },
  ]) {
    const { files } = await convert(document);
    expect(files.get("models.tsp")).toContain("name?: string | null;");
  }
});

test("names inline objects after where they stand, equal ones once", async () => {
  const owner = { type: "object", properties: { email: { type: "string", format: "email" } } };
  const models = await modelsOf({
    pet: { type: "object", properties: { owner, tags: { type: "array", items: owner } } },
  });
  expect(models).toContain("model Pet {\n  owner?: PetOwner;\n  tags?: PetOwner[];\n}");
  expect(models.match(/^model /gm)).toHaveLength(2);
});

test("writes a discriminated hierarchy with the values of its kinds", async () => {
  const models = await modelsOf({
    Pet: {
      type: "object",
      required: ["kind"],
      properties: { kind: string },
      discriminator: { propertyName: "kind", mapping: { tom: "#/components/schemas/Cat" } },
    },
    Cat: {
      allOf: [
        { $ref: "#/components/schemas/Pet" },
        { type: "object", properties: { lives: { type: "integer" } } },
      ],
    },
  });
  expect(models).toContain('@discriminator("kind")\nmodel Pet {\n  kind: string;\n}');
  expect(models).toContain('model Cat extends Pet {\n  kind: "tom";\n  lives?: integer;\n}');
});

test("lets a model omit what it declares otherwise than its parent", async () => {
  const models = await modelsOf({
    Pet: { type: "object", properties: { id: string, name: string } },
    Cat: {
      allOf: [{ $ref: "#/components/schemas/Pet" }],
      properties: { id: { type: "integer" } },
    },
    Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }], required: ["name"] },
  });
  expect(models).toContain('model Cat {\n  ...OmitProperties<Pet, "id">;\n  id?: integer;\n}');
  expect(models).toContain("model Dog extends Pet {\n  name: string;\n}");
});

test("tells a union apart by a discriminator where each variant says its value", async () => {
  const models = await modelsOf({
    Cat: kind("cat"),
    Dog: kind("dog"),
    Pet: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: {
        propertyName: "kind",
        mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
      },
    },
  });
  expect(models).toContain(
    '@discriminated(#{ envelope: "none", discriminatorPropertyName: "kind" })\nunion Pet {\n  cat: Cat,\n  dog: Dog,\n}',
  );
});

test("makes a kind with several values a base of one kind for each", async () => {
  const models = await modelsOf({
    Pet: {
      type: "object",
      required: ["kind"],
      properties: { kind: string },
      discriminator: {
        propertyName: "kind",
        mapping: { tom: "#/components/schemas/Cat", kitty: "#/components/schemas/Cat" },
      },
    },
    Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }], properties: { lives: string } },
  });
  expect(models).toContain("model Cat extends Pet {\n  lives?: string;\n}");
  expect(models).toContain('model CatTom extends Cat {\n  kind: "tom";\n}');
  expect(models).toContain('model CatKitty extends Cat {\n  kind: "kitty";\n}');
});

test("merges alternatives with the properties beside them", async () => {
  const models = await modelsOf({
    Pet: {
      type: "object",
      properties: { name: string },
      oneOf: [
        { title: "Cat", type: "object", properties: { lives: { type: "integer" } } },
        { title: "Dog", type: "object", properties: { tricks: { type: "integer" } } },
      ],
    },
  });
  expect(models).toContain("union Pet {\n  PetCat,\n  PetDog,\n}");
  expect(models).toContain("model PetCat {\n  name?: string;\n  lives?: integer;\n}");
});

test("obeys names, open enumerations, paging and long-running operations of Azure", async () => {
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

test("leaves to the caller, as text, what has no form in a URL, and drops the body of a 204", async () => {
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
    "The value is a string in the client, because its type has no form in a URL, header or cookie.",
    "A response with the status 204 has no body.",
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

test("writes forms, files and parts", async () => {
  const body = (mediaType: string, schema: unknown) =>
    operationsOf({
      parameters: [{ name: "id", in: "path", required: true, schema: string }],
      requestBody: { required: true, content: { [mediaType]: { schema } } },
    });
  const file = { type: "string", format: "binary" };
  const object = {
    type: "object",
    properties: { name: string, photos: { type: "array", items: file } },
  };
  const multipart = await body("multipart/form-data", object);
  expect(multipart).toContain('@header contentType: "multipart/form-data"');
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

test("follows references to other files, in YAML", async () => {
  const { files } = await convert(
    schemas({ Pet: { type: "object", properties: { owner: { $ref: "owner.yaml#/Owner" } } } }),
    { "owner.yaml": "Owner:\n  type: object\n  properties:\n    name: {type: string}\n" },
  );
  expect(files.get("models.tsp")).toContain("owner?: Owner;");
});

test("lists what is lost with its place", async () => {
  const { losses } = await convert({
    ...schemas({
      Pet: { type: "object", properties: { name: { ...string, "x-color": 1 } }, minProperties: 1 },
    }),
    webhooks: { seen: {} },
  });
  expect(losses).toEqual([
    {
      file: "api.json",
      pointer: "/components/schemas/Pet/properties/name/x-color",
      reason: "The extension x-color is not carried over.",
    },
    {
      file: "api.json",
      pointer: "/components/schemas/Pet/minProperties",
      reason: '"minProperties" is not carried over.',
    },
    { file: "api.json", pointer: "/webhooks", reason: '"webhooks" is not carried over.' },
  ]);
});

test.for<[string, unknown, string]>([
  ["another document than OpenAPI", { hello: 1 }, "api.json: This is not an OpenAPI document"],
  [
    "a version that is not known",
    { openapi: "4.0.0" },
    "api.json#/openapi: OpenAPI 4.0.0 is not supported",
  ],
  [
    "a reference that leads nowhere",
    schemas({ Pet: { properties: { owner: { $ref: "#/components/schemas/Owner" } } } }),
    'api.json#/components/schemas/Pet/properties/owner/$ref: "#/components/schemas/Owner" leads nowhere',
  ],
  [
    "a reference to a file that is not there",
    schemas({ Pet: { $ref: "pet.yaml" } }),
    "api.json#/components/schemas/Pet/$ref: The reference leads to pet.yaml, which cannot be read",
  ],
  [
    "a reference with a broken percent-encoding",
    schemas({ Pet: { $ref: "p%zz.yaml" } }),
    "api.json#/components/schemas/Pet/$ref: The reference leads to p%zz.yaml, which cannot be read",
  ],
  [
    "a reference to another machine",
    schemas({ Pet: { $ref: "https://pets.example/pet.yaml" } }),
    "is on another machine",
  ],
  [
    "a chain of references that leads back",
    schemas({ A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } }),
    "api.json#/components/schemas/A: The reference leads back to itself",
  ],
  [
    "a model that inherits from itself",
    schemas({
      A: { allOf: [{ $ref: "#/components/schemas/B" }], properties: { a: string } },
      B: { allOf: [{ $ref: "#/components/schemas/A" }], properties: { b: string } },
    }),
    "The schema inherits from itself by allOf",
  ],
  ["text that is not YAML", "openapi: [", "api.json: Line "],
])("refuses %s, with its place and what to do", async ([, document, message]) => {
  const error = await convert(document).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OpenApiError);
  expect(String(error)).toContain(message);
  expect((error as Error).message.split("\n")).toHaveLength(1);
});
