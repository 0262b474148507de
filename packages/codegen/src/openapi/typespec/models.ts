import type { EnumSchema, ObjectSchema, RefSchema, Schema } from "../contract.ts";
import { flatProperties, inherits, isParent, type NamedObject, objectAt } from "./inheritance.ts";
import { type Layout, layOut, nameOf } from "./layout.ts";
import { printProperty } from "./properties.ts";
import { literalText, memberNamesOf } from "./literals.ts";
import { namedSchema, resolved, type Scope, typeName } from "./scope.ts";
import { docText, externalDocsText, identifier, lines, quoted, summaryText } from "./text.ts";
import { inlineEnumName, isMap, typeText } from "./types.ts";
import { declareUnion } from "./unions.ts";
import { xmlOfType } from "./xml.ts";

/**
 * Declares an object as a model. If it has alternatives in addition to its properties, it becomes a union of models.
 */
export function declareModel(scope: Scope, name: string, schema: ObjectSchema, id?: string): void {
  const variants = ownVariants(scope, schema, id);
  if (variants.length > 0) return declareAlternatives(scope, name, schema, variants);
  const head = lines(
    docText(schema.description),
    summaryText(schema.title, name),
    externalDocsText(schema.externalDocs),
    schema.deprecated === true ? '#deprecated "Deprecated by the service."' : "",
    id !== undefined && scope.errorSchemas.has(id) ? "@error" : "",
    ...xmlOfType(scope, schema, id === undefined ? name : namedSchema(scope, id).name, name),
  );
  const own = identifier(name);
  if (isMap(schema) && !(id !== undefined && isParent(scope, id))) {
    const values =
      schema.additional === undefined
        ? "unknown"
        : typeText(scope, schema.additional, `${name}Value`);
    const text = lines(head, `model ${own} {\n...Record<${values}>;\n}`);
    return void scope.declarations.push({ file: "models.tsp", name, text, at: schema.at });
  }
  const layout = layOut(scope, schema, id);
  const { base, kind } = layout;
  const isOne = kind?.values.length === 1 && !kind.isBase;
  const members = [
    ...layout.spreads.map((one) => `...${one};`),
    ...(isOne && kind !== undefined
      ? [kindText(scope, schema, base, kind, kind.values[0] ?? "")]
      : []),
    ...layout.properties
      .filter((property) => property.name !== kind?.property)
      .map((property) => `${printProperty(scope, property, name)};`),
    ...(schema.additional === undefined
      ? []
      : [`...Record<${typeText(scope, schema.additional, `${name}Value`)}>;`]),
  ];
  const heritage = base === undefined ? "" : ` extends ${nameOf(scope, base)}`;
  const { discriminator } = schema;
  const text = lines(
    head,
    discriminator === undefined ? "" : `@discriminator(${quoted(discriminator.property)})`,
    `model ${own}${heritage} {`,
    members.join("\n\n"),
    "}",
  );
  scope.declarations.push({ file: "models.tsp", name, text, at: schema.at });
  if (kind === undefined || isOne) return;
  // A kind has one value and no kinds itself. Otherwise each value becomes a kind that extends the model.
  for (const value of kind.values) {
    const isSole = kind.values.length === 1;
    const each = scope.names.claim(isSole ? `Plain${name}` : `${name}${typeName(value)}`);
    const member = kindText(scope, schema, base, kind, value);
    const kindModel = `model ${identifier(each)} extends ${own} {\n${member}\n}`;
    scope.declarations.push({ file: "models.tsp", name: each, text: kindModel, at: schema.at });
  }
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

function declareAlternatives(
  scope: Scope,
  name: string,
  schema: ObjectSchema,
  variants: readonly Schema[],
): void {
  const { variants: _, discriminator: lost, ...rest } = schema;
  lost?.at.lose("The alternatives are distinguished by their content.");
  const whole = variants.map((variant, index): Schema => {
    const title = variant.kind === "ref" ? scope.schemaNames.get(variant.id) : variant.title;
    const hint = { title: title ?? `Option${index + 1}`, at: variant.at };
    if (variant.kind === "ref") {
      if (objectAt(scope, variant.id) === undefined) return variant;
      return { ...rest, ...hint, variants: [], parents: [...rest.parents, variant as RefSchema] };
    }
    if (variant.kind !== "object") return variant;
    const names = new Set(variant.properties.map((property) => property.name));
    const properties = [
      ...rest.properties.filter((property) => !names.has(property.name)),
      ...variant.properties,
    ];
    return {
      ...rest,
      ...variant,
      ...hint,
      properties,
      parents: [...rest.parents, ...variant.parents],
    };
  });
  const description = schema.description === undefined ? {} : { description: schema.description };
  declareUnion(scope, name, { kind: "union", at: schema.at, variants: whole, ...description });
}

function kindText(
  scope: Scope,
  schema: ObjectSchema,
  base: NamedObject | undefined,
  { property }: NonNullable<Layout["kind"]>,
  value: string,
): string {
  const own = schema.properties.find(({ name }) => name === property);
  const known = base && flatProperties(scope, base.schema).find(({ name }) => name === property);
  const hint = base === undefined ? "" : `${nameOf(scope, base)}${typeName(property)}`;
  const literal = kindLiteral(scope, known?.schema, value, hint);
  return lines(docText(own?.schema.description), `${identifier(property)}: ${literal};`);
}

/** Writes the discriminator value of a kind: a member of the base's enumeration, or a literal. */
function kindLiteral(
  scope: Scope,
  schema: Schema | undefined,
  value: string,
  hint: string,
): string {
  const plain = schema === undefined ? undefined : resolved(scope, schema);
  if (plain?.kind !== "enum") return quoted(value);
  const index = plain.values.findIndex((one) => one.value === value);
  const found = plain.values[index];
  if (found === undefined) return quoted(value);
  const name =
    schema?.kind === "ref" ? refEnumName(scope, schema, plain) : inlineEnumName(scope, plain, hint);
  const member = memberNamesOf(plain)[index];
  return name === undefined || member === undefined
    ? literalText(found.value)
    : `${name}.${identifier(member)}`;
}

/** Returns the name of a referenced enumeration; undefined if it is declared as an alias of its only value. */
function refEnumName(
  scope: Scope,
  { id }: RefSchema,
  { open, values }: EnumSchema,
): string | undefined {
  return values.length === 1 && !open ? undefined : identifier(scope.schemaNames.get(id) ?? "");
}
