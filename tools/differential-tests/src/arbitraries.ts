import { readFileSync } from "node:fs";
import * as fc from "fast-check";

/** A schema of an OpenAPI 2.0 document, as far as values are made from it. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly allOf?: readonly Schema[];
  readonly readOnly?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly discriminator?: string;
  readonly "x-ms-discriminator-value"?: string;
}

interface Document {
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** How far recursive models are followed. */
const deepest = 3;

/** Makes values for the models of one API version. */
export interface Values {
  /** Whether the API version has a model. */
  has(model: string): boolean;
  /** An object for a request: dates are Date objects, read-only properties are left out. */
  request<Model>(model: string): fc.Arbitrary<Model>;
  /** An object as it stands in an answer: JSON, with everything that the service may send. */
  answer(model: string): fc.Arbitrary<unknown>;
}

/** Reads the version's OpenAPI document, so that what the contract gains is tried at once. */
export function valuesOf(version: string): Values {
  const path = new URL(`../../../specs/chat/openapi/${version}.json`, import.meta.url);
  const { definitions } = JSON.parse(readFileSync(path, "utf8")) as Document;
  return {
    has: (model) => definitions[model] !== undefined,
    request: <Model>(model: string) =>
      valueOf(definitions, definitionOf(definitions, model), "request", 0) as fc.Arbitrary<Model>,
    answer: (model) => valueOf(definitions, definitionOf(definitions, model), "answer", 0),
  };
}

type Direction = "request" | "answer";
type Definitions = Document["definitions"];

function definitionOf(definitions: Definitions, name: string): Schema {
  const schema = definitions[name];
  if (schema === undefined) throw new Error(`the document defines no ${name}`);
  return schema;
}

function valueOf(
  definitions: Definitions,
  schema: Schema,
  direction: Direction,
  depth: number,
): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
    return oneOfItsKinds(definitions, name, direction, depth);
  }
  // The enumerations of the service are open: what is not in the list must pass too.
  if (schema.enum !== undefined) return fc.oneof(fc.constantFrom(...schema.enum), text);
  switch (schema.type) {
    case "string":
      return schema.format === "date-time" ? dates(direction) : text;
    case "integer":
      return fc.integer({ min: schema.minimum ?? -(2 ** 31), max: schema.maximum ?? 2 ** 31 - 1 });
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(valueOf(definitions, schema.items ?? {}, direction, depth + 1), {
        maxLength: depth < deepest ? 3 : 0,
      });
    default:
      return objectOf(definitions, schema, direction, depth);
  }
}

/** A model that others are derived from stands for all of them. */
function oneOfItsKinds(
  definitions: Definitions,
  name: string,
  direction: Direction,
  depth: number,
): fc.Arbitrary<unknown> {
  const base = definitionOf(definitions, name);
  const derived = Object.entries(definitions).filter(([, one]) =>
    one.allOf?.some(({ $ref }) => $ref === `#/definitions/${name}`),
  );
  if (base.discriminator === undefined || derived.length === 0) {
    return valueOf(definitions, base, direction, depth);
  }
  const kinds = derived.map(([kind, one]) => {
    const discriminator = { [base.discriminator!]: one["x-ms-discriminator-value"] ?? kind };
    return objectOf(definitions, one, direction, depth).map((value) =>
      Object.assign({}, value, discriminator),
    );
  });
  return fc.oneof(...kinds);
}

function objectOf(
  definitions: Definitions,
  schema: Schema,
  direction: Direction,
  depth: number,
): fc.Arbitrary<unknown> {
  if (schema.additionalProperties !== undefined) {
    return fc.dictionary(
      keys,
      valueOf(definitions, schema.additionalProperties, direction, depth + 1),
      {
        maxKeys: 3,
        noNullPrototype: true,
      },
    );
  }
  const { properties, required } = flattened(definitions, schema);
  const wanted = Object.entries(properties).filter(
    ([name, property]) =>
      (direction === "answer" || property.readOnly !== true) &&
      (depth < deepest || required.has(name)),
  );
  return fc.record(
    Object.fromEntries(
      wanted.map(([name, property]) => [
        name,
        valueOf(definitions, property, direction, depth + 1),
      ]),
    ),
    {
      requiredKeys: wanted.map(([name]) => name).filter((name) => required.has(name)),
      noNullPrototype: true,
    },
  );
}

function flattened(
  definitions: Definitions,
  schema: Schema,
): { properties: Record<string, Schema>; required: Set<string> } {
  const properties: Record<string, Schema> = {};
  const required = new Set<string>();
  const bases = (schema.allOf ?? []).map(({ $ref, ...own }) =>
    $ref === undefined ? own : definitionOf(definitions, $ref.slice($ref.lastIndexOf("/") + 1)),
  );
  for (const base of bases) {
    const inherited = flattened(definitions, base);
    Object.assign(properties, inherited.properties);
    for (const name of inherited.required) required.add(name);
  }
  Object.assign(properties, schema.properties);
  for (const name of schema.required ?? []) required.add(name);
  return { properties, required };
}

/** Any text that UTF-8 can carry. */
const text: fc.Arbitrary<string> = fc.string({ unit: "grapheme", maxLength: 20 });

/** Keys of maps, without the one that JavaScript gives a meaning of its own. */
const keys = text.filter((key) => key !== "__proto__");

/** Instants from 1970 to 2100, to the millisecond. */
export const instants: fc.Arbitrary<Date> = fc.date({
  min: new Date(0),
  max: new Date("2100-01-01T00:00:00Z"),
  noInvalidDate: true,
});

function dates(direction: Direction): fc.Arbitrary<unknown> {
  return direction === "request" ? instants : instants.map((date) => date.toISOString());
}

/** A path argument: whatever is not empty and does not change the path's meaning. */
export const ids: fc.Arbitrary<string> = fc.oneof(
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
    .filter((id) => id !== "." && id !== ".."),
  fc.string({ minLength: 10, maxLength: 40 }).map((id) => `19:${id}@thread.v2`),
);

/** A value that may stand in a header: visible ASCII, with blanks inside only. */
export const headerValues: fc.Arbitrary<string> = fc
  .string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 40,
  })
  .filter((value) => value.trim() === value);
