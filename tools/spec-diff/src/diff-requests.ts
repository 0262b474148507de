import type { Report } from "./change.ts";
import { describeShape, type Operation } from "./contract.ts";
import { diffMediaTypes, diffRequired, diffText } from "./diff-parts.ts";
import { diffShapes, type SameName } from "./diff-shapes.ts";

const IN_REQUESTS = { request: true, answer: false };

/** Reports what differs between the parameters of two operations, the body apart. */
export function diffParameters(
  old: Operation,
  now: Operation,
  same: SameName,
  report: Report,
): void {
  const operations = [now.id];
  for (const [key, parameter] of old.parameters) {
    const place = `${now.id} ${key}`;
    const current = now.parameters.get(key);
    if (!current) {
      const before = describeShape(parameter.shape);
      report({ class: "removal", kind: "parameter-removed", place, operations, before });
      continue;
    }
    diffShapes(
      parameter.shape,
      current.shape,
      { place, direction: IN_REQUESTS, operations },
      same,
      report,
    );
    diffRequired(parameter.required, current.required, { place, operations }, report);
    diffText(parameter, current, { place, operations }, report);
  }
  for (const [key, parameter] of now.parameters) {
    if (old.parameters.has(key)) continue;
    report({
      class: parameter.required ? "breaking" : "addition",
      kind: "parameter-added",
      place: `${now.id} ${key}`,
      operations,
      after: `${describeShape(parameter.shape)}, ${parameter.required ? "required" : "optional"}`,
      ...(parameter.required && { because: "requests without it are refused" }),
    });
  }
}

/** Reports what differs between the request bodies of two operations. */
export function diffBody(old: Operation, now: Operation, same: SameName, report: Report): void {
  const place = `${now.id} body`;
  const operations = [now.id];
  const at = { place, operations };
  if (!old.body && !now.body) return;
  if (!now.body) {
    return report({
      class: "removal",
      kind: "body-removed",
      ...at,
      before: describeShape(old.body?.shape),
    });
  }
  if (!old.body) {
    return report({
      class: now.body.required ? "breaking" : "addition",
      kind: "body-added",
      ...at,
      after: `${describeShape(now.body.shape)}, ${now.body.required ? "required" : "optional"}`,
      ...(now.body.required && { because: "requests without it are refused" }),
    });
  }
  diffShapes(old.body.shape, now.body.shape, { ...at, direction: IN_REQUESTS }, same, report);
  diffRequired(old.body.required, now.body.required, at, report);
  diffMediaTypes(old.body.mediaTypes, now.body.mediaTypes, "request", at, report);
  diffText(old.body, now.body, at, report);
}
