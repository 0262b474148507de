import type { Enumeration, Limits, Model, Property, Shape } from "./contract.ts";
import { nameOfRef, type Resolver, type SourceDocument } from "./documents.ts";
import { isObject, type JsonObject, objectOr, stringsOr, textOr } from "./json.ts";
import { SpecError } from "./spec-error.ts";

const LIMIT_KEYWORDS = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
];

/** Collects models and enumerations while schemas are read. */
export interface SchemaReader {
  readonly models: Map<string, Model>;
  readonly enums: Map<string, Enumeration>;
  /**
   * The shape of a schema. `name` is for inline objects and enums, which have none of their own.
   *
   * @throws SpecError for a broken reference or a schema that is not an object.
   */
  shape(document: SourceDocument, schema: unknown, place: string, name: string): Shape;
  /** Reads a definition, whether or not anything refers to it. */
  definition(document: SourceDocument, schema: JsonObject, place: string, name: string): void;
}

/** A reader that follows references with the resolver. */
export function createSchemaReader(resolver: Resolver): SchemaReader {
  const models = new Map<string, Model>();
  const enums = new Map<string, Enumeration>();
  // Where each name was taken from: two definitions of one name in two files must not be mixed up.
  const origins = new Map<string, string>();

  function claim(name: string, document: SourceDocument, place: string): boolean {
    const origin = `${document.file}${place}`;
    const known = origins.get(name);
    if (known === undefined) {
      origins.set(name, origin);
      return true;
    }
    if (known !== origin)
      throw new SpecError(document.file, place, `"${name}" is also defined at ${known}`);
    return false;
  }

  function shape(document: SourceDocument, schema: unknown, place: string, name: string): Shape {
    if (!isObject(schema)) throw new SpecError(document.file, place, "a schema object is expected");
    const ref = schema["$ref"];
    if (typeof ref === "string") {
      const target = resolver.resolve(document, ref, place);
      return named(target.document, target.value, target.place, nameOfRef(ref));
    }
    const only = onlyBase(schema);
    if (only !== undefined) return shape(document, only, `${place}/allOf/0`, name);
    return named(document, schema, place, name);
  }

  function named(document: SourceDocument, schema: JsonObject, place: string, name: string): Shape {
    if (Array.isArray(schema["enum"])) return enumeration(schema, name);
    const type = schema["type"];
    if (type === "array") {
      const items = schema["items"];
      if (items === undefined) throw new SpecError(document.file, place, 'an array needs "items"');
      return {
        kind: "array",
        items: shape(document, items, `${place}/items`, `${name}.item`),
        limits: limitsOf(schema),
      };
    }
    const isModel =
      isObject(schema["properties"]) || Array.isArray(schema["allOf"]) || "discriminator" in schema;
    if (isModel) {
      model(document, schema, place, name);
      return { kind: "model", name };
    }
    const others = schema["additionalProperties"];
    if (isObject(others)) {
      return {
        kind: "map",
        values: shape(document, others, `${place}/additionalProperties`, `${name}.value`),
      };
    }
    const format = schema["format"];
    const fallback = schema["default"];
    return {
      kind: "value",
      type: typeof type === "string" ? type : "any",
      ...(typeof format === "string" && { format }),
      limits: limitsOf(schema),
      ...(fallback !== undefined && { fallback: JSON.stringify(fallback) }),
    };
  }

  function enumeration(schema: JsonObject, name: string): Shape {
    const hints = objectOr(schema["x-ms-enum"]);
    const enumName = typeof hints["name"] === "string" ? hints["name"] : name;
    // Inline enums of one name are one enum, wherever they stand.
    const values = new Map<string, string>();
    for (const value of schema["enum"] as unknown[]) values.set(String(value), "");
    for (const value of Array.isArray(hints["values"]) ? hints["values"] : []) {
      if (isObject(value)) values.set(String(value["value"]), textOr(value["description"]));
    }
    enums.set(enumName, {
      name: enumName,
      base: typeof schema["type"] === "string" ? schema["type"] : "string",
      open: hints["modelAsString"] === true,
      values,
      description: textOr(schema["description"]),
    });
    return { kind: "enum", name: enumName };
  }

  function model(document: SourceDocument, schema: JsonObject, place: string, name: string): void {
    if (!claim(name, document, place)) return;
    const bases: string[] = [];
    const properties = new Map<string, Property>();
    const parts: { readonly schema: JsonObject; readonly place: string }[] = [];
    for (const [index, part] of (Array.isArray(schema["allOf"]) ? schema["allOf"] : []).entries()) {
      const partPlace = `${place}/allOf/${index}`;
      if (!isObject(part))
        throw new SpecError(document.file, partPlace, "a schema object is expected");
      const base = part["$ref"] === undefined ? undefined : shape(document, part, partPlace, name);
      if (base?.kind === "model") bases.push(base.name);
      else parts.push({ schema: part, place: partPlace });
    }
    parts.push({ schema, place });
    for (const part of parts) {
      const required = new Set(stringsOr(part.schema["required"]));
      for (const [key, value] of Object.entries(objectOr(part.schema["properties"]))) {
        const at = `${part.place}/properties/${key}`;
        if (!isObject(value)) throw new SpecError(document.file, at, "a schema object is expected");
        properties.set(key, {
          name: key,
          required: required.has(key),
          readOnly: value["readOnly"] === true,
          nullable: value["x-nullable"] === true,
          shape: shape(document, value, at, `${name}.${key}`),
          description: textOr(value["description"]),
        });
      }
    }
    const others = schema["additionalProperties"];
    const discriminator = schema["discriminator"];
    const value = schema["x-ms-discriminator-value"];
    models.set(name, {
      name,
      description: textOr(schema["description"]),
      properties,
      ...(isObject(others) && {
        others: shape(document, others, `${place}/additionalProperties`, `${name}.value`),
      }),
      bases,
      ...(typeof discriminator === "string" && { discriminator }),
      ...(bases.length > 0 && { discriminatorValue: typeof value === "string" ? value : name }),
    });
  }

  return {
    models,
    enums,
    shape,
    definition(document, schema, place, name) {
      shape(
        document,
        typeof schema["$ref"] === "string" ? { $ref: pointerTo(place) } : schema,
        place,
        name,
      );
    },
  };
}

/** `{ allOf: [one] }` without properties of its own says nothing but its one part; AutoRest specs write it so. */
function onlyBase(schema: JsonObject): unknown {
  const parts = schema["allOf"];
  const bare =
    schema["properties"] === undefined && schema["x-ms-discriminator-value"] === undefined;
  return Array.isArray(parts) && parts.length === 1 && bare && schema["type"] === undefined
    ? parts[0]
    : undefined;
}

function limitsOf(schema: JsonObject): Limits {
  const limits: Record<string, number | string | boolean> = {};
  for (const keyword of LIMIT_KEYWORDS) {
    const value = schema[keyword];
    if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") {
      limits[keyword] = value;
    }
  }
  return limits;
}

function pointerTo(place: string): string {
  return place.startsWith("#") ? place : `#${place}`;
}
