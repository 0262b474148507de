import type { Node } from "../node.ts";
import type { Content, ObjectSchema, Property, Schema } from "../contract.ts";
import { flatProperties } from "./inheritance.ts";
import { resolved, type Scope, shapeOf } from "./scope.ts";
import { isMap } from "./types.ts";

/**
 * Returns the schema of a form. A field of a form has one name and one type, so alternatives are merged into one object
 * with the fields of all, and values that a field cannot hold become strings, which the caller formats.
 */
export function formSchema(scope: Scope, { schema, at, fieldStyles }: Content): Schema {
  if (schema === undefined) return mapOf(textAt(at));
  const plain = resolved(scope, schema);
  const isOne =
    plain.kind === "object" && plain.variants.length === 0 && plain.discriminator === undefined;
  // An object without any properties can have all fields.
  if (isOne && isMap(plain) && plain.additional === undefined) return mapOf(textAt(at));
  if (isOne) return withTexts(scope, schema, plain, fieldStyles);
  const objects = objectsOf(scope, plain);
  const [first] = objects;
  at.note("The alternatives of the form are merged into one object with all fields.");
  if (first === undefined) return mapOf(textAt(at));
  const all = merged(scope, first, objects);
  return withTexts(scope, all, all, fieldStyles);
}

function textAt(at: Node): Schema {
  return { kind: "scalar", type: "string", limits: {}, at };
}

/** Replaces the types of fields that a form cannot hold by string. Returns the named schema if there are none. */
function withTexts(
  scope: Scope,
  schema: Schema,
  object: ObjectSchema,
  styles: ReadonlyMap<string, string> = new Map(),
): Schema {
  let isChanged = false;
  const properties = flatProperties(scope, object).map((declared) => {
    const style = styles.get(declared.name);
    const isStyled = style !== undefined && resolved(scope, declared.schema).kind === "array";
    const property = isStyled ? { ...declared, style } : declared;
    isChanged ||= isStyled;
    const value = fieldSchema(scope, property.schema);
    if (value === property.schema) return property;
    isChanged = true;
    property.at.note(
      "The value is a string in the client, because a field of a form cannot hold its type.",
    );
    const { description } = property.schema;
    return {
      ...property,
      schema: { ...value, ...(description === undefined ? {} : { description }) },
    };
  });
  const { additional } = object;
  const others = additional === undefined ? undefined : fieldSchema(scope, additional);
  if (!isChanged && others === additional) return schema;
  return {
    ...object,
    parents: [],
    properties,
    ...(others === undefined ? {} : { additional: others }),
  };
}

/** Returns the schema if a field can hold it, otherwise string or a list of strings. */
function fieldSchema(scope: Scope, schema: Schema): Schema {
  const plain = resolved(scope, schema);
  if (plain.kind === "array") {
    return isField(scope, plain.items)
      ? schema
      : { kind: "array", at: schema.at, limits: {}, items: textAt(schema.at) };
  }
  return isField(scope, schema) ? schema : textAt(schema.at);
}

/** Returns whether one field can hold a value: a scalar, or an object, which is written as JSON. */
function isField(scope: Scope, schema: Schema): boolean {
  const plain = resolved(scope, schema);
  switch (plain.kind) {
    case "scalar":
    case "enum":
      return true;
    case "object":
      return plain.variants.every((one) => resolved(scope, one).kind === "object");
    case "union": {
      const kinds = plain.variants.map((one) => resolved(scope, one).kind);
      return (
        kinds.every((kind) => kind === "scalar" || kind === "enum") ||
        kinds.every((kind) => kind === "object")
      );
    }
    default:
      return false;
  }
}

function mapOf(additional: Schema): Schema {
  const { at } = additional;
  return {
    kind: "object",
    at,
    properties: [],
    required: [],
    parents: [],
    variants: [],
    additional,
  };
}

/** Returns the objects that a value can be. */
function objectsOf(scope: Scope, schema: Schema): readonly ObjectSchema[] {
  const plain = resolved(scope, schema);
  if (plain.kind === "union") return plain.variants.flatMap((one) => objectsOf(scope, one));
  if (plain.kind !== "object") return [];
  if (plain.variants.length === 0) return [plain];
  const { variants, ...own } = plain;
  return variants.flatMap((one) =>
    objectsOf(scope, one).map((variant) => ({
      ...own,
      variants: [],
      properties: [
        ...flatProperties(scope, { ...own, variants: [] }),
        ...flatProperties(scope, variant),
      ],
    })),
  );
}

/**
 * Merges objects to one with all properties. A property has the types of all objects, and is required if all require it.
 */
function merged(scope: Scope, first: ObjectSchema, objects: readonly ObjectSchema[]): ObjectSchema {
  const all = objects.map((one) => flatProperties(scope, one));
  const byName = new Map<string, Property>();
  for (const property of all.flat()) {
    const required = all.every((properties) =>
      properties.some((one) => one.name === property.name && one.required),
    );
    const known = byName.get(property.name);
    const schema = known === undefined ? property.schema : either(known.schema, property.schema);
    byName.set(property.name, { ...property, schema, required });
  }
  const { description, at } = first;
  return {
    kind: "object",
    at,
    ...(description === undefined ? {} : { description }),
    properties: [...byName.values()],
    required: [],
    parents: [],
    variants: [],
  };
}

/** Returns a schema that accepts the values of both. */
function either(left: Schema, right: Schema): Schema {
  const variants = [left, right].flatMap((one) => (one.kind === "union" ? one.variants : [one]));
  const distinct = new Map(variants.map((one) => [shapeOf(one), one]));
  if (distinct.size === 1) return right;
  const { description, at } = left;
  const told = description === undefined ? {} : { description };
  return { kind: "union", at, ...told, variants: [...distinct.values()] };
}
