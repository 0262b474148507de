import type { ModelPlan, PropertyPlan, TypePlan, UnionPlan } from "../plan/types.ts";
import { readersPath, type Converters } from "./converters.ts";
import { SourceFile } from "./source-file.ts";
import { access, modelsPath } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** Writes the functions that check and convert answers; those that are called for, and those that they call. */
export function writeReaders(context: WriteContext): SourceFile {
  const file = new SourceFile(readersPath, context.runtime);
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
  const key = file.helperType("JsonKey");
  const signature = (name: string, result: string): string =>
    `export function ${name}(value: unknown, holder?: object, key?: ${key}): ${result}`;
  const statements = readStatements(context, file, model);
  const object = `const object = ${file.helper("readObject")}(value, holder, key);`;
  if (model.discriminator === undefined) {
    if (statements.length === 0) {
      return `${signature(`read${model.name}`, type)} {
  return ${file.helper("readObject")}(value, holder, key) as unknown as ${type};
}`;
    }
    return `${signature(`read${model.name}`, type)} {
  ${object}
  ${statements.join("\n  ")}
  return object as unknown as ${type};
}`;
  }
  const cases = model.discriminator.subtypes.map(({ value, model: subtype }) => {
    context.converters.readers.add(subtype);
    return `case ${JSON.stringify(value)}:\n      return read${subtype}(value, holder, key);`;
  });
  const discriminator = access("object", model.discriminator.wireName);
  return `${signature(`read${model.name}`, type)} {
  ${object}
  switch (${discriminator}) {
    ${cases.join("\n    ")}
    default:
      ${statements.join("\n      ")}
      return object as unknown as ${type};
  }
}`;
}

/** The statements that read the properties of a model. */
function readStatements(context: WriteContext, file: SourceFile, model: ModelPlan): string[] {
  const { converters } = context;
  const checks = new Map<string, PropertyPlan[]>();
  const reads: string[] = [];
  const renames: string[] = [];
  const properties = converters
    .allProperties(model)
    .filter((property) => property.readable && property.metadata !== true);
  for (const property of properties) {
    const test = property.optional ? undefined : scalarTest(converters, property);
    if (test === undefined) {
      const read = readProperty(context, file, property);
      if (read !== undefined) reads.push(read);
    } else if (!property.discriminator && property.writable) {
      // What lacks its discriminator is of an unknown kind, and arrives whole like those. Services leave out what
      // only they can set where it says nothing.
      checks.set(test, [...(checks.get(test) ?? []), property]);
    }
    if (property.wireName !== property.name) {
      renames.push(
        `${file.helper("rename")}(object, ${JSON.stringify(property.wireName)}, ${JSON.stringify(property.name)});`,
      );
    }
  }
  const additional = converters.additionalOf(model);
  if (additional !== undefined && converters.needsConverting(additional)) {
    const known = properties.map((property) => JSON.stringify(property.wireName)).join(", ");
    reads.push(
      `${file.helper("readOthers")}(object, ${converters.reader(file, additional)}, [${known}]);`,
    );
  }
  return [
    ...[...checks].map(([type, checked]) => writeChecks(file, type, checked)),
    ...reads,
    ...renames,
  ];
}

/** The JSON type of a property that is only looked at. */
function scalarTest(converters: Converters, property: PropertyPlan): string | undefined {
  const { type } = property;
  if (type.kind === "enum") return converters.isNumeric(type.ref) ? "number" : "string";
  if (type.kind === "literal") return typeof type.value;
  if (type.kind === "duration") {
    return type.unit === "iso" ? "string" : type.text === true ? undefined : "number";
  }
  return type.kind === "string" || type.kind === "number" || type.kind === "boolean"
    ? type.kind
    : undefined;
}

const scalarReaders: Readonly<Record<string, string>> = {
  string: "readString",
  number: "readNumber",
  boolean: "readBoolean",
};

/** One condition for all properties of a JSON type; which of them is at fault is only found out when it holds. */
function writeChecks(file: SourceFile, type: string, properties: readonly PropertyPlan[]): string {
  const condition = properties
    .map(({ wireName }) => `typeof ${access("object", wireName)} !== "${type}"`)
    .join(" || ");
  const names = properties.map(({ wireName }) => JSON.stringify(wireName)).join(", ");
  return `if (${condition}) ${file.helper("required")}(object, ${file.helper(scalarReaders[type] ?? "readAnything")}, ${names});`;
}

/** The statement that reads one property; properties are named in the code, as that is what engines are fast at. */
function readProperty(
  context: WriteContext,
  file: SourceFile,
  property: PropertyPlan,
): string | undefined {
  const { converters } = context;
  const name = JSON.stringify(property.wireName);
  const value = access("object", property.wireName);
  const nullable = property.type.kind === "nullable" ? property.type.of : undefined;
  if (property.emptyAsNull === true) {
    const reader = converters.reader(file, nullable ?? property.type);
    return `${file.helper("optional")}(object, ${file.helper("orEmpty")}(${reader}), ${name});`;
  }
  const isOptional = property.optional;
  if (!isOptional && nullable !== undefined) {
    return `${file.helper("required")}(object, ${converters.reader(file, property.type)}, ${name});`;
  }
  const type = nullable ?? property.type;
  if (isOptional && !converters.needsConverting(type)) return undefined;
  const read = `${converters.reader(file, type)}(${value}, object, ${name})`;
  const statement = converters.readsInPlace(type) ? `${read};` : `${value} = ${read};`;
  return isOptional ? `if (${value} != null) ${statement}` : statement;
}

/** Reads a union whose variants a discriminator tells apart, or whose JSON types do. */
function writeUnionReader(context: WriteContext, file: SourceFile, union: UnionPlan): string {
  const type = file.type(modelsPath, union.name);
  const key = file.helperType("JsonKey");
  const head = `export function read${union.name}(value: unknown, holder?: object, key?: ${key}): ${type} {`;
  const { discriminated } = union;
  if (discriminated !== undefined) {
    const cases = union.variants.map((variant, index) => {
      const reader = context.converters.reader(file, variant);
      const label = `case ${JSON.stringify(discriminated.kinds[index])}:`;
      const read =
        discriminated.envelope === undefined
          ? `${reader}(value, holder, key);`
          : `${file.helper("required")}(object, ${reader}, ${JSON.stringify(discriminated.envelope)});`;
      return `${label}\n      ${read}\n      break;`;
    });
    return `${head}
  const object = ${file.helper("readObject")}(value, holder, key);
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
      ? `${context.converters.reader(file, variant)}(value, holder, key)`
      : `value as ${type}`;
    told.set(variant, `if (${test}) return ${result};`);
  }
  const attempts = union.variants
    .filter((variant) => !told.has(variant) && context.converters.needsReading(variant))
    .map((variant) => context.converters.reader(file, variant));
  const rest =
    attempts.length === 0
      ? `${file.helper("readAnything")}(value, holder, key) as ${type}`
      : `${file.helper("firstOf")}(value, holder, key, [${attempts.join(", ")}]) as ${type}`;
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
