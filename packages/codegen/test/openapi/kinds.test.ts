import { expect, test } from "vitest";
import { convert, modelsOf } from "./convert.ts";

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
