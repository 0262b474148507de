import type { EnumSchema, ObjectSchema, RefSchema, Schema } from "../contract.ts";
import { mergedKind, wholeVariants, withoutUnionParents } from "./alternatives.ts";
import { flatProperties, isParent, type NamedObject } from "./inheritance.ts";
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
export function declareModel(
  scope: Scope,
  name: string,
  original: ObjectSchema,
  id?: string,
): void {
  const schema = mergedKind(scope, withoutUnionParents(scope, original, id), id);
  const variants = wholeVariants(scope, schema, id);
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

function declareAlternatives(
  scope: Scope,
  name: string,
  { at, description, discriminator }: ObjectSchema,
  variants: readonly Schema[],
): void {
  discriminator?.at.lose("The alternatives are distinguished by their content.");
  const told = description === undefined ? {} : { description };
  declareUnion(scope, name, { kind: "union", at, variants, ...told });
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
