import type { ObjectSchema, Property, Schema } from "../contract.ts";
import {
  admitsKind,
  discriminatedBase,
  type DiscriminatedBase,
  flatProperties,
  inherits,
  isConcrete,
  isParent,
  kindValues,
  type NamedObject,
  objectAt,
  ownValue,
  parentsOf,
} from "./inheritance.ts";
import { type Scope, shapeOf } from "./scope.ts";
import { identifier, quoted } from "./text.ts";

/** The discriminator values that identify a model. */
interface Kind {
  readonly property: string;
  readonly values: readonly string[];
  /** True if other kinds extend the model, with other values of the same discriminator. */
  readonly isBase: boolean;
}

/** How a model is composed of its parents and its own properties. */
export interface Layout {
  readonly base?: NamedObject;
  readonly spreads: readonly string[];
  readonly properties: readonly Property[];
  readonly kind?: Kind;
}

/** Decides which properties of a model are inherited, spread and declared. */
export function layOut(scope: Scope, schema: ObjectSchema, id: string | undefined): Layout {
  flatProperties(scope, schema);
  const parents = parentsOf(scope, schema);
  for (const parent of schema.parents) {
    if (objectAt(scope, parent.id) === undefined)
      parent.at.lose("The schema is not an object, so it cannot be extended.");
  }
  const self = id === undefined ? undefined : { id, schema };
  const nearest = parents.flatMap((parent) => discriminatedBase(scope, parent) ?? [])[0];
  const isOutside =
    nearest !== undefined &&
    self !== undefined &&
    isConcrete(scope, self, nearest) &&
    !admitsKind(scope, self, nearest);
  if (isOutside)
    schema.at.lose(
      "The schema has no value for the base's discriminator, so it does not extend the base.",
    );
  const discriminated = isOutside ? undefined : nearest;
  const wanted =
    discriminated === undefined
      ? soleParent(isOutside ? [] : parents)
      : chosenBase(scope, parents, discriminated);
  const own = overridden(scope, schema, parents);
  const base =
    wanted !== undefined && (discriminated !== undefined || canExtend(scope, own, wanted))
      ? wanted
      : undefined;
  const fromBase = new Map(
    base === undefined ? [] : flatProperties(scope, base.schema).map((one) => [one.name, one]),
  );
  const properties = [...copied(scope, parents, base, discriminated, own), ...own].filter(
    (property) => addsToBase(property, fromBase.get(property.name), discriminated),
  );
  const taken = new Set([...fromBase.keys(), ...properties.map(({ name }) => name)]);
  const spreads = parents.flatMap((parent) => {
    const isAbove =
      base !== undefined && (parent.id === base.id || inherits(scope, parent.schema, base.id));
    return isAbove ? [] : spread(scope, parent, taken);
  });
  return {
    ...(base === undefined ? {} : { base }),
    spreads,
    properties: withDiscriminator(schema, properties, fromBase),
    ...(self !== undefined && discriminated !== undefined && isConcrete(scope, self, discriminated)
      ? { kind: kindOf(scope, self, discriminated) }
      : {}),
  };
}

function kindOf(scope: Scope, object: NamedObject, base: DiscriminatedBase): Kind {
  const { property } = base.discriminator;
  const { discriminator = base.discriminator } = object.schema;
  return {
    property,
    values: kindValues(scope, object, base),
    isBase:
      discriminator.property === property &&
      isParent(scope, object.id) &&
      ownValue(scope, object.schema, base) === undefined,
  };
}

function soleParent(parents: readonly NamedObject[]): NamedObject | undefined {
  return parents.length === 1 ? parents[0] : undefined;
}

/**
 * Returns the parent in the discriminated hierarchy. If the parent is a kind with a fixed value, or is not in the
 * hierarchy, the base is returned.
 */
function chosenBase(
  scope: Scope,
  parents: readonly NamedObject[],
  discriminated: DiscriminatedBase,
): NamedObject {
  const parent =
    parents.find((one) => discriminatedBase(scope, one)?.id === discriminated.id) ?? discriminated;
  if (!isConcrete(scope, parent, discriminated)) return parent;
  const { isBase } = kindOf(scope, parent, discriminated);
  return isBase && admitsKind(scope, parent, discriminated) ? parent : discriminated;
}

/** Returns the own properties, and the inherited ones that only this object requires. */
function overridden(
  scope: Scope,
  schema: ObjectSchema,
  parents: readonly NamedObject[],
): readonly Property[] {
  const inherited = parents.flatMap((parent) => flatProperties(scope, parent.schema));
  const extra = schema.required.flatMap((name) => {
    const property = inherited.find((one) => one.name === name);
    return property === undefined || property.required ? [] : [{ ...property, required: true }];
  });
  return [...schema.properties, ...extra];
}

/** Whether the own properties are compatible with the inherited ones. */
function canExtend(scope: Scope, own: readonly Property[], base: NamedObject): boolean {
  const inherited = new Map(flatProperties(scope, base.schema).map((one) => [one.name, one]));
  return own.every((property) => {
    const known = inherited.get(property.name);
    return known === undefined || shapeOf(known.schema) === shapeOf(property.schema);
  });
}

/** Returns the properties of the parents between a kind and the base that it extends. */
function copied(
  scope: Scope,
  parents: readonly NamedObject[],
  base: NamedObject | undefined,
  discriminated: DiscriminatedBase | undefined,
  own: readonly Property[],
): readonly Property[] {
  if (base === undefined || discriminated === undefined || base.id !== discriminated.id) return [];
  const names = new Set(own.map(({ name }) => name));
  return parents
    .filter((parent) => parent.id !== base.id && inherits(scope, parent.schema, base.id))
    .flatMap((parent) => flatProperties(scope, parent.schema))
    .filter(({ name }) => !names.has(name));
}

/**
 * Whether a property adds something to that of the base. One that contradicts a discriminated base is recorded as a
 * loss.
 */
function addsToBase(
  property: Property,
  known: Property | undefined,
  discriminated: DiscriminatedBase | undefined,
): boolean {
  if (known === undefined) return true;
  if (property.name === discriminated?.discriminator.property) return false;
  if (shapeOf(known.schema) === shapeOf(property.schema))
    return property.required && !known.required;
  property.at.lose(
    "The base declares the property with another type, which a subtype cannot change.",
  );
  return false;
}

function spread(scope: Scope, parent: NamedObject, taken: Set<string>): readonly string[] {
  const names = flatProperties(scope, parent.schema).map(({ name }) => name);
  const left = names.filter((name) => !taken.has(name));
  const without = names.filter((name) => taken.has(name));
  for (const name of left) taken.add(name);
  if (left.length === 0 && parent.schema.additional === undefined) return [];
  const name = nameOf(scope, parent);
  return [
    without.length === 0 ? name : `OmitProperties<${name}, ${without.map(quoted).join(" | ")}>`,
  ];
}

/** Adds the discriminator to a base as a required property. */
function withDiscriminator(
  schema: ObjectSchema,
  properties: readonly Property[],
  inherited: ReadonlyMap<string, Property>,
): readonly Property[] {
  const { discriminator } = schema;
  if (discriminator === undefined) return properties;
  const found = properties.find(({ name }) => name === discriminator.property);
  if (found === undefined) {
    if (inherited.has(discriminator.property)) return properties;
    const { at, property } = discriminator;
    const string: Schema = { kind: "scalar", type: "string", limits: {}, at };
    return [{ at, name: property, required: true, schema: string }, ...properties];
  }
  return properties.map((property) =>
    property === found ? { ...property, required: true } : property,
  );
}

/** Returns the name of a declared object. */
export function nameOf(scope: Scope, { id }: NamedObject): string {
  return identifier(scope.schemaNames.get(id) ?? "");
}
