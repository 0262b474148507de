import { expect, test } from "vitest";
import { convert, modelsOf, string, pet, kind } from "./convert.ts";

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

test("reads the notation for null of each OpenAPI version", async () => {
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

test("names inline objects after their place, and merges equal ones", async () => {
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

test("omits properties that a model declares differently from its parent", async () => {
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

test("distinguishes the variants of a union by a discriminator if each variant has a value for it", async () => {
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

test("splits a kind with several values into one kind for each value", async () => {
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

test("declares a named type for a list with limits outside of a property", async () => {
  const row = { type: "array", items: { type: "integer", format: "int32" }, maxItems: 3 };
  const models = await modelsOf({
    Board: {
      type: "object",
      properties: {
        rows: { type: "array", minItems: 3, items: row },
        drafts: { type: "object", additionalProperties: row },
        last: row,
      },
    },
  });
  for (const text of [
    "  @minItems(3)\n  rows?: BoardRowsItem[];",
    "  drafts?: Record<BoardRowsItem>;",
    "  @maxItems(3)\n  last?: int32[];",
    "@maxItems(3)\nmodel BoardRowsItem is int32[];",
  ]) {
    expect(models).toContain(text);
  }
});

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test("writes an intermediate base as the base of its kinds and of a kind with its own value", async () => {
  const kindOf = (base: string, property: string) => ({
    allOf: [ref(base)],
    properties: { [property]: string },
  });
  const models = await modelsOf({
    Fish: {
      type: "object",
      required: ["kind"],
      properties: { kind: string },
      discriminator: { propertyName: "kind" },
    },
    Salmon: kindOf("Fish", "river"),
    SmartSalmon: kindOf("Salmon", "degree"),
    Tank: { type: "object", properties: { salmon: ref("Salmon") } },
  });
  for (const text of [
    "model Salmon extends Fish {\n  river?: string;\n}",
    'model PlainSalmon extends Salmon {\n  kind: "Salmon";\n}',
    'model SmartSalmon extends Salmon {\n  kind: "SmartSalmon";\n  degree?: string;\n}',
    "salmon?: Salmon;",
  ]) {
    expect(models).toContain(text);
  }
});

test("has no kind for an intermediate base that the values of the discriminator leave out", async () => {
  const fish = { type: "object", required: ["kind"] };
  const mapping = { smart: "#/components/schemas/SmartSalmon" };
  const salmons = {
    Salmon: { allOf: [ref("Fish")], properties: { river: string } },
    SmartSalmon: { allOf: [ref("Salmon")], properties: { degree: string } },
  };
  for (const Fish of [
    { ...fish, properties: { kind: string }, discriminator: { propertyName: "kind", mapping } },
    {
      ...fish,
      properties: { kind: { type: "string", enum: ["SmartSalmon"] } },
      discriminator: { propertyName: "kind" },
    },
  ]) {
    const models = await modelsOf({ Fish, ...salmons });
    expect(models).toContain("model Salmon extends Fish {\n  river?: string;\n}");
    expect(models).toMatch(
      /model SmartSalmon extends Salmon \{\n  kind: "(smart|SmartSalmon)";\n  degree/,
    );
    expect(models).not.toContain("PlainSalmon");
  }
});

test("writes the value of a kind that has another discriminator for its own kinds", async () => {
  const models = await modelsOf({
    Fish: {
      type: "object",
      required: ["kind"],
      properties: { kind: string },
      discriminator: { propertyName: "kind" },
    },
    Shark: {
      allOf: [ref("Fish")],
      required: ["sharktype"],
      properties: { sharktype: string },
      discriminator: { propertyName: "sharktype" },
      "x-ms-discriminator-value": "shark",
    },
    SawShark: { allOf: [ref("Shark")], "x-ms-discriminator-value": "saw" },
  });
  expect(models).toContain(
    '@discriminator("sharktype")\nmodel Shark extends Fish {\n  kind: "shark";\n  sharktype: string;\n}',
  );
  expect(models).toContain('model SawShark extends Shark {\n  sharktype: "saw";\n}');
});

test("writes kinds that add nothing to their base, if the mapping names them", async () => {
  const models = await modelsOf({
    Pet: {
      type: "object",
      required: ["kind"],
      properties: { kind: string },
      discriminator: { propertyName: "kind", mapping: { cat: "Cat" } },
    },
    Cat: { allOf: [ref("Pet")] },
    NewPet: { allOf: [ref("Pet")] },
  });
  expect(models).toContain('model Cat extends Pet {\n  kind: "cat";\n}');
  expect(models).toContain("alias NewPet = Pet;");
});

test("writes kinds that add nothing to their base in OpenAPI 2.0, which has no mapping", async () => {
  const { files } = await convert({
    swagger: "2.0",
    info: { title: "Pets", version: "1" },
    paths: {},
    definitions: {
      Pet: { required: ["kind"], properties: { kind: string }, discriminator: "kind" },
      Cat: { allOf: [{ $ref: "#/definitions/Pet" }] },
      Owner: {
        properties: { pet: { description: "Own.", allOf: [{ $ref: "#/definitions/Pet" }] } },
      },
    },
  });
  expect(files.get("models.tsp")).toContain("pet?: Pet;");
  expect(files.get("models.tsp")).toContain('model Cat extends Pet {\n  kind: "Cat";\n}');
});
