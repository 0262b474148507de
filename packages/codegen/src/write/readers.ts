import type { ModelPlan, PropertyPlan, TypePlan, UnionPlan } from "../plan/types.ts";
import { readersPath, type Converters } from "./converters.ts";
import { readerName } from "./function-names.ts";
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
  const type = file.type(modelsPath, model.name);
  const head = `export function ${readerName(model.name)}(value: unknown): ${type}`;
  const object = `${file.helper("readObject")}(value)`;
  const statements = readStatements(context, file, model);
  if (model.discriminator !== undefined) {
    // The kinds look at what is theirs and all of what they share; some have nothing to look at.
    const cases = model.discriminator.subtypes.flatMap(({ value, model: subtype }) => {
      const kind: TypePlan = { kind: "model", ref: subtype };
      if (statements.length === 0 && !context.converters.needsReading(kind)) return [];
      const reader = context.converters.reader(file, kind);
      return [`case ${JSON.stringify(value)}:\n return ${reader}(value) as unknown as ${type};`];
    });
    if (cases.length > 0) {
      statements.unshift(
        `switch (${access("object", model.discriminator.wireName)}) {\n${cases.join("\n")}\n}`,
      );
    }
  }
  if (statements.length === 0) return `${head} {\n return ${object} as unknown as ${type};\n}`;
  return `${head} {
  const object = ${object};
  ${statements.join("\n  ")}
  return object as unknown as ${type};
}`;
}

/** The statements that read the properties of a model. */
function readStatements(context: WriteContext, file: SourceFile, model: ModelPlan): string[] {
  const { converters } = context;
  const properties = converters
    .allProperties(model)
    .filter((property) => property.readable && property.metadata !== true);
  const statements = properties.flatMap((property) => readProperty(context, file, property));
  const additional = converters.additionalOf(model);
  if (additional !== undefined && converters.needsConverting(additional)) {
    const known = properties.map((property) => JSON.stringify(property.wireName)).join(", ");
    const reader = converters.reader(file, additional);
    statements.push(`${file.helper("readOthers")}(object, ${reader}, [${known}]);`);
  }
  const renames = properties
    .filter(({ wireName, name }) => wireName !== name)
    .map(({ wireName, name }) => `${propertyKey(wireName)}: ${JSON.stringify(name)}`);
  if (renames.length > 0) {
    statements.push(`${file.helper("rename")}(object, { ${renames.join(", ")} });`);
  }
  return statements;
}

const scalarReaders = {
  string: "readString",
  number: "readNumber",
  boolean: "readBoolean",
} as const;

/** The statement that reads one property; properties are named in the code, as that is what engines are fast at. */
function readProperty(
  { converters }: WriteContext,
  file: SourceFile,
  property: PropertyPlan,
): readonly string[] {
  const key = JSON.stringify(property.wireName);
  const value = access("object", property.wireName);
  const inner = property.type.kind === "nullable" ? property.type.of : property.type;
  const readAt = (reader: string): string => `${file.helper("readAt")}(object, ${key}, ${reader});`;
  if (property.emptyAsNull === true) {
    const reader = `${file.helper("orEmpty")}(${converters.reader(file, inner)})`;
    return [`if (${value} != null) ${readAt(reader)}`];
  }
  const read = (reader: string): string =>
    converters.readsInPlace(property.type)
      ? `${file.helper("readIn")}(${value}, ${key}, ${reader});`
      : readAt(reader);
  if (!converters.isRequired(property)) {
    // Null is left alone where a property need not be there.
    return converters.needsConverting(inner)
      ? [`if (${value} != null) ${read(converters.reader(file, inner))}`]
      : [];
  }
  const scalar = converters.scalarOf(property.type);
  if (scalar !== undefined) return [`${file.helper(scalarReaders[scalar])}(${value}, ${key});`];
  return [read(converters.reader(file, property.type))];
}

/** Reads a union whose variants a discriminator tells apart, or whose JSON types do. */
function writeUnionReader(context: WriteContext, file: SourceFile, union: UnionPlan): string {
  const type = file.type(modelsPath, union.name);
  const head = `export function ${readerName(union.name)}(value: unknown): ${type} {`;
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
