import { expect, test } from "vitest";
import { OpenApiError } from "../../src/openapi/errors.ts";
import { convert, openApi, schemas, string } from "./convert.ts";

test("follows references to other files, in YAML", async () => {
  const { files } = await convert(
    schemas({ Pet: { type: "object", properties: { owner: { $ref: "owner.yaml#/Owner" } } } }),
    { "owner.yaml": "Owner:\n  type: object\n  properties:\n    name: {type: string}\n" },
  );
  expect(files.get("models.tsp")).toContain("owner?: Owner;");
});

test("lists everything that is lost, with its place", async () => {
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
      reason: "The extension x-color is not converted.",
    },
    {
      file: "api.json",
      pointer: "/components/schemas/Pet/minProperties",
      reason: '"minProperties" is not converted.',
    },
    { file: "api.json", pointer: "/webhooks", reason: '"webhooks" is not converted.' },
  ]);
});

test.for<[string, unknown, string]>([
  ["another document than OpenAPI", { hello: 1 }, "api.json: This is not an OpenAPI document"],
  [
    "an unsupported version",
    { openapi: "4.0.0" },
    "api.json#/openapi: OpenAPI 4.0.0 is not supported",
  ],
  [
    "a reference without a target",
    schemas({ Pet: { properties: { owner: { $ref: "#/components/schemas/Owner" } } } }),
    'api.json#/components/schemas/Pet/properties/owner/$ref: The target of "#/components/schemas/Owner" does not exist',
  ],
  [
    "a reference to a file that is not there",
    schemas({ Pet: { $ref: "pet.yaml" } }),
    "api.json#/components/schemas/Pet/$ref: The referenced file pet.yaml does not exist or cannot be read",
  ],
  [
    "a reference with a broken percent-encoding",
    schemas({ Pet: { $ref: "p%zz.yaml" } }),
    "api.json#/components/schemas/Pet/$ref: The referenced file p%zz.yaml does not exist or cannot be read",
  ],
  [
    "a reference to another machine",
    schemas({ Pet: { $ref: "https://pets.example/pet.yaml" } }),
    "is on another machine",
  ],
  [
    "a chain of references that leads back",
    schemas({ A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } }),
    "api.json#/components/schemas/A: The reference refers to itself",
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

test("lists URLs of documentation that are not absolute", async () => {
  const externalDocs = { url: "./docs/pets.md", description: "More about pets." };
  const { files, losses } = await convert({
    ...schemas({ Pet: { type: "object", externalDocs, properties: { name: string } } }),
    info: { title: "Pets", version: "1.0", termsOfService: "/terms", contact: { url: "pets" } },
    tags: [{ name: "pets", externalDocs }],
    externalDocs,
  });
  expect(files.get("models.tsp")).toContain("model Pet {");
  const reason = "The value is not an absolute URL.";
  for (const pointer of [
    "/components/schemas/Pet/externalDocs/url",
    "/info/termsOfService",
    "/info/contact/url",
    "/tags/0/externalDocs/url",
    "/externalDocs/url",
  ]) {
    expect(losses).toContainEqual({ file: "api.json", pointer, reason });
  }
});

test("lists shared definitions that no operation uses, each once", async () => {
  const json = { "application/json": { schema: string } };
  const gone = { description: "Gone.", content: json };
  const { losses } = await convert(
    openApi({
      paths: {
        "/pets": {
          get: {
            responses: { 204: { description: "" }, 404: { $ref: "#/components/responses/Gone" } },
          },
        },
      },
      components: {
        responses: { Gone: gone, Unused: gone },
        requestBodies: { Unused: { content: json } },
      },
    }),
  );
  expect(losses.map(({ pointer, reason }) => `${pointer}: ${reason}`)).toEqual([
    "/components/responses/Unused: No operation uses it.",
    "/components/requestBodies/Unused: No operation uses it.",
  ]);
});

test("leaves out parameters that no client can send, and lists each once", async () => {
  const get = {
    parameters: [
      { $ref: "#/components/parameters/Page" },
      { name: "pet", in: "body", schema: string },
      { name: "color", in: "page", schema: string },
      { name: "size", in: "query", schema: string },
    ],
    responses: { 101: { description: "Switching protocols." }, 204: { description: "" } },
  };
  const { files, losses } = await convert(
    openApi({
      paths: { "/pets": { get } },
      components: { parameters: { Page: { offset: string, size: string } } },
    }),
  );
  expect(files.get("operations.tsp")).toContain("op getPets(@query size?: string)");
  expect(losses.map(({ pointer, reason }) => `${pointer}: ${reason}`)).toEqual([
    '/components/parameters/Page: The parameter is left out, because it has no "name" or no "in".',
    '/paths/~1pets/get/parameters/1: OpenAPI 3 has no parameters in "body". Use "requestBody".',
    '/paths/~1pets/get/parameters/2: The parameter is left out, because a parameter cannot be in "page".',
    "/paths/~1pets/get/responses/101: The response is not the final one of a request, so a client does not see it.",
  ]);
});

test("sends the first of several bodies of OpenAPI 2.0, and lists the others", async () => {
  const bodies = ["name", "color"].map((name) => ({ name, in: "body", schema: string }));
  const post = { parameters: bodies, responses: { 204: { description: "" } } };
  const { files, losses } = await convert({
    swagger: "2.0",
    info: { title: "Pets", version: "1" },
    paths: { "/pets": { post } },
  });
  expect(files.get("operations.tsp")).toContain("@body name?: string");
  expect(losses.map(({ pointer, reason }) => `${pointer}: ${reason}`)).toEqual([
    "/paths/~1pets/post/parameters/1: The parameter is left out, because a request has only one body.",
  ]);
});
