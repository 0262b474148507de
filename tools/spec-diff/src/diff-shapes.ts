import type { Direction, Report } from "./change.ts";
import { describeShape, type Limits, type Shape } from "./contract.ts";

/** The place of a shape, and where it is used. */
export interface ShapePlace {
  readonly place: string;
  readonly direction: Direction;
  readonly operations: readonly string[];
}

/** Whether a name of the old contract and a name of the new one identify the same type, possibly renamed. */
export type SameName = (before: string, after: string) => boolean;

/** Reports the differences between two shapes. The types that they name are compared elsewhere. */
export function diffShapes(
  before: Shape,
  after: Shape,
  at: ShapePlace,
  same: SameName,
  report: Report,
): void {
  diffMarks(before, after, at, report);
  const { place, operations } = at;
  if (before.kind === "array" && after.kind === "array") {
    diffLimits(before.limits, after.limits, at, report);
    return diffShapes(before.items, after.items, { ...at, place: `${place}[]` }, same, report);
  }
  if (before.kind === "map" && after.kind === "map") {
    return diffShapes(before.values, after.values, { ...at, place: `${place}{}` }, same, report);
  }
  if (before.kind === "either" && after.kind === "either") {
    return diffVariants(before.variants, after.variants, at, same, report);
  }
  if ("name" in before && "name" in after && before.kind === after.kind) {
    if (same(before.name, after.name)) return;
    return reportType(before, after, at, report);
  }
  if (before.kind !== "value" || after.kind !== "value" || before.type !== after.type) {
    return reportType(before, after, at, report);
  }
  if (before.format !== after.format) {
    const shapes = { before: describeShape(before), after: describeShape(after) };
    report({ class: "breaking", kind: "format-changed", place, operations, ...shapes });
  }
  diffLimits(before.limits, after.limits, at, report);
}

function reportType(before: Shape, after: Shape, at: ShapePlace, report: Report): void {
  const { place, operations } = at;
  const shapes = { before: describeShape(before), after: describeShape(after) };
  report({ class: "breaking", kind: "type-changed", place, operations, ...shapes });
}

/** Reports the differences between the variants of a union. */
export function diffVariants(
  before: readonly Shape[],
  after: readonly Shape[],
  at: ShapePlace,
  same: SameName,
  report: Report,
): void {
  const { place, operations, direction } = at;
  const rest = new Set(after);
  for (const old of before) {
    const now = [...rest].find((one) => isSameVariant(old, one, same));
    if (now !== undefined) {
      rest.delete(now);
      diffShapes(old, now, at, same, report);
      continue;
    }
    report({
      class: "removal",
      kind: "variant-removed",
      place,
      operations,
      before: describeShape(old),
    });
  }
  for (const now of rest) {
    report({
      class: direction.answer ? "breaking" : "addition",
      kind: "variant-added",
      place,
      operations,
      after: describeShape(now),
      ...(direction.answer && { because: "clients may not expect it" }),
    });
  }
}

function isSameVariant(old: Shape, now: Shape, same: SameName): boolean {
  if ("name" in old && "name" in now && old.kind === now.kind) return same(old.name, now.name);
  return describeShape(old) === describeShape(now);
}

/** Reports differences that values of any type can have: default, XML form, null. */
function diffMarks(before: Shape, after: Shape, at: ShapePlace, report: Report): void {
  const { place, operations } = at;
  if (before.fallback !== after.fallback) {
    report({
      class: "breaking",
      kind: "default-changed",
      place,
      operations,
      before: before.fallback ?? "none",
      after: after.fallback ?? "none",
    });
  }
  if (before.xml !== after.xml) {
    const forms = { before: before.xml ?? "default", after: after.xml ?? "default" };
    report({ class: "breaking", kind: "xml-changed", place, operations, ...forms });
  }
  diffNullable(before.nullable === true, after.nullable === true, at, report);
}

/** Reports that a value became nullable, or is no longer nullable. */
export function diffNullable(
  old: boolean,
  now: boolean,
  { place, operations, direction }: ShapePlace,
  report: Report,
): void {
  if (old === now) return;
  const breaks = now ? direction.answer : direction.request;
  report({
    class: breaks ? "breaking" : "addition",
    kind: "nullable-changed",
    place,
    operations,
    before: old ? "may be null" : "never null",
    after: now ? "may be null" : "never null",
    ...(breaks && { because: now ? "responses may contain null" : "null is no longer accepted" }),
  });
}

const UPPER = new Set(["maximum", "exclusiveMaximum", "maxLength", "maxItems"]);
const LOWER = new Set(["minimum", "exclusiveMinimum", "minLength", "minItems"]);

function diffLimits(before: Limits, after: Limits, at: ShapePlace, report: Report): void {
  for (const keyword of [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()) {
    const old = before[keyword];
    const now = after[keyword];
    if (old === now) continue;
    const tighter = now !== undefined && (old === undefined || isTighter(keyword, old, now));
    const looser = old !== undefined && (now === undefined || isTighter(keyword, now, old));
    const breaks = (tighter && at.direction.request) || (looser && at.direction.answer);
    const because = tighter
      ? "the service accepts fewer values than before"
      : "responses may contain values that they did not contain before";
    report({
      class: breaks ? "breaking" : "addition",
      kind: "limit-changed",
      place: at.place,
      operations: at.operations,
      before: `${keyword} ${old ?? "unset"}`,
      after: `${keyword} ${now ?? "unset"}`,
      ...(breaks && { because }),
    });
  }
}

function isTighter(keyword: string, old: Limits[string], now: Limits[string]): boolean {
  if (UPPER.has(keyword)) return Number(now) < Number(old);
  if (LOWER.has(keyword)) return Number(now) > Number(old);
  // Patterns have no order, so a changed pattern counts as tighter and looser at once.
  return true;
}

/** A body whose shape depends on the media type. */
interface WithOthers {
  readonly shape?: Shape;
  readonly otherShapes?: ReadonlyMap<string, Shape>;
}

/** Reports the differences in media types for which a body has another shape. */
export function diffOtherShapes(
  old: WithOthers,
  now: WithOthers,
  at: ShapePlace,
  same: SameName,
  report: Report,
): void {
  const types = [...(old.otherShapes?.keys() ?? []), ...(now.otherShapes?.keys() ?? [])];
  for (const type of new Set(types)) {
    const before = old.otherShapes?.get(type) ?? old.shape;
    const after = now.otherShapes?.get(type) ?? now.shape;
    if (before === undefined || after === undefined) continue;
    diffShapes(before, after, { ...at, place: `${at.place} as ${type}` }, same, report);
  }
}
