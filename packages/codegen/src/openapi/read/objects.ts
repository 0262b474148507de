import type { Annotations, ObjectSchema, Property, RefSchema, Schema } from "../contract.ts";
import type { Node } from "../node.ts";
import { readAnnotations, typesOf } from "./annotations.ts";
import type { Reader } from "./reader.ts";
import { isKind, readDiscriminator } from "./references.ts";

/** Reads an object: its own properties, and those of `allOf`. */
export function readObject(reader: Reader, node: Node, annotations: Annotations): Schema {
  const own = readOwn(reader, node, annotations);
  const parts: ObjectSchema[] = [];
  const others: Schema[] = [];
  const parents: RefSchema[] = [];
  for (const part of node.list("allOf")) {
    const schema = reader.readSchema(part);
    if (schema.kind === "ref") parents.push(schema);
    else if (schema.kind === "object") parts.push(schema);
    else if (schema.kind !== "any") others.push(schema);
  }
  const nested = parts.filter(isMergeable);
  const merged = nested.reduce(merge, { ...own, parents: [...parents, ...own.parents] });
  const [first, ...more] = others;
  const isBare = isEmpty(merged) && merged.parents.length === 0;
  if (first !== undefined && isBare) {
    for (const other of more) other.at.lose("Only the first member of allOf is converted.");
    return mergeAnnotations(first, annotations);
  }
  for (const other of others) {
    if (other.kind !== "union") other.at.lose("The member of allOf is not an object.");
  }
  const unions = others.flatMap((other) => (other.kind === "union" ? [other] : []));
  const [parent, ...furtherParents] = merged.parents;
  if (
    parent !== undefined &&
    furtherParents.length === 0 &&
    isEmpty(merged) &&
    unions.length === 0 &&
    !isKind(node)
  ) {
    return mergeAnnotations(parent, annotations);
  }
  for (const union of unions.slice(1)) union.at.lose("Only the first union of allOf is converted.");
  return unions[0] === undefined
    ? merged
    : { ...merged, variants: [...merged.variants, ...unions[0].variants] };
}

/** Whether an object declares nothing except its parents. */
function isEmpty(schema: ObjectSchema): boolean {
  return (
    schema.properties.length === 0 &&
    schema.required.length === 0 &&
    schema.additional === undefined &&
    schema.variants.length === 0 &&
    schema.discriminator === undefined &&
    schema.discriminatorValue === undefined
  );
}

function isMergeable(schema: ObjectSchema): boolean {
  return schema.kind === "object";
}

/** Adds annotations to a schema. They have precedence over its own. */
function mergeAnnotations(schema: Schema, outer: Annotations): Schema {
  return { ...schema, ...outer, at: schema.at };
}

function merge(left: ObjectSchema, right: ObjectSchema): ObjectSchema {
  const additional = left.additional ?? right.additional;
  const discriminator = left.discriminator ?? right.discriminator;
  const discriminatorValue = left.discriminatorValue ?? right.discriminatorValue;
  const description = left.description ?? right.description;
  const properties = new Map(left.properties.map((property) => [property.name, property]));
  for (const property of right.properties) {
    const known = properties.get(property.name);
    properties.set(property.name, {
      ...(known !== undefined && property.schema.kind === "any" ? known : property),
      required: property.required || known?.required === true,
    });
  }
  const required = new Set([...left.required, ...right.required]);
  const all = [...properties.values()].map((property) =>
    required.has(property.name) ? { ...property, required: true } : property,
  );
  return {
    ...left,
    ...(description === undefined ? {} : { description }),
    properties: all,
    required: [...required].filter((name) => !properties.has(name)),
    ...(additional === undefined ? {} : { additional }),
    parents: [...left.parents, ...right.parents],
    variants: [...left.variants, ...right.variants],
    ...(discriminator === undefined ? {} : { discriminator }),
    ...(discriminatorValue === undefined ? {} : { discriminatorValue }),
  };
}

function readOwn(reader: Reader, node: Node, annotations: Annotations): ObjectSchema {
  typesOf(node);
  const required = new Set(node.strings("required"));
  const properties = node.entries("properties").flatMap(([name, property]): readonly Property[] => {
    if (name === "") {
      property.lose("A property without a name is not converted.");
      return [];
    }
    const schema = reader.readSchema(property);
    // Drafts of JSON Schema before 4 mark the property itself as required.
    const isRequired = required.has(name) || property.boolean("required") === true;
    return [{ at: property, name, required: isRequired, schema }];
  });
  const names = new Set(properties.map(({ name }) => name));
  const additional = readAdditional(reader, node);
  const discriminator = readDiscriminator(reader, node);
  const value = node.string("x-ms-discriminator-value");
  const variants = [...node.list("oneOf"), ...node.list("anyOf")]
    .filter((variant) => !reader.root.reading.settled.has(variant.value as object))
    .map((variant) => reader.readSchema(variant));
  return {
    ...annotations,
    kind: "object",
    properties,
    required: [...required].filter((name) => !names.has(name)),
    ...(additional === undefined ? {} : { additional }),
    parents: [],
    variants,
    ...(discriminator === undefined ? {} : { discriminator }),
    ...(value === undefined ? {} : { discriminatorValue: value }),
  };
}

function readAdditional(reader: Reader, node: Node): Schema | undefined {
  const unevaluated = node.get("unevaluatedProperties");
  const additional = node.get("additionalProperties") ?? unevaluated;
  if (additional === undefined) return undefined;
  if (additional.value === false) {
    additional.lose("TypeSpec cannot forbid additional properties.");
    return undefined;
  }
  if (additional.isObject && Object.keys(additional.value as object).length === 0) {
    return { ...readAnnotations(additional), kind: "any" };
  }
  return reader.readSchema(additional);
}
