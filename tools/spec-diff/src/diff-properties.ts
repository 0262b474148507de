import type { Direction, Report } from "./change.ts";
import { describeShape, type Model, type Property } from "./contract.ts";
import { type At, diffClientName, diffDeprecated, diffText } from "./diff-parts.ts";
import { diffNullable, diffShapes, type SameName } from "./diff-shapes.ts";
import type { Usage } from "./usage.ts";

/** Reports the differences between the properties of two models. */
export function diffProperties(
  old: Model,
  now: Model,
  used: Usage,
  same: SameName,
  report: Report,
): void {
  const { operations } = used;
  for (const [name, property] of old.properties) {
    const place = `${now.name}.${name}`;
    const current = now.properties.get(name);
    if (current) diffProperty(property, current, place, used, same, report);
    else {
      const before = describeProperty(property);
      report({ class: "removal", kind: "property-removed", place, operations, before });
    }
  }
  for (const [name, property] of now.properties) {
    if (old.properties.has(name)) continue;
    const breaks = property.required && !property.readOnly && used.request;
    report({
      class: breaks ? "breaking" : "addition",
      kind: "property-added",
      place: `${now.name}.${name}`,
      operations,
      after: describeProperty(property),
      ...(breaks && { because: "requests without it are rejected" }),
    });
  }
}

function diffProperty(
  old: Property,
  now: Property,
  place: string,
  used: Usage,
  same: SameName,
  report: Report,
): void {
  const { operations } = used;
  // Read-only properties are used in responses only.
  const direction: Direction = { request: used.request && !now.readOnly, answer: used.answer };
  diffShapes(old.shape, now.shape, { place, direction, operations }, same, report);
  if (old.required !== now.required) {
    const breaks = now.required ? direction.request : direction.answer;
    const because = now.required ? "requests without it are rejected" : "responses may omit it";
    report({
      class: breaks ? "breaking" : "addition",
      kind: "required-changed",
      place,
      operations,
      before: old.required ? "required" : "optional",
      after: now.required ? "required" : "optional",
      ...(breaks && { because }),
    });
  }
  diffAccess(old, now, { place, operations }, used, report);
  diffNullable(old.nullable, now.nullable, { place, operations, direction }, report);
  diffClientName(old, now, { place, operations }, report);
  diffDeprecated(old, now, { place, operations }, report);
  diffText(old, now, { place, operations }, report);
}

/** Reports that a property became read-only or write-only, or is no longer so. */
function diffAccess(old: Property, now: Property, at: At, used: Usage, report: Report): void {
  if (old.readOnly !== now.readOnly) {
    const breaks = used.request && now.readOnly;
    report({
      class: breaks ? "breaking" : "addition",
      kind: "read-only-changed",
      ...at,
      before: old.readOnly ? "read-only" : "writable",
      after: now.readOnly ? "read-only" : "writable",
      ...(breaks && { because: "requests can no longer set it" }),
    });
  }
  if ((old.writeOnly === true) !== (now.writeOnly === true)) {
    const breaks = used.answer && now.writeOnly === true;
    report({
      class: breaks ? "breaking" : "addition",
      kind: "write-only-changed",
      ...at,
      before: old.writeOnly === true ? "write-only" : "readable",
      after: now.writeOnly === true ? "write-only" : "readable",
      ...(breaks && { because: "responses no longer contain it" }),
    });
  }
}

/** Reports inherited properties that a model requires or no longer requires. */
export function diffRequires(old: Model, now: Model, used: Usage, report: Report): void {
  const [was, is] = [new Set(old.requires), new Set(now.requires)];
  for (const name of new Set([...was, ...is])) {
    if (was.has(name) === is.has(name)) continue;
    const breaks = is.has(name) ? used.request : used.answer;
    report({
      class: breaks ? "breaking" : "addition",
      kind: "required-changed",
      place: `${now.name}.${name}`,
      operations: used.operations,
      before: was.has(name) ? "required" : "as in its base",
      after: is.has(name) ? "required" : "as in its base",
    });
  }
}

function describeProperty(property: Property): string {
  const marks = [property.required ? "required" : "optional"];
  if (property.readOnly) marks.push("read-only");
  if (property.nullable) marks.push("nullable");
  return `${describeShape(property.shape)}, ${marks.join(", ")}`;
}
