import type { ObjectSchema, Property, RefSchema, Schema, UnionSchema } from "../contract.ts";
import { discriminatedBase, flatProperties, inherits, objectAt, parentsOf } from "./inheritance.ts";
import { namedSchema, resolved, type Scope, shapeOf } from "./scope.ts";

/**
 * Returns the alternatives of an object that is declared as a union, each with the properties and parents of the object.
 * An object without alternatives is declared as a model.
 */
export function wholeVariants(
  scope: Scope,
  schema: ObjectSchema,
  id: string | undefined,
): readonly Schema[] {
  const { variants: _, discriminator: __, ...rest } = schema;
  if (isKind(scope, schema, id)) return [];
  return ownVariants(scope, schema, id).map((variant, index): Schema => {
    const title = variant.kind === "ref" ? scope.schemaNames.get(variant.id) : variant.title;
    const hint = { title: title ?? `Option${index + 1}`, at: variant.at };
    const plain = resolved(scope, variant);
    if (plain.kind === "any") return { ...rest, ...hint, variants: [] };
    if (variant.kind === "object") return combined(rest, { ...variant, ...hint });
    if (variant.kind !== "ref" || (plain.kind !== "object" && plain.kind !== "union"))
      return variant;
    return { ...rest, ...hint, variants: [], parents: [...rest.parents, variant] };
  });
}

/**
 * Merges the alternatives of a kind into it, because a discriminated hierarchy has models only. The kind has the
 * properties of all alternatives, each optional.
 */
export function mergedKind(
  scope: Scope,
  schema: ObjectSchema,
  id: string | undefined,
): ObjectSchema {
  const variants = isKind(scope, schema, id) ? ownVariants(scope, schema, id) : [];
  if (variants.length === 0) return schema;
  schema.at.note(
    "The alternatives of a kind are merged: it has the properties of all of them, each optional.",
  );
  const found = new Map<string, Property>();
  for (const property of variants.flatMap((variant) => propertiesOf(scope, variant))) {
    const known = found.get(property.name);
    found.set(property.name, known === undefined ? property : either(known, property));
  }
  const required = new Set(schema.required);
  const own = new Set(schema.properties.map(({ name }) => name));
  const added = [...found.values()]
    .filter(({ name }) => !own.has(name))
    .map((property) => ({ ...property, required: required.has(property.name) }));
  return { ...schema, variants: [], properties: [...schema.properties, ...added] };
}

/** Whether an object belongs to a hierarchy with a discriminator. */
function isKind(scope: Scope, schema: ObjectSchema, id: string | undefined): boolean {
  return (
    id !== undefined &&
    parentsOf(scope, schema).some((parent) => discriminatedBase(scope, parent) !== undefined)
  );
}

function propertiesOf(scope: Scope, variant: Schema): readonly Property[] {
  const plain = resolved(scope, variant);
  if (plain.kind === "union") return plain.variants.flatMap((one) => propertiesOf(scope, one));
  return plain.kind === "object" ? flatProperties(scope, plain) : [];
}

/** Returns a property that accepts the values of both. */
function either(first: Property, second: Property): Property {
  if (shapeOf(first.schema) === shapeOf(second.schema)) return first;
  const { at } = first;
  return { ...first, schema: { kind: "union", at, variants: [first.schema, second.schema] } };
}

/** Returns the alternatives of an object, except for kinds that inherit from it. */
function ownVariants(
  scope: Scope,
  schema: ObjectSchema,
  id: string | undefined,
): readonly Schema[] {
  if (id === undefined) return schema.variants;
  return schema.variants.filter((variant) => {
    const object = variant.kind === "ref" ? objectAt(scope, variant.id) : undefined;
    return object === undefined || !inherits(scope, object.schema, id);
  });
}

/**
 * Replaces the parents that are declared as unions, which a model cannot extend. Their alternatives become those of the
 * object, and their properties its own.
 */
export function withoutUnionParents(
  scope: Scope,
  schema: ObjectSchema,
  id: string | undefined,
): ObjectSchema {
  for (const parent of schema.parents) {
    const target = unionAt(scope, parent);
    if (target === undefined || (target.kind === "union" && schema.variants.length > 0)) continue;
    const { variants, ...own } = schema;
    const parents = schema.parents.filter((other) => other !== parent);
    // An alternative of its own parent is not a choice between the others.
    const isOne = refersBack(scope, target.variants, parent.id, id);
    if (target.kind === "union") {
      if (isOne) continue;
      return withoutUnionParents(scope, { ...own, parents, variants: target.variants }, id);
    }
    const base = isOne || variants.length > 0 ? { ...target, variants: [] } : target;
    return withoutUnionParents(scope, combined(base, { ...own, variants, parents }), id);
  }
  return schema;
}

/** Returns the target of a reference if it is declared as a union. */
function unionAt(scope: Scope, parent: RefSchema): ObjectSchema | UnionSchema | undefined {
  const plain = resolved(scope, parent);
  if (plain.kind === "union") return plain;
  const object = objectAt(scope, parent.id);
  if (object === undefined) return undefined;
  const schema = withoutUnionParents(scope, object.schema, object.id);
  const variants = isKind(scope, schema, object.id) ? [] : ownVariants(scope, schema, object.id);
  return variants.length === 0 ? undefined : { ...schema, variants };
}

/** Whether an alternative of a schema consists of the schema itself, or of the object with this id. */
function refersBack(
  scope: Scope,
  variants: readonly Schema[],
  schema: string,
  id: string | undefined,
): boolean {
  const seen = new Set<string>();
  const visit = (one: Schema): boolean => {
    if (one.kind === "union") return one.variants.some(visit);
    if (one.kind === "object") return [...one.parents, ...one.variants].some(visit);
    if (one.kind !== "ref" || seen.has(one.id)) return false;
    if (one.id === schema || one.id === id) return true;
    seen.add(one.id);
    return visit(namedSchema(scope, one.id).schema);
  };
  return variants.some(visit);
}

/** Returns an object with the members of both. Those of the second one have precedence. */
function combined(first: Omit<ObjectSchema, "variants">, second: ObjectSchema): ObjectSchema {
  const {
    description: _,
    title: __,
    discriminatorValue: ___,
    discriminator: ____,
    ...base
  } = first;
  const required = new Set([...first.required, ...second.required]);
  const known = new Map(first.properties.map((property) => [property.name, property]));
  for (const property of second.properties) {
    const isRequired = property.required || known.get(property.name)?.required === true;
    known.set(property.name, { ...property, required: isRequired });
  }
  const properties = [...known.values()].map((property) =>
    required.has(property.name) ? { ...property, required: true } : property,
  );
  const { variants = [] } = first as Partial<ObjectSchema>;
  return {
    ...base,
    ...second,
    properties,
    required: [...required].filter((name) => !known.has(name)),
    parents: [...first.parents, ...second.parents],
    variants: [...variants, ...second.variants],
  };
}
