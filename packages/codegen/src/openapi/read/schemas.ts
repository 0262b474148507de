import type { Annotations, EnumSchema, RefSchema, Schema } from "../contract.ts";
import type { Node } from "../node.ts";
import { readAnnotations, readLimits, typesOf } from "./annotations.ts";
import { readEnum } from "./enums.ts";
import { readObject } from "./objects.ts";
import type { Reader } from "./reader.ts";
import { nameSchema, readDiscriminator } from "./references.ts";

/** Reads a schema of any dialect. Schemas that are referred to are read once, and named. */
export function readSchema(reader: Reader, node: Node): Schema {
  if (node.value === true) return { kind: "any", at: node };
  if (node.value === false) return { kind: "never", at: node };
  if (!node.isObject) throw node.error("A schema must be an object. Correct the document.");
  if (node.peek("$ref") !== undefined) return readReference(reader, node);
  const annotations = readAnnotations(node);
  if (node.peek("enum") !== undefined || node.peek("const") !== undefined) {
    return readEnum(node, annotations);
  }
  const combined = readCombination(reader, node, annotations);
  if (combined !== undefined) return combined;
  const types = typesOf(node).filter((type) => type !== "null");
  if (types.length > 1) {
    const variants = types.map((type) => readType(reader, node, { at: node }, type));
    return { ...annotations, kind: "union", variants };
  }
  return readType(reader, node, annotations, types[0] ?? impliedType(node));
}

function readReference(reader: Reader, node: Node): RefSchema {
  const annotations = readAnnotations(node);
  // A chain of references is followed to its end, so that equal things have one name.
  return { ...annotations, kind: "ref", id: nameSchema(reader, node.target()) };
}

function impliedType(node: Node): string | undefined {
  if (
    ["properties", "additionalProperties", "required", "discriminator"].some(
      (key) => node.peek(key) !== undefined,
    )
  ) {
    return "object";
  }
  if (node.peek("items") !== undefined) return "array";
  if (["pattern", "minLength", "maxLength"].some((key) => node.peek(key) !== undefined))
    return "string";
  const format = node.peek("format");
  if (format === "int32" || format === "int64") return "integer";
  if (format === "date-time" || format === "date" || format === "uuid" || format === "uri")
    return "string";
  return undefined;
}

function readType(
  reader: Reader,
  node: Node,
  annotations: Annotations,
  type: string | undefined,
): Schema {
  switch (type) {
    case "object":
      return readObject(reader, node, annotations);
    case "array": {
      const items = node.get("items");
      return {
        ...annotations,
        kind: "array",
        items: readItems(reader, node, items),
        limits: readLimits(node),
      };
    }
    case "string":
    case "integer":
    case "number":
    case "boolean": {
      const encoding = type === "string" ? node.string("contentEncoding") : undefined;
      const format = encoding === undefined ? node.string("format") : encodings[encoding];
      return {
        ...annotations,
        kind: "scalar",
        type,
        ...(format === undefined ? {} : { format }),
        limits: readLimits(node),
      };
    }
    case "file":
      return { ...annotations, kind: "scalar", type: "binary", limits: {} };
    case undefined:
      return { ...annotations, kind: typesOf(node).includes("null") ? "null" : "any" };
    default:
      node
        .get("type")
        ?.lose(`${JSON.stringify(type)} is not an OpenAPI type; any value is accepted.`);
      return { ...annotations, kind: "any" };
  }
}

/** A list of schemas, one for each place, is from an older JSON Schema. */
function readItems(reader: Reader, node: Node, items: Node | undefined): Schema {
  if (items === undefined) return { kind: "any", at: node };
  if (!Array.isArray(items.value)) return readSchema(reader, items);
  const variants = node.list("items").map((item) => readSchema(reader, item));
  const [only = { kind: "any" as const, at: node }, ...others] = variants;
  return others.length === 0 ? only : { kind: "union", at: node, variants };
}

const encodings: Readonly<Record<string, string>> = {
  base64: "byte",
  base64url: "base64url",
  binary: "binary",
};

/** `allOf`, `oneOf` and `anyOf`; undefined for a schema that has none of them. */
function readCombination(reader: Reader, node: Node, annotations: Annotations): Schema | undefined {
  const all = node.peek("allOf");
  const variants = [...node.list("oneOf"), ...node.list("anyOf")].filter((variant) => {
    if (!isBareConstraint(variant)) return true;
    variant.lose("Combinations of required properties are not carried over.");
    return false;
  });
  if (all === undefined && variants.length === 0) return undefined;
  const isObject =
    (node.peek("properties") !== undefined &&
      Object.keys(node.peek("properties") as object).length > 0) ||
    node.peek("additionalProperties") !== undefined;
  if (all !== undefined || isObject) return readObject(reader, node, annotations);
  return readUnion(reader, node, annotations, variants);
}

/** A variant that only says which properties must be there. */
function isBareConstraint(node: Node): boolean {
  return (
    node.isObject &&
    Object.keys(node.value as object).every((key) => key === "required" || key === "not")
  );
}

/** Known values and their type without limits are how documents since 3.0 say that other values may come. */
function openEnum(variants: readonly Schema[]): EnumSchema | undefined {
  const [known, ...others] = variants.filter((one) => one.kind === "enum");
  const rest = variants.filter((one) => one.kind !== "enum");
  if (known === undefined || others.length > 0 || rest.length !== 1) return undefined;
  const [free] = rest;
  const isFree =
    free?.kind === "scalar" &&
    free.type === known.base &&
    free.format === undefined &&
    Object.keys(free.limits).length === 0;
  return isFree ? known : undefined;
}

function readUnion(
  reader: Reader,
  node: Node,
  annotations: Annotations,
  nodes: readonly Node[],
): Schema {
  typesOf(node);
  const schemas = nodes.map((variant) => readSchema(reader, variant));
  const discriminator = readDiscriminator(reader, node);
  const variants = schemas.filter(({ kind }) => kind !== "null");
  const nullable = annotations.nullable === true || variants.length < schemas.length;
  const [only, ...others] = variants;
  const outer = { ...annotations, ...(nullable ? { nullable } : {}) };
  if (only === undefined) return { ...outer, kind: "null" };
  if (others.length === 0) {
    return { ...only, ...outer, nullable: nullable || only.nullable === true };
  }
  const open = openEnum(variants);
  if (open !== undefined) return { ...open, ...outer, open: true };
  return {
    ...outer,
    kind: "union",
    variants,
    ...(discriminator === undefined ? {} : { discriminator }),
  };
}
