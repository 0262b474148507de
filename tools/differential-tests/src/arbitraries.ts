import { readFileSync } from "node:fs";
import * as fc from "fast-check";

/** The parts of an OpenAPI 2.0 schema that values are generated from. */
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

/** The maximum depth of recursive models. */
const maxDepth = 3;

/** Generates values for the models of one API version. */
export interface Values {
  /** Whether the API version has a model. */
  has(model: string): boolean;
  /** Generates an object for a request, with Date objects and without read-only properties. */
  request<Model>(model: string): fc.Arbitrary<Model>;
  /** Generates the JSON of a response, including read-only properties. */
  response(model: string): fc.Arbitrary<unknown>;
}

/** Reads the version's OpenAPI document, so that new models and properties are tested automatically. */
export function valuesOf(version: string): Values {
  const path = new URL(`../../../specs/chat/openapi/${version}.json`, import.meta.url);
  const { definitions } = JSON.parse(readFileSync(path, "utf8")) as Document;
  return {
    has: (model) => definitions[model] !== undefined,
    request: <Model>(model: string) =>
      valueOf(definitions, definitionOf(definitions, model), "request", 0) as fc.Arbitrary<Model>,
    response: (model) => valueOf(definitions, definitionOf(definitions, model), "response", 0),
  };
}

type Direction = "request" | "response";
type Definitions = Document["definitions"];

function definitionOf(definitions: Definitions, name: string): Schema {
  const schema = definitions[name];
  if (schema === undefined) throw new Error(`the OpenAPI document does not define ${name}`);
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
  // The enumerations of the service are open, so unknown values are valid.
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
        maxLength: depth < maxDepth ? 3 : 0,
      });
    default:
      return objectOf(definitions, schema, direction, depth);
  }
}

/** Generates values of all models that are derived from a base model. */
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
      (direction === "response" || property.readOnly !== true) &&
      (depth < maxDepth || required.has(name)),
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

/** Any text that can be encoded in UTF-8. */
const text: fc.Arbitrary<string> = fc.string({ unit: "grapheme", maxLength: 20 });

/** Keys of maps, except `__proto__`, which has a special meaning in JavaScript. */
const keys = text.filter((key) => key !== "__proto__");

/** Dates from 1970 to 2100, in milliseconds. */
export const instants: fc.Arbitrary<Date> = fc.date({
  min: new Date(0),
  max: new Date("2100-01-01T00:00:00Z"),
  noInvalidDate: true,
});

function dates(direction: Direction): fc.Arbitrary<unknown> {
  return direction === "request" ? instants : instants.map((date) => date.toISOString());
}

/** Path arguments: any text that is not empty and does not change the path's structure. */
export const ids: fc.Arbitrary<string> = fc.oneof(
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
    .filter((id) => id !== "." && id !== ".."),
  fc.string({ minLength: 10, maxLength: 40 }).map((id) => `19:${id}@thread.v2`),
);

/** Header values: visible ASCII, with spaces only between other characters. */
export const headerValues: fc.Arbitrary<string> = fc
  .string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 40,
  })
  .filter((value) => value.trim() === value);

/** Values of the query parameter `maxPageSize`. */
export const pageSizes: fc.Arbitrary<number> = fc.integer({ min: 1, max: 2 ** 31 - 1 });

/** Values of the query parameter `skip`. */
export const skips: fc.Arbitrary<number> = fc.integer({ min: 0, max: 2 ** 31 - 1 });
