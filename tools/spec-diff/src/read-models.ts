import type { Contract as OpenApi, ObjectSchema, Schema } from "@acs-chat/codegen/contract";
import type { Property } from "./contract.ts";
import { canonicalJson } from "./json.ts";
import type { Reader } from "./reader.ts";
import { clientNameOf, inOneLine, wordsOf } from "./texts.ts";

/** Reads an object type, unless it was read before. `id` is the id of its definition, if it has one. */
export function readModel(reader: Reader, schema: ObjectSchema, name: string, id?: string): void {
  if (reader.models.has(name)) return;
  const { discriminator, additional, deprecated, xml } = schema;
  const properties = new Map<string, Property>();
  const bases = schema.parents.map((parent) => reader.names.get(parent.id) ?? parent.id);
  const kind = kindOf(reader, schema, name, id);
  // The model is registered before its properties are read, because they can contain it.
  reader.models.set(name, {
    name,
    description: wordsOf(schema),
    properties,
    ...(additional === undefined ? {} : { others: reader.shapeOf(additional, `${name}.value`) }),
    bases,
    ...(discriminator === undefined ? {} : { discriminator: discriminator.property }),
    ...(kind === undefined ? {} : { discriminatorValue: kind.value }),
    ...(schema.required.length === 0 ? {} : { requires: schema.required.toSorted() }),
    ...(schema.variants.length === 0
      ? {}
      : {
          alternatives: schema.variants.map((one, index) =>
            reader.shapeOf(one, `${name}.${index + 1}`),
          ),
        }),
    ...(deprecated === true ? { deprecated } : {}),
    ...(xml === undefined ? {} : { xml: canonicalJson(xml) }),
  });
  reader.places.set(name, schema.at);
  for (const property of schema.properties) {
    if (isKindProperty(property.schema, property.name, kind)) continue;
    properties.set(property.name, readProperty(reader, property, name));
    reader.places.set(`${name}.${property.name}`, property.at);
  }
}

function readProperty(
  reader: Reader,
  { name, required, schema }: ObjectSchema["properties"][number],
  model: string,
): Property {
  const { nullable = false, ...shape } = reader.shapeOf(schema, `${model}.${name}`);
  return {
    name,
    required,
    readOnly: schema.readOnly === true,
    ...(schema.writeOnly === true ? { writeOnly: true } : {}),
    nullable,
    ...(schema.deprecated === true ? { deprecated: true } : {}),
    ...clientNameOf(name, schema.clientName),
    shape,
    description: wordsAt(reader, schema),
  };
}

/** Returns the description of a schema. A reference to an unnamed type has the description of its definition. */
export function wordsAt({ openapi }: Reader, schema: Schema): string {
  const own = wordsOf(schema);
  if (own !== "" || schema.kind !== "ref") return inOneLine(own);
  const target = openapi.schemas.get(schema.id)?.schema;
  return target === undefined || ["object", "enum", "union", "ref"].includes(target.kind)
    ? ""
    : wordsOf(target);
}

/** The discriminator value of a derived model, and the property that holds it. */
interface Kind {
  readonly property?: string;
  readonly value: string;
}

function kindOf(
  { openapi }: Reader,
  schema: ObjectSchema,
  name: string,
  id: string | undefined,
): Kind | undefined {
  if (schema.parents.length === 0) return undefined;
  const objects = [...openapi.schemas.values()].flatMap((one) =>
    one.schema.kind === "object" ? [one.schema] : [],
  );
  const discriminators = objects.flatMap((one) => one.discriminator ?? []);
  const mapped = discriminators.flatMap(({ mapping }) =>
    mapping.filter((entry) => entry.id === id).map(({ value }) => value),
  );
  const property = baseDiscriminator(openapi, schema);
  const value = schema.discriminatorValue ?? (mapped.length > 0 ? mapped.join(", ") : name);
  return { value, ...(property === undefined ? {} : { property }) };
}

function baseDiscriminator(
  openapi: OpenApi,
  { parents }: ObjectSchema,
  seen = new Set<string>(),
): string | undefined {
  for (const { id } of parents) {
    const parent = openapi.schemas.get(id)?.schema;
    if (parent?.kind !== "object" || seen.has(id)) continue;
    seen.add(id);
    const found = parent.discriminator?.property ?? baseDiscriminator(openapi, parent, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a property only repeats the discriminator value. OpenAPI 2.0 documents omit such a property. */
function isKindProperty(schema: Schema, name: string, kind: Kind | undefined): boolean {
  return (
    schema.kind === "enum" &&
    name === kind?.property &&
    schema.values.length === 1 &&
    schema.values[0]?.value === kind.value
  );
}
