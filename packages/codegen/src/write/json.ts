import { isPresentIn } from "../plan/shape.ts";
import type { Shape, TypePlan } from "../plan/types.ts";
import { hasDates } from "./dates.ts";
import type { SourceFile } from "./source-file.ts";
import { propertyKey } from "./type-text.ts";
import { speaksText, viewsOf, type SeenProperty } from "./versions.ts";
import type { WriteContext } from "./write-context.ts";
import { writtenValue } from "./writers.ts";

/** A type in one of its shapes. */
export interface UsedType {
  readonly type: TypePlan;
  readonly shape: Shape;
}

/** Writes the expression for a value as JSON. */
export function jsonText(
  context: WriteContext,
  file: SourceFile,
  used: UsedType,
  value: string,
  optional: boolean,
): string {
  const writer = context.converters.writer(file, used.type, used.shape);
  const stringify = stringifier(context, file, used);
  if (writer === undefined) return `${stringify}(${value})`;
  return `${stringify}(${optional ? `${file.helper("maybe")}(${value}, ${writer})` : `${writer}(${value})`})`;
}

/** Returns the function that serializes a value as JSON. Values with dates need a special one. */
export function stringifier(
  context: WriteContext,
  file: SourceFile,
  { type, shape }: UsedType,
): string {
  return hasDates(context.analysis, type, shape) ? file.helper("jsonWithDates") : "JSON.stringify";
}

/** Returns the expression for a property, and whether it can be undefined; undefined if there is none. */
export type MemberText = (
  name: string,
) => { readonly text: string; readonly optional: boolean } | undefined;

/** Writes an object for a model whose properties come from several arguments, in the form of each API version. */
export function writtenObject(
  context: WriteContext,
  file: SourceFile,
  { type, shape }: UsedType,
  member: MemberText,
): string {
  const model = type.kind === "model" ? context.analysis.model(type.ref) : undefined;
  const properties = model === undefined ? [] : context.analysis.allProperties(model);
  const views = viewsOf(properties).map((view) => ({
    ...view,
    text: objectText(context, file, view.properties, shape, member),
  }));
  const newest = views.at(-1)?.text ?? "{}";
  return views.reduceRight(
    (rest, { text, versions }) =>
      versions === undefined || text === newest
        ? rest
        : `${speaksText(file, versions)} ? ${text} : ${rest}`,
    newest,
  );
}

/** Writes an object literal with properties in one version. */
function objectText(
  context: WriteContext,
  file: SourceFile,
  properties: readonly SeenProperty[],
  shape: Shape,
  member: MemberText,
): string {
  const members = properties.flatMap((property) => {
    const found = member(property.name);
    if (found === undefined || property.metadata === true || !isPresentIn(property, shape))
      return [];
    const optional = found.optional || property.optional;
    const text =
      writtenValue(context, file, { ...property, optional }, shape, found.text) ?? found.text;
    return text === "undefined" ? [] : [`${propertyKey(property.wireName)}: ${text}`];
  });
  return `{ ${members.join(", ")} }`;
}
