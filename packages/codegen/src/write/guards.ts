import type { ModelPlan, PropertyPlan, Shape, TypePlan, UnionPlan } from "../plan/types.ts";
import { assertNever } from "../plan/assert-never.ts";
import { isPartial, isPresentIn, itemShape } from "../plan/shape.ts";
import { typesOf } from "../plan/versions/types.ts";
import { codecOf, isLeaf } from "../plan/wire/codecs.ts";
import { codecTest } from "./codecs.ts";
import { guardNameOf } from "./function-names.ts";
import { writersPath } from "./paths.ts";
import type { SourceFile } from "./source-file.ts";
import { access } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** Writes a test at run time: whether an expression is a value of a type, as the client has it. */
export function guardTest(
  context: WriteContext,
  file: SourceFile,
  type: TypePlan,
  shape: Shape,
  value: string,
): string {
  if (type.kind === "literal") return `${value} === ${JSON.stringify(type.value)}`;
  if (isLeaf(type)) return codecTest(codecOf(type), value);
  const inner = (of: TypePlan, at: Shape, name: string): string =>
    guardTest(context, file, of, at, name);
  switch (type.kind) {
    case "array": {
      const test = inner(type.of, itemShape(shape), "item");
      const every = test === "true" ? "" : ` && ${value}.every((item: unknown) => ${test})`;
      return `Array.isArray(${value})${every}`;
    }
    case "record": {
      const test = inner(type.of, shape, "item");
      const every = test === "true" ? "" : ` && Object.values(${value}).every((item) => ${test})`;
      return `${file.helper("isRecord")}(${value})${every}`;
    }
    case "tuple": {
      const elements = type.of
        .map((of, index) => inner(of, shape, `${value}[${index}]`))
        .filter((test) => test !== "true");
      return [
        `Array.isArray(${value})`,
        `${value}.length === ${type.of.length}`,
        ...elements.map((test) => `(${test})`),
      ].join(" && ");
    }
    case "nullable": {
      const test = inner(type.of, shape, value);
      return test === "true" ? test : `${value} === null || (${test})`;
    }
    case "part":
      return inner(type.of, shape, value);
    case "model":
    case "union":
      return `${guardOf(context, file, type.ref, shape)}(${value})`;
    case "unknown":
      return "true";
    default:
      return assertNever(type);
  }
}

/** Returns the function that tests for the values of a model or union. */
export function guardOf(
  { converters, layout, types }: WriteContext,
  file: SourceFile,
  name: string,
  shape: Shape,
): string {
  converters.guards.add(`${name} ${types.faceOf(name, shape)}`);
  return file.value(layout.pathOf(writersPath, name), guardNameOf(types.faceName(name, shape)));
}

/** Writes the function that tests for the values of a model or union. */
export function writeGuard(
  context: WriteContext,
  file: SourceFile,
  name: string,
  shape: Shape,
): string {
  const model = context.analysis.model(name);
  const union = context.analysis.union(name);
  const tests =
    model !== undefined
      ? modelTests(context, file, model, shape)
      : union !== undefined
        ? unionTests(context, file, union, shape)
        : [];
  const head = `export function ${guardNameOf(context.types.faceName(name, shape))}(${tests.length === 0 ? "_" : "value"}: unknown): boolean`;
  return `${head} {\n  return ${tests.join(" && ") || "true"};\n}`;
}

/** What distinguishes a model: the properties that it requires, and the types of all. */
function modelTests(
  context: WriteContext,
  file: SourceFile,
  model: ModelPlan,
  shape: Shape,
): readonly string[] {
  const tests = context.analysis
    .allProperties(model)
    .filter((property) => property.metadata !== true && isPresentIn(property, shape))
    .flatMap((property) => propertyTest(context, file, model, property, shape));
  return [`${file.helper("isRecord")}(value)`, ...tests];
}

function propertyTest(
  context: WriteContext,
  file: SourceFile,
  model: ModelPlan,
  property: PropertyPlan,
  shape: Shape,
): readonly string[] {
  const member = access("value", property.name);
  // The kinds of a base have other values of its discriminator.
  const isOpen = model.discriminator?.property === property.name;
  const types = isOpen ? [{ kind: "string" } as const] : typesOf(property);
  const all = new Set(types.map((type) => guardTest(context, file, type, shape, member)));
  const test = all.has("true") ? "true" : [...all].join(" || ");
  const isOptional = property.optional || isPartial(shape);
  if (test === "true") return isOptional ? [] : [`${member} !== undefined`];
  return [isOptional ? `(${member} == null || ${test})` : `(${test})`];
}

function unionTests(
  context: WriteContext,
  file: SourceFile,
  union: UnionPlan,
  shape: Shape,
): readonly string[] {
  const { discriminated } = union;
  if (discriminated !== undefined) {
    const kinds = JSON.stringify(discriminated.kinds);
    const member = access("value", discriminated.property);
    return [`${file.helper("isRecord")}(value)`, `${kinds}.includes(String(${member}))`];
  }
  const tests = union.variants.map((variant) => guardTest(context, file, variant, shape, "value"));
  return tests.includes("true") ? [] : [tests.map((test) => `(${test})`).join(" || ")];
}
