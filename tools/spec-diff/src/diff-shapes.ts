import type { Direction, Report } from "./change.ts";
import { describeShape, type Limits, type Shape } from "./contract.ts";

/** Where a shape stands, for the changes that are found in it. */
export interface ShapePlace {
  readonly place: string;
  readonly direction: Direction;
  readonly operations: readonly string[];
}

/** Whether a name of the old contract and one of the new stand for the same type (a renamed one). */
export type SameName = (before: string, after: string) => boolean;

/** Reports what differs between two shapes, but not inside the types that they name. */
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

/** Reports what differs between the types of which a value has one. */
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
      ...(direction.answer && { because: "readers may not expect it" }),
    });
  }
}

function isSameVariant(old: Shape, now: Shape, same: SameName): boolean {
  if ("name" in old && "name" in now && old.kind === now.kind) return same(old.name, now.name);
  return describeShape(old) === describeShape(now);
}

/** What is said of a value whatever its type is. */
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
    const forms = { before: before.xml ?? "by its name", after: after.xml ?? "by its name" };
    report({ class: "breaking", kind: "xml-changed", place, operations, ...forms });
  }
  diffNullable(before.nullable === true, after.nullable === true, at, report);
}

/** Reports whether a value can be null now, or cannot any more. */
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
    ...(breaks && { because: now ? "answers may hold null" : "null is no longer taken" }),
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
      ? "fewer values are taken than before"
      : "values may come that did not come before";
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
  // Of a pattern, or anything else that has no order, no one knows: take it as tighter and looser alike.
  return true;
}

/** A body that is something else in some of its media types. */
interface WithOthers {
  readonly shape?: Shape;
  readonly otherShapes?: ReadonlyMap<string, Shape>;
}

/** Reports what differs in the media types in which a body is something else than usual. */
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
