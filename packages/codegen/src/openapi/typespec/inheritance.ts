import type { Discriminator, ObjectSchema, Property, Schema } from "../contract.ts";
import { namedSchema, resolved, type Scope } from "./scope.ts";

/** A named object type. */
export interface NamedObject {
  readonly id: string;
  readonly schema: ObjectSchema;
}

/** Returns the named object that a reference targets; undefined if the target is not an object. */
export function objectAt(scope: Scope, id: string): NamedObject | undefined {
  const seen = new Set<string>();
  for (let at = id; !seen.has(at);) {
    seen.add(at);
    const { schema } = namedSchema(scope, at);
    if (schema.kind === "object") return { id: at, schema };
    if (schema.kind !== "ref") return undefined;
    at = schema.id;
  }
  return undefined;
}

/** Returns the objects that an object directly inherits from. */
export function parentsOf(scope: Scope, schema: ObjectSchema): readonly NamedObject[] {
  return schema.parents.flatMap((parent) => objectAt(scope, parent.id) ?? []);
}

/** Returns all properties of an object, inherited ones first. A property that is declared again has its last type. */
export function flatProperties(
  scope: Scope,
  schema: ObjectSchema,
  path: ReadonlySet<Schema> = new Set(),
): readonly Property[] {
  if (path.has(schema)) {
    throw schema.at.error("The schema inherits from itself by allOf. Break the cycle.");
  }
  const below = new Set([...path, schema]);
  const found = new Map<string, Property>();
  for (const parent of parentsOf(scope, schema)) {
    for (const property of flatProperties(scope, parent.schema, below)) {
      found.set(property.name, property);
    }
  }
  for (const property of schema.properties) found.set(property.name, property);
  for (const name of schema.required) {
    const property = found.get(name);
    if (property !== undefined) found.set(name, { ...property, required: true });
  }
  return [...found.values()];
}

/** A base whose discriminator identifies the kind of a value. */
export interface DiscriminatedBase extends NamedObject {
  readonly discriminator: Discriminator;
}

/** Returns the discriminated base of an object: itself, or the nearest one that it inherits from. */
export function discriminatedBase(
  scope: Scope,
  object: NamedObject,
  seen: ReadonlySet<string> = new Set(),
): DiscriminatedBase | undefined {
  if (seen.has(object.id)) return undefined;
  const { discriminator } = object.schema;
  if (discriminator !== undefined) return { ...object, discriminator };
  const below = new Set([...seen, object.id]);
  for (const parent of parentsOf(scope, object.schema)) {
    const base = discriminatedBase(scope, parent, below);
    if (base !== undefined) return base;
  }
  return undefined;
}

/** Returns the discriminator values that identify a kind. */
export function kindValues(
  scope: Scope,
  { id, schema }: NamedObject,
  base: DiscriminatedBase,
): readonly string[] {
  if (schema.discriminatorValue !== undefined) return [schema.discriminatorValue];
  const mapped = base.discriminator.mapping.filter((entry) => entry.id === id);
  if (mapped.length > 0) return mapped.map(({ value }) => value);
  return [ownValue(scope, schema, base) ?? namedSchema(scope, id).name];
}

/**
 * The only value that a kind declares for the discriminator, in its own property or in that of a parent outside of the
 * hierarchy; undefined without such a property.
 */
export function ownValue(
  scope: Scope,
  schema: ObjectSchema,
  base: DiscriminatedBase,
): string | undefined {
  const outside = parentsOf(scope, schema).filter(
    (parent) => discriminatedBase(scope, parent)?.id !== base.id,
  );
  const properties = [
    ...schema.properties,
    ...outside.flatMap((parent) => flatProperties(scope, parent.schema)),
  ];
  const own = properties.find(({ name }) => name === base.discriminator.property);
  const type = own && resolved(scope, own.schema);
  return type?.kind === "enum" && type.values.length === 1
    ? String(type.values[0]?.value)
    : undefined;
}

/** Whether the discriminator of the base can have a value that identifies this kind. */
export function admitsKind(scope: Scope, object: NamedObject, base: DiscriminatedBase): boolean {
  const property = flatProperties(scope, base.schema).find(
    ({ name }) => name === base.discriminator.property,
  );
  if (property === undefined) return true;
  const type = resolved(scope, property.schema);
  if (type.kind !== "enum" || type.open) return type.kind === "scalar" || type.kind === "enum";
  const known = new Set(type.values.map(({ value }) => value));
  return kindValues(scope, object, base).every((value) => known.has(value));
}

/**
 * Whether a value can be of exactly this kind. An intermediate base has no values of its own if the document lists the
 * kinds or the values of the discriminator without it.
 */
export function isConcrete(scope: Scope, object: NamedObject, base: DiscriminatedBase): boolean {
  if (object.id === base.id) return false;
  if (object.schema.discriminatorValue !== undefined || !isParent(scope, object.id)) return true;
  const { mapping } = base.discriminator;
  return mapping.length > 0
    ? mapping.some(({ id }) => id === object.id)
    : admitsKind(scope, object, base);
}

/** Whether another object inherits from this one directly. */
export function isParent(scope: Scope, id: string): boolean {
  for (const { schema } of scope.contract.schemas.values()) {
    if (schema.kind === "object" && parentsOf(scope, schema).some((parent) => parent.id === id))
      return true;
  }
  return false;
}

/** Whether an object inherits from another one, directly or indirectly. */
export function inherits(
  scope: Scope,
  schema: ObjectSchema,
  id: string,
  seen = new Set<string>(),
): boolean {
  return parentsOf(scope, schema).some((parent) => {
    if (parent.id === id) return true;
    if (seen.has(parent.id)) return false;
    seen.add(parent.id);
    return inherits(scope, parent.schema, id, seen);
  });
}
