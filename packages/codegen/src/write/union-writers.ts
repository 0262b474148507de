import type { Shape, TypePlan, UnionPlan } from "../plan/types.ts";
import { isPresentIn } from "../plan/shape.ts";
import { codecOf, isLeaf } from "../plan/wire/codecs.ts";
import { codecTest } from "./codecs.ts";
import { guardOf, guardTest } from "./guards.ts";
import type { SourceFile } from "./source-file.ts";
import { access, propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** Writes the statements that write a value as the variant of a union that it belongs to. */
export function unionStatements(
  context: WriteContext,
  file: SourceFile,
  union: UnionPlan,
  shape: Shape,
): string {
  if (union.discriminated !== undefined) return kindStatements(context, file, union, shape);
  const variants = flatVariants(context, union);
  const isWritten = (type: TypePlan): boolean => context.analysis.needsWriting(type, shape);
  const leaves = variants.filter((type) => isLeaf(type) && isWritten(type));
  const statements = [
    ...leaves.map((type) => writeIf(context, file, type, shape, leafTest(type))),
    ...listStatements(context, file, variants, shape),
    objectStatement(context, file, variants, shape) ?? "return value;",
  ];
  return statements.join("\n");
}

function leafTest(type: TypePlan): string {
  return isLeaf(type) ? codecTest(codecOf(type), "value") : "";
}

function writeIf(
  context: WriteContext,
  file: SourceFile,
  type: TypePlan,
  shape: Shape,
  test: string,
): string {
  const writer = context.converters.writer(file, type, shape);
  // The test may have narrowed the type so far that TypeScript reports the conversion as a mistake.
  return `if (${test}) return ${writer}(value as unknown as ${context.types.text(file, type, shape)});`;
}

/** Writes the lists and tuples of a union. If there are several, their items are tested. */
function listStatements(
  context: WriteContext,
  file: SourceFile,
  variants: readonly TypePlan[],
  shape: Shape,
): readonly string[] {
  const lists = variants.filter(({ kind }) => kind === "array" || kind === "tuple");
  const isOnly = lists.length === 1 && !variants.some(({ kind }) => kind === "unknown");
  return lists
    .filter((type) => context.analysis.needsWriting(type, shape))
    .map((type) =>
      writeIf(
        context,
        file,
        type,
        shape,
        isOnly ? "Array.isArray(value)" : guardTest(context, file, type, shape, "value"),
      ),
    );
}

const objectKinds: ReadonlySet<TypePlan["kind"]> = new Set(["model", "union", "record"] as const);

/** Writes the objects of a union: the one variant with objects, or the one that fits best. */
function objectStatement(
  context: WriteContext,
  file: SourceFile,
  variants: readonly TypePlan[],
  shape: Shape,
): string | undefined {
  const objects = variants
    .filter(({ kind }) => objectKinds.has(kind))
    // A record accepts any name, so models come first.
    .toSorted((left, right) => Number(left.kind === "record") - Number(right.kind === "record"));
  const [only] = objects;
  if (only === undefined || !objects.some((type) => context.analysis.needsWriting(type, shape)))
    return undefined;
  if (objects.length === 1 && !variants.some(({ kind }) => kind === "unknown")) {
    return `${writeIf(context, file, only, shape, `${file.helper("isRecord")}(value)`)}\nreturn value;`;
  }
  const entries = objects.map((type) => variantText(context, file, type, shape));
  return `return ${file.helper("writeVariant")}(value, [${entries.join(", ")}]);`;
}

/** Writes a variant with its test, its names and its writer. */
function variantText(
  context: WriteContext,
  file: SourceFile,
  type: TypePlan,
  shape: Shape,
): string {
  const fits =
    type.kind === "model" || type.kind === "union"
      ? guardOf(context, file, type.ref, shape)
      : `(value) => ${guardTest(context, file, type, shape, "value")}`;
  const names = namesOf(context, type, (property) => isPresentIn(property, shape), "name");
  const writer = context.converters.writer(file, type, shape);
  const members = [
    `fits: ${fits}`,
    ...(names === undefined ? [] : [`names: ${JSON.stringify(names)}`]),
    ...(writer === undefined ? [] : [`write: ${writer}`]),
  ];
  return `{ ${members.join(", ")} }`;
}

/** Returns the names that the objects of a variant declare; undefined if they can have any. */
export function namesOf(
  { analysis }: WriteContext,
  type: TypePlan,
  isPresent: (property: Parameters<typeof isPresentIn>[0]) => boolean,
  name: "name" | "wireName",
): readonly string[] | undefined {
  const model = type.kind === "model" ? analysis.model(type.ref) : undefined;
  if (model === undefined || analysis.additionalOf(model) !== undefined) return undefined;
  const related = [
    model,
    ...(model.discriminator?.subtypes ?? []).flatMap(({ model: ref }) => analysis.model(ref) ?? []),
  ];
  const all = related.flatMap((one) => analysis.allProperties(one)).filter(isPresent);
  return [...new Set(all.map((property) => property[name]))];
}

/** Writes the variants of a union whose discriminator identifies them. */
function kindStatements(
  context: WriteContext,
  file: SourceFile,
  { discriminated, variants }: UnionPlan,
  shape: Shape,
): string {
  if (discriminated === undefined) return "";
  const { envelope, kinds, property } = discriminated;
  const cases = variants.map((variant, index) => {
    const writer = context.converters.writer(file, variant, shape);
    const kind = JSON.stringify(kinds[index]);
    const result =
      writer === undefined
        ? "value"
        : envelope === undefined
          ? `{ ...(${writer}(value) as object), ${propertyKey(property)}: ${kind} }`
          : `{ ...value, ${propertyKey(envelope)}: ${writer}(${access("value", envelope)}) }`;
    return `case ${kind}:\n      return ${result};`;
  });
  return `switch (${access("value", property)}) {
    ${cases.join("\n    ")}
    default:
      return value;
  }`;
}

/** Returns the variants of a union. A union among them is replaced by its variants. */
function flatVariants(
  context: WriteContext,
  union: UnionPlan,
  seen: ReadonlySet<string> = new Set(),
): readonly TypePlan[] {
  const below = new Set([...seen, union.name]);
  const all = union.variants.flatMap((variant) => {
    const type = variant.kind === "nullable" ? variant.of : variant;
    const inner = type.kind === "union" ? context.analysis.union(type.ref) : undefined;
    if (inner === undefined || inner.discriminated !== undefined) return [type];
    return below.has(inner.name) ? [] : flatVariants(context, inner, below);
  });
  return [...new Map(all.map((type) => [JSON.stringify(type), type])).values()];
}
