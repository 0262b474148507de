import type { ModelPlan, TypePlan, UnionPlan } from "../plan/types.ts";
import { readersPath, type Converters } from "./converters.ts";
import { SourceFile } from "./source-file.ts";
import { access, modelsNamespace, modelsPath, propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** Writes the functions that check and convert answers; those that are called for, and those that they call. */
export function writeReaders(context: WriteContext): SourceFile {
  const file = new SourceFile(readersPath, context.runtime, modelsNamespace);
  const { converters } = context;
  const written = new Map<string, string>();
  for (;;) {
    const next = [...converters.readers].find((name) => !written.has(name));
    if (next === undefined) break;
    written.set(next, "");
    const model = converters.model(next);
    const union = converters.union(next);
    if (model !== undefined) written.set(next, writeModelReader(context, file, model));
    else if (union !== undefined) written.set(next, writeUnionReader(context, file, union));
  }
  const inOrder = [...context.plan.models, ...context.plan.unions];
  for (const { name } of inOrder) file.add(written.get(name));
  return file;
}

function writeModelReader(context: WriteContext, file: SourceFile, model: ModelPlan): string {
  const type = `${file.helperType("ValueReader")}<${file.type(modelsPath, model.name)}>`;
  return `export const read${model.name}: ${type} = ${modelReader(context, file, model)};`;
}

/** The reader of a model, as an expression that nothing is lost with where nobody uses it. */
function modelReader(context: WriteContext, file: SourceFile, model: ModelPlan): string {
  const own = ownReader(context, file, model);
  if (model.discriminator === undefined) return own ?? file.helper("readObject");
  const kinds = model.discriminator.subtypes.flatMap(({ value, model: subtype }) => {
    const type: TypePlan = { kind: "model", ref: subtype };
    // Kinds that have nothing of their own to read are read like unknown ones.
    if (own === undefined && !context.converters.needsReading(type)) return [];
    return [`${propertyKey(value)}: ${context.converters.reader(file, type)}`];
  });
  const property = JSON.stringify(model.discriminator.wireName);
  const other = own === undefined ? "" : `, ${own}`;
  return pure(`${file.helper("byKind")}(${property}, () => ({ ${kinds.join(", ")} })${other})`);
}

/** The reader of the properties of a model; nothing if there is nothing to read in them. */
function ownReader(context: WriteContext, file: SourceFile, model: ModelPlan): string | undefined {
  const { converters } = context;
  const required: string[] = [];
  const optional: string[] = [];
  const renames: string[] = [];
  const properties = converters
    .allProperties(model)
    .filter((property) => property.readable && property.metadata !== true);
  for (const property of properties) {
    const key = propertyKey(property.wireName);
    const reader = converters.propertyReader(file, property);
    if (reader !== undefined) {
      (converters.isRequired(property) ? required : optional).push(`${key}: ${reader}`);
    }
    if (property.wireName !== property.name) {
      renames.push(`${key}: ${JSON.stringify(property.name)}`);
    }
  }
  const objects = [required, ...(optional.length === 0 ? [] : [optional])]
    .map((entries) => `{ ${entries.join(", ")} }`)
    .join(", ");
  let reader =
    required.length + optional.length === 0
      ? undefined
      : pure(`${file.helper("objectOf")}(() => [${objects}])`);
  const additional = converters.additionalOf(model);
  if (additional !== undefined && converters.needsConverting(additional)) {
    const known = properties.map((property) => JSON.stringify(property.wireName)).join(", ");
    const other = converters.reader(file, additional);
    reader = pure(
      `${file.helper("withOthers")}(${reader ?? file.helper("readObject")}, () => ${other}, [${known}])`,
    );
  }
  if (renames.length > 0) {
    reader = pure(
      `${file.helper("renamed")}(${reader ?? file.helper("readObject")}, { ${renames.join(", ")} })`,
    );
  }
  return reader;
}

/** Lets a bundler leave out what nobody uses. */
function pure(call: string): string {
  return `/* @__PURE__ */ ${call}`;
}

/** Reads a union whose variants a discriminator tells apart, or whose JSON types do. */
function writeUnionReader(context: WriteContext, file: SourceFile, union: UnionPlan): string {
  const type = file.type(modelsPath, union.name);
  const head = `export function read${union.name}(value: unknown): ${type} {`;
  const { discriminated } = union;
  if (discriminated !== undefined) {
    const cases = union.variants.map((variant, index) => {
      const reader = context.converters.reader(file, variant);
      const label = `case ${JSON.stringify(discriminated.kinds[index])}:`;
      const read =
        discriminated.envelope === undefined
          ? `${reader}(value);`
          : `${file.helper("readAt")}(object, ${JSON.stringify(discriminated.envelope)}, ${reader});`;
      return `${label}\n      ${read}\n      break;`;
    });
    return `${head}
  const object = ${file.helper("readObject")}(value);
  switch (${access("object", discriminated.property)}) {
    ${cases.join("\n    ")}
  }
  return object as unknown as ${type};
}`;
  }
  // Variants with a literal that tells them apart come first; of the others, the first that reads is taken.
  const told = new Map<TypePlan, string>();
  for (const variant of union.variants) {
    const literals = literalsOf(context.converters, variant);
    if (literals.length === 0) continue;
    const test = literals
      .map(({ name, value }) => `${file.helper("matches")}(value, ${name}, ${value})`)
      .join(" && ");
    const result = context.converters.needsReading(variant)
      ? `${context.converters.reader(file, variant)}(value)`
      : `value as ${type}`;
    told.set(variant, `if (${test}) return ${result};`);
  }
  const attempts = union.variants
    .filter((variant) => !told.has(variant) && context.converters.needsReading(variant))
    .map((variant) => context.converters.reader(file, variant));
  const rest =
    attempts.length === 0
      ? `${file.helper("readAnything")}(value) as ${type}`
      : `${file.helper("firstOf")}(value, [${attempts.join(", ")}]) as ${type}`;
  return `${head}
  ${[...told.values()].join("\n  ")}
  return ${rest};
}`;
}

/** The required literals of a model, by wire name, as source text. */
export function literalsOf(
  converters: Converters,
  type: TypePlan,
): readonly { readonly name: string; readonly value: string }[] {
  const model = type.kind === "model" ? converters.model(type.ref) : undefined;
  if (model === undefined) return [];
  return converters
    .allProperties(model)
    .flatMap((property) =>
      property.type.kind === "literal" && !property.optional
        ? [{ name: JSON.stringify(property.wireName), value: JSON.stringify(property.type.value) }]
        : [],
    );
}
