import type { ModelPlan, PropertyPlan, TypePlan, UnionPlan } from "../plan/types.ts";
import { isLeaf } from "../plan/wire/codecs.ts";
import { isConverted } from "./codecs.ts";
import { readersPath } from "./paths.ts";
import { readerName } from "./function-names.ts";
import type { SourceFile } from "./source-file.ts";
import { SourceFiles } from "./source-files.ts";
import { jsonAccess, modelsNamespace, modelsPath, propertyKey } from "./type-text.ts";
import { pastValuesText, speaksText, viewsOf } from "./versions.ts";
import { namesOf } from "./union-writers.ts";
import type { TypeAnalysis } from "./type-analysis.ts";
import type { WriteContext } from "./write-context.ts";

// Why a mismatch does not throw: docs/decisions/0021-responses-are-validated-where-they-are-converted.md
/** Writes the functions that check and convert responses, as far as they are used. */
export function writeReaders(context: WriteContext): readonly SourceFile[] {
  const files = new SourceFiles(context, readersPath, modelsNamespace);
  const { analysis, converters } = context;
  const written = new Map<string, string>();
  for (;;) {
    const next = [...converters.readers].find((name) => !written.has(name));
    if (next === undefined) break;
    written.set(next, "");
    const file = files.of(next);
    const model = analysis.model(next);
    const union = analysis.union(next);
    if (model !== undefined) written.set(next, writeModelReader(context, file, model));
    else if (union !== undefined) written.set(next, writeUnionReader(context, file, union));
    else written.set(next, writeEnumReader(context, file, next));
  }
  const inOrder = [...context.plan.models, ...context.plan.unions, ...context.plan.enums];
  for (const { name } of inOrder) {
    if (written.has(name)) files.of(name).add(written.get(name));
  }
  return files.all;
}

function writeModelReader(context: WriteContext, file: SourceFile, model: ModelPlan): string {
  const type = file.type(modelsPath, model.name);
  const head = `export function ${readerName(model.name)}(value: unknown, walk: ${file.helperType("Walk")}): ${type}`;
  const statements = readStatements(context, file, model);
  if (model.discriminator !== undefined) {
    // Each kind reads its own and the common properties. Some have nothing to read.
    const cases = model.discriminator.subtypes.flatMap(({ value, model: subtype }) => {
      const kind: TypePlan = { kind: "model", ref: subtype };
      if (statements.length === 0 && !context.analysis.needsReading(kind)) return [];
      const reader = context.converters.reader(file, kind);
      return [
        `case ${JSON.stringify(value)}:\n return ${reader}(value, walk) as unknown as ${type};`,
      ];
    });
    if (cases.length > 0) {
      statements.unshift(
        `switch (${jsonAccess("value", model.discriminator.wireName)}) {\n${cases.join("\n")}\n}`,
      );
    }
  }
  return `${head} {
  if (${file.helper("isObject")}(value, walk)) {
    ${statements.join("\n    ")}
  }
  return value as ${type};
}`;
}

/** Writes the statements that read the properties of a model. */
function readStatements(context: WriteContext, file: SourceFile, model: ModelPlan): string[] {
  const { analysis } = context;
  const properties = analysis
    .allProperties(model)
    .filter((property) => property.readable && property.metadata !== true);
  const views = viewsOf(properties);
  const isShared = (property: PropertyPlan): boolean =>
    views.every((view) => view.properties.includes(property));
  const shared = properties.filter(isShared);
  const statements = shared.flatMap((property) => readProperty(context, file, property));
  // Statements for all versions come first.
  const byVersion = views.map((view) => ({
    ...view,
    statements: [
      ...view.properties
        .filter((property) => !isShared(property))
        .flatMap((property) => readProperty(context, file, property)),
      ...readRest(context, file, model, view.properties),
    ],
  }));
  const newest = byVersion.pop()?.statements ?? [];
  if (byVersion.length === 0) return [...statements, ...newest];
  const branches = byVersion.map(
    (view) =>
      `if (${speaksText(file, view.versions ?? [], "walk.context")}) {\n${view.statements.join("\n")}\n}`,
  );
  const otherwise = newest.length === 0 ? "" : ` else {\n${newest.join("\n")}\n}`;
  return [...statements, `${branches.join(" else ")}${otherwise}`];
}

/** Writes the statements that read additional properties, and that rename properties. */
function readRest(
  { analysis, converters }: WriteContext,
  file: SourceFile,
  model: ModelPlan,
  properties: readonly PropertyPlan[],
): string[] {
  const statements: string[] = [];
  const additional = analysis.additionalOf(model);
  if (additional !== undefined && analysis.needsChecking(additional)) {
    const known = properties.map((property) => JSON.stringify(property.wireName)).join(", ");
    const reader = converters.reader(file, additional);
    statements.push(`${file.helper("readEntries")}(value, walk, ${reader}, [${known}]);`);
  }
  const renames = properties
    .filter(({ wireName, name }) => wireName !== name)
    .map(({ wireName, name }) => `${propertyKey(wireName)}: ${JSON.stringify(name)}`);
  if (renames.length > 0) {
    statements.push(`${file.helper("rename")}(value, { ${renames.join(", ")} });`);
  }
  return statements;
}

/** Writes the reader of an enum whose values differ in some API versions. */
function writeEnumReader(context: WriteContext, file: SourceFile, name: string): string {
  const plan = context.analysis.enum(name);
  if (plan === undefined) return "";
  const type = file.type(modelsPath, name);
  return `export function ${readerName(name)}(value: unknown, walk: ${file.helperType("Walk")}, key?: string): ${type} {
  const text = ${file.helper("readString")}(value, walk, key);
  return ${file.helper("valueNow")}(walk.context, text, ${pastValuesText(plan)}) as ${type};
}`;
}

/** Writes the statement that reads one property. Literal property names are fastest in engines. */
function readProperty(
  context: WriteContext,
  file: SourceFile,
  property: PropertyPlan,
): readonly string[] {
  const { analysis, converters } = context;
  const value = jsonAccess("value", property.wireName);
  const isRequired = analysis.isRequired(property);
  // For an optional property, null is treated as missing.
  const inner = property.type.kind === "nullable" ? property.type.of : property.type;
  const type = isRequired ? property.type : inner;
  if (property.emptyAsNull === true) {
    const reader = `${file.helper("orEmpty")}(${converters.reader(file, inner)})`;
    return [`if (${value} != null) ${readAt(file, property, reader)}`];
  }
  if (!isRequired && !analysis.needsChecking(type)) return [];
  const statement = readStatement(context, file, property, type);
  if (isRequired && property.lenientIn === undefined) return [statement];
  const isDue =
    isRequired && property.lenientIn !== undefined
      ? ` || !${speaksText(file, property.lenientIn, "walk.context")}`
      : "";
  return [`if (${value} != null${isDue}) ${statement}`];
}

function readAt(file: SourceFile, { wireName }: PropertyPlan, reader: string): string {
  return `${file.helper("readAt")}(value, ${JSON.stringify(wireName)}, walk, ${reader});`;
}

function readStatement(
  { analysis, converters }: WriteContext,
  file: SourceFile,
  property: PropertyPlan,
  type: TypePlan,
): string {
  const value = jsonAccess("value", property.wireName);
  const key = JSON.stringify(property.wireName);
  const reader = converters.reader(file, type);
  if (isLeaf(type)) {
    const read = `${reader}(${value}, walk, ${key})`;
    const isStored = isConverted(type) || analysis.isVersionedEnum(type);
    return isStored ? `${value} = ${read};` : `${read};`;
  }
  return analysis.readsInPlace(type)
    ? `${file.helper("readIn")}(${value}, ${key}, walk, ${reader});`
    : readAt(file, property, reader);
}

/** Writes the reader of a union whose variants have a discriminator or different JSON types. */
function writeUnionReader(context: WriteContext, file: SourceFile, union: UnionPlan): string {
  const type = file.type(modelsPath, union.name);
  const head = `export function ${readerName(union.name)}(value: unknown, walk: ${file.helperType("Walk")}): ${type} {`;
  const { discriminated } = union;
  if (discriminated !== undefined) {
    const cases = union.variants.map((variant, index) => {
      const reader = context.converters.reader(file, variant);
      const label = `case ${JSON.stringify(discriminated.kinds[index])}:`;
      const read =
        discriminated.envelope === undefined
          ? `${reader}(value, walk);`
          : `${file.helper("readAt")}(value, ${JSON.stringify(discriminated.envelope)}, walk, ${reader});`;
      return `${label}\n      ${read}\n      break;`;
    });
    return `${head}
  if (${file.helper("isObject")}(value, walk)) {
    switch (${jsonAccess("value", discriminated.property)}) {
      ${cases.join("\n      ")}
    }
  }
  return value as ${type};
}`;
  }
  // Variants with a distinguishing literal come first. Of the others, the first one that can be read is taken.
  const identified = new Map<TypePlan, string>();
  for (const variant of union.variants) {
    const literals = literalsOf(context.analysis, variant);
    if (literals.length === 0) continue;
    const test = literals
      .map(({ name, value }) => `${file.helper("matches")}(value, ${name}, ${value})`)
      .join(" && ");
    const result = context.analysis.needsReading(variant)
      ? `${context.converters.reader(file, variant)}(value, walk)`
      : `value as ${type}`;
    identified.set(variant, `if (${test}) return ${result};`);
  }
  const attempts = union.variants
    .filter((variant) => !identified.has(variant) && context.analysis.needsReading(variant))
    // A record accepts any name, so models come first.
    .toSorted((left, right) => Number(left.kind === "record") - Number(right.kind === "record"))
    .map((variant) => {
      const names = namesOf(context, variant, ({ readable }) => readable, "wireName");
      const read = `read: ${context.converters.reader(file, variant)}`;
      return names === undefined ? `{ ${read} }` : `{ ${read}, names: ${JSON.stringify(names)} }`;
    });
  const rest =
    attempts.length === 0
      ? `${file.helper("readAnything")}(value, walk)`
      : `${file.helper("firstOf")}(value, walk, [${attempts.join(", ")}])`;
  return `${head}
  ${[...identified.values()].join("\n  ")}
  return ${rest};
}`;
}

/** Returns the required literals of a model by wire name, as source text. */
function literalsOf(
  analysis: TypeAnalysis,
  type: TypePlan,
): readonly { readonly name: string; readonly value: string }[] {
  const model = type.kind === "model" ? analysis.model(type.ref) : undefined;
  if (model === undefined) return [];
  return analysis
    .allProperties(model)
    .flatMap((property) =>
      property.type.kind === "literal" && !property.optional
        ? [{ name: JSON.stringify(property.wireName), value: JSON.stringify(property.type.value) }]
        : [],
    );
}
