import type { Discriminator, Schema, UnionSchema } from "../contract.ts";
import { flatProperties } from "./inheritance.ts";
import { namedSchema, resolved, type Scope, valueName } from "./scope.ts";
import { docText, externalDocsText, identifier, lines, quoted, summaryText } from "./text.ts";
import { typeText, variantTexts } from "./types.ts";

/** Declares a named union. */
export function declareUnion(scope: Scope, name: string, schema: UnionSchema): void {
  const head = lines(
    docText(schema.description),
    summaryText(schema.title, name),
    externalDocsText(schema.externalDocs),
  );
  const discriminated =
    schema.discriminator && discriminatedVariants(scope, schema, schema.discriminator);
  const texts = discriminated === undefined ? variantTexts(scope, schema.variants, name) : [];
  if (texts[0] === "unknown") {
    const text = `alias ${identifier(name)} = unknown;`;
    return void scope.declarations.push({ file: "models.tsp", name, text, at: schema.at });
  }
  const body =
    discriminated === undefined
      ? texts.map((text) => `${text},`)
      : discriminated.map(([value, text]) => `${identifier(value)}: ${text},`);
  const decorator =
    discriminated === undefined
      ? ""
      : `@discriminated(#{ envelope: "none", discriminatorPropertyName: ${quoted(schema.discriminator?.property ?? "")} })`;
  const text = lines(head, decorator, `union ${identifier(name)} {`, ...body, "}");
  scope.declarations.push({ file: "models.tsp", name, text, at: schema.at });
}

/** Returns the variants by discriminator value; undefined if TypeSpec would reject them. */
function discriminatedVariants(
  scope: Scope,
  schema: UnionSchema,
  discriminator: Discriminator,
): readonly (readonly [value: string, text: string])[] | undefined {
  const found: (readonly [string, string])[] = [];
  for (const variant of schema.variants) {
    const values = variant.kind === "ref" ? valuesOf(scope, variant.id, discriminator) : [];
    const fits = values.every((value) => isTold(scope, variant, discriminator.property, value));
    if (values.length === 0 || !fits) {
      discriminator.at.lose(
        "Not all variants declare the discriminator with a constant value, so they are distinguished by their content.",
      );
      return undefined;
    }
    for (const value of values) found.push([value, typeText(scope, variant, valueName(value))]);
  }
  const isUnique = new Set(found.map(([value]) => value)).size === found.length;
  return isUnique && schema.nullable !== true ? found : undefined;
}

/** Returns the discriminator values that select a schema. */
function valuesOf(scope: Scope, id: string, { mapping }: Discriminator): readonly string[] {
  const mapped = mapping.filter((entry) => entry.id === id).map(({ value }) => value);
  return mapped.length > 0 ? mapped : [namedSchema(scope, id).name];
}

/** Whether a variant declares the discriminator with exactly this value. */
function isTold(scope: Scope, variant: Schema, property: string, value: string): boolean {
  const object = resolved(scope, variant);
  if (object.kind !== "object" || object.variants.length > 0) return false;
  const own = flatProperties(scope, object).find(({ name }) => name === property);
  if (own === undefined) return false;
  const type = resolved(scope, own.schema);
  if (type.kind !== "enum" || type.values.length !== 1 || type.open || own.schema.kind !== "enum")
    return false;
  return type.values[0]?.value === value;
}
