import type { Report } from "./change.ts";
import { type Body, describeShape, type Operation, type Parameter } from "./contract.ts";
import {
  type At,
  diffClientName,
  diffDeprecated,
  diffMediaTypes,
  diffRequired,
  diffText,
} from "./diff-parts.ts";
import { diffOtherShapes, diffShapes, type SameName } from "./diff-shapes.ts";

const IN_REQUESTS = { request: true, answer: false };

/** Reports the differences between the parameters of two operations, except for the body. */
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
      const before = describeInput(parameter);
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
    if (parameter.encoding !== current.encoding) {
      report({
        class: "breaking",
        kind: "encoding-changed",
        place,
        operations,
        before: parameter.encoding ?? "default for place and type",
        after: current.encoding ?? "default for place and type",
      });
    }
    const at = { place, operations };
    diffRequired(parameter.required, current.required, at, report);
    diffClientName(parameter, current, at, report);
    diffDeprecated(parameter, current, at, report);
    diffText(parameter, current, at, report);
  }
  for (const [key, parameter] of now.parameters) {
    if (old.parameters.has(key)) continue;
    report({
      class: parameter.required ? "breaking" : "addition",
      kind: "parameter-added",
      place: `${now.id} ${key}`,
      operations,
      after: describeInput(parameter),
      ...(parameter.required && { because: "requests without it are rejected" }),
    });
  }
}

/** Reports the differences between the request bodies of two operations. */
export function diffBody(old: Operation, now: Operation, same: SameName, report: Report): void {
  const place = `${now.id} body`;
  const operations = [now.id];
  const at = { place, operations };
  if (!now.body) {
    if (!old.body) return;
    const before = describeInput(old.body);
    return report({ class: "removal", kind: "body-removed", ...at, before });
  }
  if (!old.body) {
    return report({
      class: now.body.required ? "breaking" : "addition",
      kind: "body-added",
      ...at,
      after: describeInput(now.body),
      ...(now.body.required && { because: "requests without it are rejected" }),
    });
  }
  diffShapes(old.body.shape, now.body.shape, { ...at, direction: IN_REQUESTS }, same, report);
  diffOtherShapes(old.body, now.body, { ...at, direction: IN_REQUESTS }, same, report);
  diffPartTypes(old.body, now.body, at, report);
  // The name of the body argument is documentation only, because arguments are passed by position.
  if (
    old.body.name !== undefined &&
    now.body.name !== undefined &&
    old.body.name !== now.body.name
  ) {
    const names = { before: old.body.name, after: now.body.name };
    report({ class: "documentation", kind: "client-name-changed", ...at, ...names });
  }
  diffRequired(old.body.required, now.body.required, at, report);
  diffMediaTypes(old.body.mediaTypes, now.body.mediaTypes, "request", at, report);
  diffText(old.body, now.body, at, report);
}

function diffPartTypes(old: Body, now: Body, { place, operations }: At, report: Report): void {
  for (const part of new Set([
    ...(old.partTypes?.keys() ?? []),
    ...(now.partTypes?.keys() ?? []),
  ])) {
    const [before = "default for its type", after = "default for its type"] = [
      old.partTypes?.get(part),
      now.partTypes?.get(part),
    ];
    if (before === after) continue;
    const at = { place: `${place} part ${part}`, operations };
    report({ class: "breaking", kind: "encoding-changed", ...at, before, after });
  }
}

function describeInput({ shape, required }: Parameter | Body): string {
  return `${describeShape(shape)}, ${required ? "required" : "optional"}`;
}
