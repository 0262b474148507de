import type {
  ArraySchema,
  EnumSchema,
  ObjectSchema,
  ScalarSchema,
  Schema,
  UnionSchema,
} from "../contract.ts";
import { literalText } from "./literals.ts";
import { limitDecorators, scalarText } from "./scalars.ts";
import { contentOf, namedSchema, resolved, type Scope, typeName, valueName } from "./scope.ts";
import { identifier, lines } from "./text.ts";
import { xmlOfType } from "./xml.ts";

/**
 * Writes a schema as a type expression, including null.
 *
 * @param hint - The name of a declaration, if one is needed.
 * @param decorated - Whether decorators are written next to the type.
 */
export function typeText(scope: Scope, schema: Schema, hint: string, decorated = false): string {
  return alternativeTexts(scope, schema, hint, decorated).join(" | ");
}

/** Writes the alternatives of a type, including null. */
function alternativeTexts(
  scope: Scope,
  schema: Schema,
  hint: string,
  decorated = false,
): readonly string[] {
  const texts = bareAlternatives(scope, schema, hint, decorated);
  const isNull = isNullable(scope, schema) && !texts.includes("null") && texts[0] !== "unknown";
  return isNull ? [...texts, "null"] : texts;
}

/** Whether a value can be null. */
export function isNullable(scope: Scope, schema: Schema): boolean {
  if (schema.nullable === true) return true;
  return schema.kind === "ref" && isNullable(scope, namedSchema(scope, schema.id).schema);
}

/** Writes a schema as a type expression, without null. */
export function bareTypeText(
  scope: Scope,
  schema: Schema,
  hint: string,
  decorated = false,
): string {
  return bareAlternatives(scope, schema, hint, decorated).join(" | ");
}

function bareAlternatives(
  scope: Scope,
  schema: Schema,
  hint: string,
  decorated: boolean,
): readonly string[] {
  switch (schema.kind) {
    case "any":
      return ["unknown"];
    case "never":
      return ["never"];
    case "null":
      return ["null"];
    case "ref":
      return [identifier(scope.schemaNames.get(schema.id) ?? "unknown")];
    case "scalar":
      return [decorated ? scalarText(schema).type : plainScalar(scope, schema, hint)];
    case "enum":
      return inlineEnum(scope, schema, hint);
    case "array":
      return [decorated ? listText(scope, schema, hint) : plainList(scope, schema, hint)];
    case "object":
      return [inlineObject(scope, schema, hint)];
    case "union":
      return inlineUnion(scope, schema, hint);
  }
}

/** Returns the decorators for the type of a property or parameter. */
export function typeDecorators(schema: Schema): readonly string[] {
  if (schema.kind === "scalar")
    return [...scalarText(schema).decorators, ...limitDecorators(schema)];
  return schema.kind === "array" ? limitDecorators(schema) : [];
}

/** Returns the decorators for the type of a header, where TypeSpec encodes dates as HTTP dates by default. */
export function headerDecorators(scope: Scope, schema: Schema): readonly string[] {
  const plain = resolved(scope, schema);
  const isDateTime = plain.kind === "scalar" && plain.format === "date-time";
  return [...typeDecorators(schema), ...(isDateTime ? ['@encode("rfc3339")'] : [])];
}

/** Writes a list, with several types of items in parentheses. */
export function listText(scope: Scope, { items }: ArraySchema, hint: string): string {
  const texts = alternativeTexts(scope, items, `${hint}Item`);
  return texts.length > 1 ? `(${texts.join(" | ")})[]` : `${texts.join("")}[]`;
}

/** Writes a list where decorators are not possible. If it needs decorators, it is declared with its own name. */
function plainList(scope: Scope, schema: ArraySchema, hint: string): string {
  const text = listText(scope, schema, hint);
  const limits = limitDecorators(schema);
  if (limits.length === 0) return text;
  return declared(scope, schema, limits, hint, (name) => `model ${name} is ${text};`);
}

/** Writes a scalar where decorators are not possible. If it needs decorators, it is declared with its own name. */
function plainScalar(scope: Scope, schema: ScalarSchema, hint: string): string {
  const { type, decorators } = scalarText(schema);
  const xml = schema.xml?.name === undefined ? [] : xmlOfType(scope, schema, hint, hint);
  const limits = [...limitDecorators(schema), ...xml];
  if (decorators.length === 0 && limits.length === 0) return type;
  const wanted =
    limits.length === 0 && schema.format !== undefined ? valueName(schema.format) : hint;
  return declared(
    scope,
    schema,
    [...decorators, ...limits],
    wanted,
    (name) => `scalar ${name} extends ${type};`,
  );
}

/** Returns the name of a declaration with these decorators and this type. Equal ones are declared once. */
function declared(
  scope: Scope,
  { at }: Schema,
  decorators: readonly string[],
  wanted: string,
  declaration: (name: string) => string,
): string {
  const key = `${decorators.join(" ")} ${declaration("")}`;
  const before = scope.inline.get(key);
  const name = before ?? scope.names.claim(wanted);
  if (before === undefined) {
    const text = lines(...decorators, declaration(identifier(name)));
    scope.declarations.push({ file: "models.tsp", name, text, at });
    scope.inline.set(key, name);
  }
  return identifier(name);
}

function inlineEnum(scope: Scope, schema: EnumSchema, hint: string): readonly string[] {
  const name = inlineEnumName(scope, schema, hint);
  if (name !== undefined) return [name];
  const values = schema.values.map(({ value }) => literalText(value));
  return schema.open ? ["string", ...values] : values;
}

/** Declares an inline enumeration that has a name or describes its values; returns undefined for another one. */
export function inlineEnumName(scope: Scope, schema: EnumSchema, hint: string): string | undefined {
  const isTold =
    schema.name !== undefined || schema.values.some(({ description }) => description !== undefined);
  if (!isTold) return undefined;
  const { base, name, open, values } = schema;
  const key = `enum ${contentOf({ base, name, open, values })}`;
  return shared(scope, key, typeName(name ?? hint), schema);
}

function inlineObject(scope: Scope, schema: ObjectSchema, hint: string): string {
  if (isMap(schema)) {
    return schema.additional === undefined
      ? "Record<unknown>"
      : `Record<${typeText(scope, schema.additional, `${hint}Value`)}>`;
  }
  const { default: _, nullable: __, readOnly: ___, writeOnly: ____, ...rest } = schema;
  return shared(scope, `object ${contentOf(rest)}`, typeName(hint), schema);
}

function inlineUnion(scope: Scope, schema: UnionSchema, hint: string): readonly string[] {
  if (schema.discriminator !== undefined) {
    const { default: _, nullable: __, ...rest } = schema;
    return [shared(scope, `union ${contentOf(rest)}`, typeName(hint), schema)];
  }
  return variantTexts(scope, schema.variants, hint);
}

/** Gives equal inline schemas a common name. They are declared later, once. */
function shared(
  scope: Scope,
  key: string,
  wanted: string,
  schema: EnumSchema | ObjectSchema | UnionSchema,
): string {
  const known = scope.inline.get(key);
  if (known !== undefined) return identifier(known);
  const name = scope.names.claim(wanted);
  scope.inline.set(key, name);
  scope.pending.push({ name, schema });
  return identifier(name);
}

/** Writes the variants of a union as type expressions, without duplicates. A variant that is any value includes all others. */
export function variantTexts(
  scope: Scope,
  variants: readonly Schema[],
  hint: string,
): readonly string[] {
  if (variants.some((variant) => isAny(scope, variant))) return ["unknown"];
  const texts = variants.flatMap((variant, index) =>
    alternativeTexts(scope, variant, variantHint(variant, hint, index)),
  );
  return [...new Set(texts)];
}

/** Whether a schema accepts any value. */
function isAny(scope: Scope, schema: Schema, seen: ReadonlySet<Schema> = new Set()): boolean {
  const plain = resolved(scope, schema);
  if (plain.kind !== "union" || seen.has(plain)) return plain.kind === "any";
  return plain.variants.some((variant) => isAny(scope, variant, new Set([...seen, plain])));
}

function variantHint(variant: Schema, hint: string, index: number): string {
  if (variant.kind === "array") return `${hint}List`;
  if (variant.kind !== "object") return `${hint}${index + 1}`;
  return variant.title === undefined ? `${hint}${index + 1}` : `${hint} ${variant.title}`;
}

/** Whether an object has only additional properties. */
export function isMap(schema: ObjectSchema): boolean {
  return (
    schema.properties.length === 0 &&
    schema.parents.length === 0 &&
    schema.variants.length === 0 &&
    schema.discriminator === undefined
  );
}
