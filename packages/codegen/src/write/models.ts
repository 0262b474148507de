import type {
  EnumPlan,
  ModelPlan,
  PackagePlan,
  PropertyPlan,
  Shape,
  UnionPlan,
} from "../plan/types.ts";
import { isPartial, isPatch, isPresentIn } from "../plan/shape.ts";
import { typesOf } from "../plan/versions/types.ts";
import { docComment, firstSentence } from "./docs.ts";
import { SourceFile } from "./source-file.ts";
import { SourceFiles } from "./source-files.ts";
import { modelsPath, propertyKey, type TypeText } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** Writes the interfaces of models, and the types of enums and unions. */
export function writeModels(context: WriteContext): readonly SourceFile[] {
  const { layout, plan, types } = context;
  const files = new SourceFiles(context, modelsPath);
  for (const model of plan.models) {
    const file = files.of(model.name);
    for (const shape of types.faces(model.name)) {
      file.add(...writeModel(plan, types, file, model, shape));
    }
  }
  for (const type of plan.enums) files.of(type.name).add(writeEnum(type));
  for (const union of plan.unions) {
    const file = files.of(union.name);
    for (const shape of types.faces(union.name)) {
      file.add(writeUnion(types, file, union, shape));
    }
  }
  if (layout.files.length === 0) return files.all;
  const all = new SourceFile(modelsPath, context.runtime);
  const exports = layout.files.map(
    (name) => `export * from ${JSON.stringify(`./${layout.pathIn(modelsPath, name)}`)};`,
  );
  all.add(exports.join("\n"));
  return [...files.all, all];
}

/** Writes a model. A discriminated base becomes two types: the common properties, and the union of the kinds. */
function writeModel(
  plan: PackagePlan,
  types: TypeText,
  file: SourceFile,
  model: ModelPlan,
  shape: Shape,
): readonly string[] {
  const name = types.faceName(model.name, shape);
  if (model.discriminator === undefined) {
    return [writeInterface(plan, types, file, model, shape, name, docComment(model.doc))];
  }
  const shared = docComment({
    text: `The common properties of all kinds of {@link ${name}}, including kinds that this version does not know.`,
  });
  const kinds = model.discriminator.subtypes.map(({ model: subtype }) =>
    types.named(file, subtype, types.faceName(subtype, shape)),
  );
  const { property } = model.discriminator;
  const own =
    model.discriminatorValue !== undefined && isOwnDiscriminator(model)
      ? [
          `(${name}Base & { ${propertyKey(property)}: ${JSON.stringify(model.discriminatorValue)} })`,
        ]
      : [];
  const members = [...new Set([...own, ...kinds])];
  const doc = docComment({
    ...model.doc,
    text: [
      model.doc?.text ?? "",
      `\`${model.discriminator.property}\` identifies the kind. An unknown kind is returned with all its properties, as a {@link ${name}Base}.`,
    ]
      .filter((part) => part !== "")
      .join("\n\n"),
  });
  return [
    writeInterface(plan, types, file, model, shape, `${name}Base`, shared),
    `${doc}export type ${name} = ${members.join(" | ")};`,
  ];
}

function writeInterface(
  plan: PackagePlan,
  types: TypeText,
  file: SourceFile,
  model: ModelPlan,
  shape: Shape,
  name: string,
  doc: string,
): string {
  const base = plan.models.find((candidate) => candidate.name === model.base);
  const baseName =
    base === undefined
      ? undefined
      : types.named(
          file,
          base.name,
          `${types.faceName(base.name, shape)}${base.discriminator === undefined ? "" : "Base"}`,
        );
  const lines = model.properties
    .filter((property) => isPresent(types, property, shape, model))
    .map((property) =>
      // Subkinds have other discriminator values, so the common type must leave it open.
      model.discriminator !== undefined &&
      property.name === model.discriminator.property &&
      property.type.kind === "literal"
        ? writeProperty(types, file, { ...property, type: { kind: "string" } }, shape)
        : writeProperty(types, file, property, shape),
    );
  const inherited = base === undefined ? new Set<string>() : redeclared(plan, model, base);
  const extend =
    baseName === undefined
      ? ""
      : inherited.size === 0
        ? ` extends ${baseName}`
        : ` extends Omit<${baseName}, ${[...inherited].map((key) => JSON.stringify(key)).join(" | ")}>`;
  if (model.additional !== undefined) {
    lines.push(writeAdditional(plan, types, file, model, shape));
  }
  return `${doc}export interface ${name}${extend} {\n${lines.join("\n")}\n}`;
}

/** True for a kind that has subkinds with the same discriminator. */
function isOwnDiscriminator(model: ModelPlan): boolean {
  return model.properties.some(
    (property) =>
      property.name === model.discriminator?.property && property.type.kind === "literal",
  );
}

/** Returns the properties that a model declares again without narrowing their types. */
function redeclared(plan: PackagePlan, model: ModelPlan, base: ModelPlan): Set<string> {
  const names = new Set<string>();
  for (const property of model.properties) {
    for (let at: ModelPlan | undefined = base; at !== undefined; at = parentOf(plan, at)) {
      const other = at.properties.find((candidate) => candidate.name === property.name);
      if (other === undefined || property.discriminator) continue;
      if (
        JSON.stringify(typesOf(other)) !== JSON.stringify(typesOf(property)) ||
        other.optional !== property.optional
      ) {
        names.add(property.name);
      }
    }
  }
  return names;
}

function parentOf(plan: PackagePlan, model: ModelPlan): ModelPlan | undefined {
  return plan.models.find((candidate) => candidate.name === model.base);
}

function isPresent(
  types: TypeText,
  property: PropertyPlan,
  shape: Shape,
  model: ModelPlan,
): boolean {
  if (shape === "output") {
    // An optional property that is only sent is in the type that requests and responses share.
    const isShared = model.shapes.some(
      (other) =>
        other !== "output" &&
        isPresentIn(property, other) &&
        types.faceOf(model.name, other) === "output",
    );
    return property.readable || isShared || !model.shapes.includes("output");
  }
  // Optional read-only properties are allowed in requests, so that a response can be sent back. They are not sent.
  return isPresentIn(property, shape) || property.optional || property.discriminator;
}

function writeProperty(
  types: TypeText,
  file: SourceFile,
  property: PropertyPlan,
  shape: Shape,
): string {
  const text = types.joinedText(file, typesOf(property), shape);
  const nullable =
    isPatch(shape) && property.optional && property.writable && !text.endsWith("| null")
      ? " | null"
      : "";
  const readonly = property.readable && !property.writable ? "readonly " : "";
  const isOptional = property.optional || (isPartial(shape) && !property.discriminator);
  return `${docComment(property.doc)}${readonly}${propertyKey(property.name)}${isOptional ? "?" : ""}: ${text}${nullable};`;
}

/**
 * Writes the index signature for additional properties. In TypeScript it must include the types of the declared
 * properties, including those of models that extend this one.
 */
function writeAdditional(
  plan: PackagePlan,
  types: TypeText,
  file: SourceFile,
  model: ModelPlan,
  shape: Shape,
): string {
  const own =
    model.additional === undefined ? "unknown" : types.text(file, model.additional, shape);
  if (own === "unknown") return "/** Additional properties. */\n[name: string]: unknown;";
  const all = new Set([own]);
  for (const relative of relativesOf(plan, model)) {
    if (relative.additional !== undefined) all.add(types.text(file, relative.additional, shape));
    for (const property of relative.properties) {
      if (!isPresent(types, property, shape, relative)) continue;
      all.add(types.joinedText(file, typesOf(property), shape));
      if (property.optional || isPartial(shape)) all.add("undefined");
    }
  }
  return `/** Additional properties of type \`${own}\`. */\n[name: string]: ${[...all].join(" | ")};`;
}

/** Returns a model, its bases, and the models that extend it or its bases. */
function relativesOf(plan: PackagePlan, model: ModelPlan): readonly ModelPlan[] {
  const family = new Set<ModelPlan>();
  for (let at: ModelPlan | undefined = model; at !== undefined; at = parentOf(plan, at)) {
    family.add(at);
  }
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const candidate of plan.models) {
      const parent = parentOf(plan, candidate);
      if (parent !== undefined && family.has(parent)) family.add(candidate);
    }
  }
  return [...family];
}

function writeEnum(type: EnumPlan): string {
  const values = type.values.map(({ value }) => JSON.stringify(value));
  const open = type.open ? [type.numeric ? "(number & {})" : "(string & {})"] : [];
  const listed = type.values
    .map(({ value, doc }) => ({ value, text: firstSentence(doc), versions: doc?.versions }))
    .filter(({ text, versions }) => text !== undefined || versions !== undefined)
    .map(({ value, text, versions }) => {
      const only =
        versions === undefined
          ? ""
          : ` (API version${versions.length === 1 ? "" : "s"} ${versions.join(", ")} only)`;
      return `- \`${value}\`${text === undefined ? "" : `: ${text}`}${only}`;
    });
  const text = [type.doc?.text ?? "", listed.join("\n")].filter((part) => part !== "").join("\n\n");
  const doc = docComment({ ...type.doc, text });
  return `${doc}export type ${type.name} = ${[...values, ...open].join(" | ") || "never"};`;
}

function writeUnion(types: TypeText, file: SourceFile, union: UnionPlan, shape: Shape): string {
  const name = types.faceName(union.name, shape);
  const { discriminated } = union;
  const variants = union.variants.map((variant, index) => {
    const text = types.aliasText(file, variant, shape);
    if (discriminated === undefined) return text;
    const kind = JSON.stringify(discriminated.kinds[index] ?? "");
    const key = propertyKey(discriminated.property);
    return discriminated.envelope === undefined
      ? `(${text} & { ${key}: ${kind} })`
      : `{ ${key}: ${kind}; ${propertyKey(discriminated.envelope)}: ${text} }`;
  });
  return `${docComment(union.doc)}export type ${name} = ${[...new Set(variants)].join(" | ") || "never"};`;
}
