import type { ModelPlan, Shape, UnionPlan } from "../plan/types.ts";
import { allShapes, isPartial, isPresentIn } from "../plan/shape.ts";
import { writersPath } from "./paths.ts";
import { writerNameOf } from "./function-names.ts";
import { writeGuard } from "./guards.ts";
import type { SourceFile } from "./source-file.ts";
import { SourceFiles } from "./source-files.ts";
import { unionStatements } from "./union-writers.ts";
import { access, modelsNamespace, modelsPath, propertyKey } from "./type-text.ts";
import { pastValuesText, speaksText, viewsOf, type SeenProperty } from "./versions.ts";
import type { WriteContext } from "./write-context.ts";

/** Writes the functions that convert models to JSON, as far as they are used. */
export function writeWriters(context: WriteContext): readonly SourceFile[] {
  const files = new SourceFiles(context, writersPath, modelsNamespace);
  const { analysis, converters } = context;
  const written = new Map<string, string>();
  // Enums are also written in URLs and headers.
  for (const { name } of context.plan.enums) {
    if (analysis.isVersioned(name)) converters.writers.add(name);
  }
  for (;;) {
    const next = [...converters.writers].find((key) => !written.has(key));
    if (next === undefined) break;
    written.set(next, "");
    const [name = "", face = "input"] = next.split(" ");
    const shape = context.types.requestShape(name, face as Shape);
    // Enum writers are in one file, because URLs and headers can use them anywhere.
    const file = context.analysis.enum(name) === undefined ? files.of(name) : files.whole;
    const model = analysis.model(name);
    const union = analysis.union(name);
    if (model !== undefined) {
      written.set(next, writeModelWriter(context, file, model, shape));
    } else if (union !== undefined) {
      written.set(next, writeUnionWriter(context, file, union, shape));
    } else {
      written.set(next, writeEnumWriter(context, file, name));
    }
  }
  const guards = writeGuards(context, files);
  for (const { name } of [...context.plan.models, ...context.plan.unions]) {
    for (const shape of allShapes) {
      const key = `${name} ${shape}`;
      if (written.has(key)) files.of(name).add(written.get(key));
      if (guards.has(key)) files.of(name).add(guards.get(key));
    }
  }
  for (const { name } of context.plan.enums) {
    if (written.has(name)) files.whole.add(written.get(name));
  }
  return files.all;
}

/** Writes the functions that recognize the variants of unions, as far as they are used. */
function writeGuards(context: WriteContext, files: SourceFiles): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const key of context.converters.guards) {
    const [name = "", face = "input"] = key.split(" ");
    const shape = context.types.requestShape(name, face as Shape);
    written.set(key, writeGuard(context, files.of(name), name, shape));
  }
  return written;
}

function writeModelWriter(
  context: WriteContext,
  file: SourceFile,
  model: ModelPlan,
  shape: Shape,
): string {
  const { types, analysis, converters } = context;
  const type = file.type(modelsPath, types.faceName(model.name, shape));
  const name = writerName(context, model.name, shape);
  if (model.discriminator === undefined) {
    return functionText(
      context,
      file,
      model.name,
      name,
      type,
      writeBody(context, file, model, shape, "value"),
    );
  }
  const base = file.type(modelsPath, `${types.faceName(model.name, shape)}Base`);
  const cases = model.discriminator.subtypes.map(({ value, model: subtype }) => {
    const call = analysis.needsWriting({ kind: "model", ref: subtype }, shape)
      ? `${converters.writer(file, { kind: "model", ref: subtype }, shape)}(value)`
      : "value";
    return `case ${JSON.stringify(value)}:\n      return ${call};`;
  });
  return functionText(
    context,
    file,
    model.name,
    name,
    type,
    `switch (${access("value", model.discriminator.property)}) {
    ${cases.join("\n    ")}
    default: {
      const other: ${base} = value;
      ${writeBody(context, file, model, shape, "other")}
    }
  }`,
  );
}

/** Writes a function. If its result depends on the API version, it takes the context first. */
function functionText(
  { analysis }: WriteContext,
  file: SourceFile,
  type: string,
  name: string,
  typeText: string,
  body: string,
): string {
  if (!analysis.isVersioned(type)) {
    return `export function ${name}(value: ${typeText}): unknown {\n${body}\n}`;
  }
  return `export function ${name}(context: ${file.helperType("ClientContext")}): (value: ${typeText}) => unknown {
  return (value) => {\n${body}\n};
}`;
}

/** Writes the writer of an enum whose values differ in some API versions. */
function writeEnumWriter(context: WriteContext, file: SourceFile, name: string): string {
  const plan = context.analysis.enum(name);
  if (plan === undefined) return "";
  const body = `return ${file.helper("valueThen")}(context, value, ${pastValuesText(plan)});`;
  // The value is a string, in URLs and in bodies.
  return `export function ${writerNameOf(name)}(context: ${file.helperType("ClientContext")}): (value: ${file.type(modelsPath, name)}) => string {
  return (value) => {\n${body}\n};
}`;
}

/** Writes a model in the form of each API version. */
function writeBody(
  context: WriteContext,
  file: SourceFile,
  model: ModelPlan,
  shape: Shape,
  from: string,
): string {
  return viewsOf(context.analysis.allProperties(model))
    .map(({ versions, properties }) => {
      const body = writeView(context, file, model, shape, from, properties);
      return versions === undefined ? body : `if (${speaksText(file, versions)}) {\n${body}\n}`;
    })
    .join("\n");
}

/** Copies properties that are equal on the wire, and converts the others. */
function writeView(
  context: WriteContext,
  file: SourceFile,
  model: ModelPlan,
  shape: Shape,
  from: string,
  properties: readonly SeenProperty[],
): string {
  const { analysis, converters } = context;
  const dropped: string[] = [];
  const written: string[] = [];
  for (const property of properties) {
    if (property.metadata === true || !isPresentIn(property, shape)) {
      dropped.push(property.name);
      continue;
    }
    const expression = writtenValue(context, file, property, shape, access(from, property.name));
    if (property.wireName !== property.name) dropped.push(property.name);
    if (expression !== undefined || property.wireName !== property.name) {
      written.push(
        `${propertyKey(property.wireName)}: ${expression ?? access(from, property.name)}`,
      );
    }
  }
  const additional = analysis.additionalOf(model);
  const additionalWriter =
    additional === undefined ? undefined : converters.writer(file, additional, shape);
  const rest =
    dropped.length === 0
      ? from
      : `${file.helper("without")}(${from}, ${dropped.map((name) => JSON.stringify(name)).join(", ")})`;
  if (additionalWriter !== undefined) {
    const known = properties.map((property) => JSON.stringify(property.name)).join(", ");
    return `return { ...${rest}, ...${file.helper("writeOthers")}(${from}, ${additionalWriter}, [${known}]), ${written.join(", ")} };`;
  }
  return written.length === 0 ? `return ${rest};` : `return { ...${rest}, ${written.join(", ")} };`;
}

/** Writes the expression for the value of a property; undefined if it is sent unchanged. */
export function writtenValue(
  context: WriteContext,
  file: SourceFile,
  property: SeenProperty,
  shape: Shape,
  member: string,
): string | undefined {
  const type = property.type.kind === "nullable" ? property.type.of : property.type;
  const writer = context.converters.writer(file, type, shape);
  if (writer === undefined) return undefined;
  const plain = !property.optional && property.type.kind !== "nullable" && !isPartial(shape);
  const types = property.joined ?? [];
  const isJoined = new Set(types.map((one) => context.types.text(file, one, shape))).size > 1;
  // The value has the type of the property in this version.
  const value = isJoined
    ? `(${member} as ${context.types.text(file, property.type, shape)}${plain ? "" : " | null | undefined"})`
    : member;
  return plain ? `${writer}(${value})` : `${file.helper("maybe")}(${value}, ${writer})`;
}

function writeUnionWriter(
  context: WriteContext,
  file: SourceFile,
  union: UnionPlan,
  shape: Shape,
): string {
  const type = file.type(modelsPath, context.types.faceName(union.name, shape));
  const name = writerName(context, union.name, shape);
  const statements = unionStatements(context, file, union, shape);
  return functionText(context, file, union.name, name, type, statements);
}

/** Returns the name of a model's writer for a shape. */
function writerName(context: WriteContext, name: string, shape: Shape): string {
  return writerNameOf(context.types.faceName(name, shape));
}
