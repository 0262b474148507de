import type { ModelPlan, PropertyPlan, UnionPlan } from "../plan/types.ts";
import { readersPath } from "./converters.ts";
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
  const key = file.helperType("Key");
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

/** The statements that read the properties of a model, grouped where the same reader does it. */
function readStatements(context: WriteContext, file: SourceFile, model: ModelPlan): string[] {
  const { converters } = context;
  const statements: string[] = [];
  const groups = new Map<string, string[]>();
  const renames: string[] = [];
  const properties = converters
    .allProperties(model)
    .filter(
      (property) =>
        property.readable && property.metadata !== true && property.type.kind !== "never",
    );
  for (const property of properties) {
    const how = howToRead(context, file, property);
    if (how !== undefined) {
      const names = groups.get(how) ?? [];
      groups.set(how, names);
      names.push(JSON.stringify(property.wireName));
    }
    if (property.wireName !== property.name) {
      renames.push(
        `${file.helper("rename")}(object, ${JSON.stringify(property.wireName)}, ${JSON.stringify(property.name)});`,
      );
    }
  }
  for (const [how, names] of groups) statements.push(`${how}, ${names.join(", ")});`);
  const additional = converters.additionalOf(model);
  if (additional !== undefined && converters.needsConverting(additional)) {
    const known = properties.map((property) => JSON.stringify(property.wireName)).join(", ");
    statements.push(
      `${file.helper("readOthers")}(object, ${converters.reader(file, additional)}, [${known}]);`,
    );
  }
  return [...statements, ...renames];
}

function howToRead(
  context: WriteContext,
  file: SourceFile,
  property: PropertyPlan,
): string | undefined {
  const { converters } = context;
  if (property.emptyAsNull === true) {
    return `${file.helper("optional")}(object, ${file.helper("orEmpty")}(${converters.reader(file, property.type)})`;
  }
  if (!property.optional) {
    return `${file.helper("required")}(object, ${converters.reader(file, property.type)}`;
  }
  const type = property.type.kind === "nullable" ? property.type.of : property.type;
  if (!converters.needsConverting(type)) return undefined;
  return `${file.helper("optional")}(object, ${converters.reader(file, type)}`;
}

/** Reads a union whose variants a discriminator tells apart, or whose JSON types do. */
function writeUnionReader(context: WriteContext, file: SourceFile, union: UnionPlan): string {
  const type = file.type(modelsPath, union.name);
  const key = file.helperType("Key");
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
  const attempts = union.variants
    .filter((variant) => context.converters.needsReading(variant))
    .map((variant) => context.converters.reader(file, variant));
  return `${head}
  return ${file.helper("firstOf")}(value, holder, key, [${attempts.join(", ")}]) as ${type};
}`;
}
