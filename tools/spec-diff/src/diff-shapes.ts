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

/** Reports what differs between two shapes, but not inside the models and enumerations that they name. */
export function diffShapes(
  before: Shape,
  after: Shape,
  at: ShapePlace,
  same: SameName,
  report: Report,
): void {
  const { place, operations } = at;
  const whole = { place, operations, before: describeShape(before), after: describeShape(after) };
  if (before.kind === "array" && after.kind === "array") {
    diffLimits(before.limits, after.limits, at, report);
    return diffShapes(before.items, after.items, { ...at, place: `${place}[]` }, same, report);
  }
  if (before.kind === "map" && after.kind === "map") {
    return diffShapes(before.values, after.values, { ...at, place: `${place}{}` }, same, report);
  }
  const bothNamed =
    (before.kind === "model" && after.kind === "model") ||
    (before.kind === "enum" && after.kind === "enum");
  if (bothNamed) {
    if (!same(before.name, after.name))
      report({ class: "breaking", kind: "type-changed", ...whole });
    return;
  }
  if (before.kind !== "value" || after.kind !== "value" || before.type !== after.type) {
    return report({ class: "breaking", kind: "type-changed", ...whole });
  }
  if (before.format !== after.format)
    report({ class: "breaking", kind: "format-changed", ...whole });
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
  diffLimits(before.limits, after.limits, at, report);
}

const UPPER = new Set(["maximum", "maxLength", "maxItems"]);
const LOWER = new Set(["minimum", "minLength", "minItems"]);

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
