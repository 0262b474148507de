import type { Annotations, EnumSchema, RefSchema, Schema } from "../contract.ts";
import { isJsonType, isXmlType } from "../media-types.ts";
import type { Node } from "../node.ts";
import { readAnnotations, readLimits, typesOf } from "./annotations.ts";
import { readEnum } from "./enums.ts";
import { readMappedUnion } from "./mapped-union.ts";
import { readObject } from "./objects.ts";
import type { Reader } from "./reader.ts";
import { nameSchema, readDiscriminator } from "./references.ts";

/** Reads a schema of any OpenAPI version. Referenced schemas are read once, and have names. */
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
  // The end of a chain of references gives the name, so that the same schema has one name.
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

/** Types of programming languages that hand-written documents use by mistake, in lower case. */
const meantTypes: Readonly<Record<string, string>> = {
  string: "string",
  str: "string",
  integer: "integer",
  int: "integer",
  int32: "integer",
  int64: "integer",
  long: "integer",
  number: "number",
  float: "number",
  double: "number",
  decimal: "number",
  boolean: "boolean",
  bool: "boolean",
  object: "object",
  array: "array",
  list: "array",
};

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
      const format = type === "string" ? formatOf(node) : node.string("format");
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
    default: {
      const meant = meantTypes[type.toLowerCase()];
      const instead =
        meant === undefined ? "any value is accepted" : `it is read as ${JSON.stringify(meant)}`;
      node.get("type")?.lose(`${JSON.stringify(type)} is not an OpenAPI type; ${instead}.`);
      return meant === undefined
        ? { ...annotations, kind: "any" }
        : readType(reader, node, annotations, meant);
    }
  }
}

/** Reads the items of a list. Older JSON Schema versions allow a list of schemas, one for each position. */
function readItems(reader: Reader, node: Node, items: Node | undefined): Schema {
  if (items === undefined) return { kind: "any", at: node };
  if (!Array.isArray(items.value)) return readSchema(reader, items);
  const variants = node.list("items").map((item) => readSchema(reader, item));
  const [only = { kind: "any" as const, at: node }, ...others] = variants;
  return others.length === 0 ? only : { kind: "union", at: node, variants };
}

/** Returns the format of a string. In 3.1, a media type without an encoding describes bytes, unless it is text. */
function formatOf(node: Node): string | undefined {
  const encoding = node.string("contentEncoding");
  if (encoding !== undefined) return encodings[encoding];
  const format = node.string("format");
  const mediaType = node.peek("contentMediaType");
  if (format !== undefined || typeof mediaType !== "string") return format;
  const isText =
    isJsonType(mediaType) || isXmlType(mediaType) || /^(text|message)\//i.test(mediaType);
  if (isText || /form-urlencoded/i.test(mediaType)) return undefined;
  node.string("contentMediaType");
  return "binary";
}

const encodings: Readonly<Record<string, string>> = {
  base64: "byte",
  base64url: "base64url",
  binary: "binary",
};

/** Reads `allOf`, `oneOf` and `anyOf`. Returns undefined for a schema without them. */
function readCombination(reader: Reader, node: Node, annotations: Annotations): Schema | undefined {
  const all = node.peek("allOf");
  const variants = [...node.list("oneOf"), ...node.list("anyOf")].filter((variant) => {
    if (!isBareConstraint(variant)) return true;
    variant.lose("Combinations of required properties are not converted.");
    return false;
  });
  if (all === undefined && variants.length === 0) return readMappedUnion(reader, node, annotations);
  const isObject =
    (node.peek("properties") !== undefined &&
      Object.keys(node.peek("properties") as object).length > 0) ||
    node.peek("additionalProperties") !== undefined;
  if (all !== undefined || isObject) return readObject(reader, node, annotations);
  return readUnion(reader, node, annotations, variants);
}

/** Whether a variant only requires or forbids properties, with or without a description of itself. */
function isBareConstraint(node: Node): boolean {
  const keys = node.isObject ? Object.keys(node.value as object) : [];
  const others = keys.filter((key) => key !== "required" && key !== "not");
  const isIdle = (key: string): boolean =>
    key === "title" || key === "description" || (key === "type" && node.peek(key) === "object");
  return others.length < keys.length && others.every(isIdle);
}

/**
 * Returns an open enum for a union of known values and their plain type, the form that documents since 3.0 use for it.
 */
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
