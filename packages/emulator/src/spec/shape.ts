import {
  type OpenApiDocument,
  type OpenApiSchema,
  resolveReference,
  variantsOf,
} from "./documents.ts";

/**
 * Copies a value without the properties that the schema does not have.
 * @param unknown - If given, receives the JSON paths of the removed properties.
 */
export type Shape = (value: unknown, path: string, unknown?: string[]) => unknown;

/** Creates shapes from the schemas of one document. Each definition is converted once. */
export function createShapes(document: OpenApiDocument): (schema: OpenApiSchema) => Shape {
  const known = new Map<string, Shape>();

  const shapeOf = (schema: OpenApiSchema): Shape => {
    if (schema.$ref !== undefined) return named(schema.$ref);
    if (schema.type === "array" && schema.items !== undefined) return list(shapeOf(schema.items));
    if (schema.properties !== undefined || schema.allOf !== undefined) {
      return object(propertiesOf(document, schema));
    }
    return unchanged;
  };

  const named = (reference: string): Shape => {
    const ready = known.get(reference);
    if (ready !== undefined) return ready;
    // A definition may refer to itself, so references get a placeholder until it is complete.
    let made = unchanged;
    known.set(reference, (value, path, unknown) => made(value, path, unknown));
    const { name, schema } = resolveReference(document, reference);
    made = schema.discriminator === undefined ? shapeOf(schema) : discriminated(name, schema);
    known.set(reference, made);
    return made;
  };

  const discriminated = (name: string, schema: OpenApiSchema): Shape => {
    const base = object(propertiesOf(document, schema));
    const variants = new Map(
      [...variantsOf(document, name)].map(([value, variant]) => [
        value,
        object(propertiesOf(document, variant.schema)),
      ]),
    );
    const key = schema.discriminator ?? "";
    return (value, path, unknown) => {
      const variant = isRecord(value) ? variants.get(String(value[key])) : undefined;
      return (variant ?? base)(value, path, unknown);
    };
  };

  const object = (properties: ReadonlyMap<string, OpenApiSchema>): Shape => {
    let shapes: Map<string, Shape> | undefined;
    return (value, path, unknown) => {
      if (!isRecord(value)) return value;
      shapes ??= new Map([...properties].map(([name, schema]) => [name, shapeOf(schema)]));
      const copy: Record<string, unknown> = {};
      for (const name in value) {
        const part = value[name];
        const shape = shapes.get(name);
        if (shape === undefined) unknown?.push(`${path}.${name}`);
        else if (part !== undefined) copy[name] = shape(part, `${path}.${name}`, unknown);
      }
      return copy;
    };
  };
  return shapeOf;
}

const unchanged: Shape = (value) => value;

const list =
  (item: Shape): Shape =>
  (value, path, unknown) =>
    Array.isArray(value)
      ? value.map((one, index) => item(one, `${path}[${index}]`, unknown))
      : value;

function propertiesOf(
  document: OpenApiDocument,
  schema: OpenApiSchema,
): Map<string, OpenApiSchema> {
  const all = new Map<string, OpenApiSchema>();
  for (const part of schema.allOf ?? []) {
    const base = part.$ref === undefined ? part : resolveReference(document, part.$ref).schema;
    for (const [name, property] of propertiesOf(document, base)) all.set(name, property);
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) all.set(name, property);
  return all;
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
