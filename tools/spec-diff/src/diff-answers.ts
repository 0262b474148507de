import type { Report } from "./change.ts";
import { type Answer, describeShape, type Operation } from "./contract.ts";
import { type At, diffDeprecated, diffMediaTypes, diffText } from "./diff-parts.ts";
import { diffOtherShapes, diffShapes, type SameName, type ShapePlace } from "./diff-shapes.ts";

const IN_ANSWERS = { request: false, answer: true };

/** Reports the differences between the responses of two operations. */
export function diffAnswers(old: Operation, now: Operation, same: SameName, report: Report): void {
  const operations = [now.id];
  for (const [status, answer] of old.responses) {
    const place = `${now.id} ${status}`;
    const current = now.responses.get(status);
    if (current) {
      diffAnswer(answer, current, { place, operations, direction: IN_ANSWERS }, same, report);
      diffOwnTypes(old, answer, now, current, { place, operations }, report);
    } else
      report({
        class: "removal",
        kind: "status-removed",
        place,
        operations,
        before: describeShape(answer.shape),
      });
  }
  for (const [status, answer] of now.responses) {
    if (old.responses.has(status)) continue;
    const breaks = !answer.error;
    report({
      class: breaks ? "breaking" : "addition",
      kind: "status-added",
      place: `${now.id} ${status}`,
      operations,
      after: describeShape(answer.shape),
      ...(breaks && { because: "clients treat an unknown success status code as an error" }),
    });
  }
}

function diffAnswer(
  old: Answer,
  now: Answer,
  at: ShapePlace,
  same: SameName,
  report: Report,
): void {
  const { place, operations } = at;
  diffErrorFlag(old, now, { place, operations }, report);
  if (old.shape && now.shape) {
    diffShapes(old.shape, now.shape, at, same, report);
  } else if (old.shape || now.shape) {
    const shapes = { before: describeShape(old.shape), after: describeShape(now.shape) };
    report({
      class: old.shape ? "breaking" : "addition",
      kind: "response-body-changed",
      place,
      operations,
      ...shapes,
    });
  }
  diffOtherShapes(old, now, at, same, report);
  diffText(old, now, { place, operations }, report);
  diffHeaders(old, now, at, same, report);
}

/** Reports that a status code changed from success to error, or from error to success. */
function diffErrorFlag(old: Answer, now: Answer, at: At, report: Report): void {
  if (old.error === now.error) return;
  const marks = { before: old.error ? "error" : "success", after: now.error ? "error" : "success" };
  report({ class: "breaking", kind: "error-flag-changed", ...at, ...marks });
}

function diffHeaders(
  old: Answer,
  now: Answer,
  at: ShapePlace,
  same: SameName,
  report: Report,
): void {
  const { operations } = at;
  for (const [key, header] of old.headers) {
    const place = `${at.place} header ${header.name}`;
    const current = now.headers.get(key);
    if (!current) {
      report({
        class: "removal",
        kind: "header-removed",
        place,
        operations,
        before: describeShape(header.shape),
      });
      continue;
    }
    diffShapes(header.shape, current.shape, { ...at, place }, same, report);
    const part = { place, operations };
    if (header.required !== undefined && current.required !== undefined)
      diffPresence(header.required, current.required, part, report);
    diffDeprecated(header, current, part, report);
    diffText(header, current, part, report);
  }
  for (const [key, header] of now.headers) {
    if (old.headers.has(key)) continue;
    const place = `${at.place} header ${header.name}`;
    report({
      class: "addition",
      kind: "header-added",
      place,
      operations,
      after: describeShape(header.shape),
    });
  }
}

/**
 * Reports media types that only this status code gained or lost. Those of the whole operation are reported elsewhere.
 */
function diffOwnTypes(
  old: Operation,
  before: Answer,
  now: Operation,
  after: Answer,
  at: At,
  report: Report,
): void {
  if (before.mediaTypes === undefined || after.mediaTypes === undefined) return;
  if (before.shape === undefined || after.shape === undefined) return;
  const known = new Set(old.produces.filter((type) => now.produces.includes(type)));
  const was = before.mediaTypes.filter((type) => known.has(type));
  const is = after.mediaTypes.filter((type) => known.has(type));
  diffMediaTypes(was, is, "response", at, report);
}

function diffPresence(old: boolean, now: boolean, at: At, report: Report): void {
  if (old === now) return;
  report({
    class: now ? "addition" : "breaking",
    kind: "required-changed",
    ...at,
    before: old ? "required" : "optional",
    after: now ? "required" : "optional",
    ...(!now && { because: "responses may omit it" }),
  });
}
