import { expect, test } from "vitest";
import { OpenApiError } from "../../src/openapi/errors.ts";
import { convert, schemas, string } from "./convert.ts";

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
