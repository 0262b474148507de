import type {
  Contract as OpenApi,
  EnumSchema,
  ObjectSchema,
  Place,
  Schema,
  UnionSchema,
} from "@acs-chat/codegen/contract";
import type { Enumeration, Model, Shape, Union } from "./contract.ts";
import { canonicalJson } from "./json.ts";
import { readModel, wordsAt } from "./read-models.ts";
import type { Reader } from "./reader.ts";
import { joined, wordsOf } from "./texts.ts";

/** The types that were read, and functions that read more. */
export interface TypeReader {
  readonly models: Map<string, Model>;
  readonly enums: Map<string, Enumeration>;
  readonly unions: Map<string, Union>;
  /** The places of the types and their members, by the `place` of a change. */
  readonly places: Map<string, Place>;
  /** Returns the shape of a schema. Inline objects and enums are named after `name`. */
  shape(schema: Schema, name: string): Shape;
  /** Returns the description of a schema. A reference to an unnamed type has the description of its definition. */
  words(schema: Schema): string;
}

/** Reads all named types of a document. */
export function createTypeReader(openapi: OpenApi): TypeReader {
  const reader: Reader = {
    openapi,
    names: namesOf(openapi),
    models: new Map(),
    enums: new Map(),
    unions: new Map(),
    places: new Map(),
    open: new Set(),
    shapeOf: (schema, name) => shapeOf(reader, schema, name),
  };
  for (const id of openapi.schemas.keys()) readNamed(reader, id);
  const { models, enums, unions, places } = reader;
  return {
    models,
    enums,
    unions,
    places,
    shape: (schema, name) => shapeOf(reader, schema, name),
    words: (schema) => wordsAt(reader, schema),
  };
}

/**
 * Returns the names of types by id. If definitions in several files have the same name, the later ones get a number.
 */
function namesOf({ schemas }: OpenApi): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    [...schemas].map(([id, { name }]) => {
      let free = name;
      for (let number = 2; taken.has(free); number++) free = `${name}${number}`;
      taken.add(free);
      return [id, free];
    }),
  );
}

function readNamed(reader: Reader, id: string): void {
  const schema = reader.openapi.schemas.get(id)?.schema;
  const name = reader.names.get(id);
  if (schema === undefined || name === undefined) return;
  if (schema.kind === "object" && isModel(reader, schema, id)) readModel(reader, schema, name, id);
  else if (schema.kind === "union") readUnion(reader, schema, name);
  else shapeOf(reader, schema, name);
}

function shapeOf(reader: Reader, schema: Schema, name: string): Shape {
  const { xml } = schema;
  return {
    ...plainShape(reader, schema, name),
    ...(schema.nullable === true ? { nullable: true } : {}),
    ...(xml === undefined ? {} : { xml: canonicalJson(xml) }),
    ...(schema.default === undefined ? {} : { fallback: JSON.stringify(schema.default.value) }),
  };
}

function plainShape(reader: Reader, schema: Schema, name: string): Shape {
  switch (schema.kind) {
    case "ref":
      return referred(reader, schema.id);
    case "scalar": {
      const { format, limits } = schema;
      const type = schema.type === "binary" ? "file" : schema.type;
      return { kind: "value", type, ...(format === undefined ? {} : { format }), limits };
    }
    case "enum":
      return readEnum(reader, schema, name);
    case "array":
      return {
        kind: "array",
        items: shapeOf(reader, schema.items, `${name}.item`),
        limits: schema.limits,
      };
    case "object":
      return objectShape(reader, schema, name);
    case "union":
      return unionShape(reader, schema, name);
    default:
      return { kind: "value", type: schema.kind, limits: {} };
  }
}

/** Returns the shape of a reference's target: a named type, or the shape of an inline value. */
function referred(reader: Reader, id: string): Shape {
  const target = reader.openapi.schemas.get(id);
  const name = reader.names.get(id) ?? id;
  if (target === undefined || reader.open.has(id)) return { kind: "value", type: name, limits: {} };
  const { schema } = target;
  const shape = namedShape(reader, schema, name, id);
  if (shape !== undefined) return schema.nullable === true ? { ...shape, nullable: true } : shape;
  reader.open.add(id);
  const inline = shapeOf(reader, schema, name);
  reader.open.delete(id);
  return inline;
}

function namedShape(reader: Reader, schema: Schema, name: string, id: string): Shape | undefined {
  if (schema.kind === "object" && isModel(reader, schema, id)) return { kind: "model", name };
  if (schema.kind === "enum") return { kind: "enum", name: schema.name ?? name };
  return schema.kind === "union" ? { kind: "union", name } : undefined;
}

/** Returns false for a map, and for an inline object that the document does not describe. */
function isModel({ openapi }: Reader, schema: ObjectSchema, id?: string): boolean {
  const { properties, parents, variants, discriminator, additional } = schema;
  if (properties.length + parents.length + variants.length > 0) return true;
  if (discriminator !== undefined) return true;
  if (id === undefined || additional === undefined) return id !== undefined;
  return [...openapi.schemas.values()].some(
    (one) => one.schema.kind === "object" && one.schema.parents.some((parent) => parent.id === id),
  );
}

function objectShape(reader: Reader, schema: ObjectSchema, name: string): Shape {
  if (isModel(reader, schema)) {
    readModel(reader, schema, name);
    return { kind: "model", name };
  }
  const { additional } = schema;
  return additional === undefined
    ? { kind: "value", type: "object", limits: {} }
    : { kind: "map", values: shapeOf(reader, additional, `${name}.value`) };
}

function unionShape(reader: Reader, schema: UnionSchema, name: string): Shape {
  if (schema.discriminator === undefined)
    return { kind: "either", variants: variantsOf(reader, schema.variants, name) };
  readUnion(reader, schema, name);
  return { kind: "union", name };
}

function readEnum(reader: Reader, schema: EnumSchema, name: string): Shape {
  const own = schema.name ?? name;
  const values = new Map<string, string>();
  for (const one of schema.values) {
    const value = String(one.value);
    const label = one.name === undefined || one.name === value ? "" : `${one.name}:`;
    values.set(value, joined(label, one.description));
    reader.places.set(`${own} "${value}"`, schema.at);
  }
  reader.places.set(own, schema.at);
  reader.enums.set(own, {
    name: own,
    base: schema.base ?? "several types",
    open: schema.open,
    values,
    description: joined(wordsOf(schema), schema.deprecated === true ? "(deprecated)" : ""),
  });
  return { kind: "enum", name: own };
}

function readUnion(reader: Reader, schema: UnionSchema, name: string): void {
  const { discriminator } = schema;
  reader.places.set(name, schema.at);
  reader.unions.set(name, {
    name,
    description: wordsOf(schema),
    variants: variantsOf(reader, schema.variants, name),
    ...(discriminator === undefined
      ? {}
      : { discriminator: [discriminator.property, mappingText(reader, discriminator)].join(" ") }),
  });
}

function mappingText(
  { names }: Reader,
  { mapping }: NonNullable<UnionSchema["discriminator"]>,
): string {
  const entries = mapping.map(({ value, id }) => `${value}: ${names.get(id) ?? id}`);
  return entries.length === 0 ? "" : `(${entries.toSorted().join(", ")})`;
}

function variantsOf(reader: Reader, variants: readonly Schema[], name: string): readonly Shape[] {
  return variants.map((one, index) => shapeOf(reader, one, `${name}.${index + 1}`));
}
