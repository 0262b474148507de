import { expect, test } from "vitest";
import { convert, modelsOf, schemas, string } from "./convert.ts";

const ref = (name: string): unknown => ({ $ref: `#/components/schemas/${name}` });

const values = { type: "string", enum: ["cat", "dog"] };

function pets(kind: unknown): Readonly<Record<string, unknown>> {
  return {
    Pet: {
      type: "object",
      required: ["kind"],
      properties: { kind },
      discriminator: { propertyName: "kind" },
    },
    Cat: { allOf: [ref("Pet")], "x-ms-discriminator-value": "cat" },
  };
}

test("writes the kind of a base whose discriminator has a named enumeration as its member", async () => {
  const named = { ...values, "x-ms-enum": { name: "PetKind", modelAsString: false } };
  expect(await modelsOf(pets(named))).toContain("model Cat extends Pet {\n  kind: PetKind.cat;\n}");
  const told = { ...values, "x-enum-descriptions": ["A cat.", "A dog."] };
  expect(await modelsOf(pets(told))).toContain("kind: PetKind.cat;");
  expect(await modelsOf({ ...pets(ref("Kind")), Kind: values })).toContain("kind: Kind.cat;");
  expect(await modelsOf(pets(values))).toContain('kind: "cat";');
});

test("declares an inline enumeration once, independent of the property that has it", async () => {
  const own = { ...values, "x-ms-enum": { name: "PetKind", modelAsString: false } };
  const { files } = await convert({
    swagger: "2.0",
    info: { title: "Pets", version: "1" },
    paths: {},
    definitions: {
      Cat: { type: "object", properties: { kind: { ...own, readOnly: true } } },
      Dog: { type: "object", properties: { kind: { ...own, title: "Kind", default: "dog" } } },
    },
  });
  expect(files.get("models.tsp")?.match(/^enum PetKind/gm)).toHaveLength(1);
});

test("merges the alternatives of a kind, which have optional properties", async () => {
  const { files, losses } = await convert(
    schemas({
      Base: {
        type: "object",
        required: ["kind"],
        properties: { kind: string },
        discriminator: { propertyName: "kind", mapping: { v: "V" } },
      },
      Other: { type: "object", properties: { b: string, at: { type: "integer" } } },
      V: {
        allOf: [
          { $ref: "#/components/schemas/Base" },
          {
            oneOf: [
              { type: "object", required: ["a"], properties: { a: string, at: string } },
              { $ref: "#/components/schemas/Other" },
            ],
          },
        ],
      },
    }),
  );
  expect(files.get("models.tsp")).toMatch(
    /model V extends Base \{\s+kind: "v";\s+a\?: string;\s+at\?: string \| integer;\s+b\?: string;\s+\}/,
  );
  expect(losses.map(({ pointer, reason }) => `${pointer}: ${reason}`)).toEqual([
    "/components/schemas/V: The alternatives of a kind are merged: it has the properties of all of them, each optional.",
  ]);
});
