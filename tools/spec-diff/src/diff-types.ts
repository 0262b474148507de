import type { Direction, Report } from "./change.ts";
import { type Contract, describeShape, type Model, type Property } from "./contract.ts";
import { diffEnum } from "./diff-enums.ts";
import { diffShapes, type SameName } from "./diff-shapes.ts";
import type { Renames } from "./renames.ts";
import type { Usage } from "./usage.ts";

const UNUSED: Usage = { request: false, answer: false, operations: [] };

/** Reports what differs between the models and enumerations of two contracts. */
export function diffTypes(
  before: Contract,
  after: Contract,
  renames: Renames,
  usage: ReadonlyMap<string, Usage>,
  report: Report,
): void {
  const newNames = new Set(renames.values());
  const same: SameName = (old, now) => old === now || renames.get(old) === now;
  const use = (name: string): Usage => usage.get(name) ?? UNUSED;

  for (const [name, old] of before.models) {
    const newName = renames.get(name) ?? name;
    const now = after.models.get(newName);
    const { operations } = use(name);
    if (now === undefined) {
      report({ class: "removal", kind: "model-removed", place: name, operations });
      continue;
    }
    if (newName !== name) {
      const because = "only the name in generated code changes, not the wire";
      const place = name;
      report({
        class: "breaking",
        kind: "model-renamed",
        place,
        operations,
        before: name,
        after: newName,
        because,
      });
    }
    diffModel(old, now, use(newName), same, report);
  }
  for (const name of after.models.keys()) {
    if (before.models.has(name) || newNames.has(name)) continue;
    report({
      class: "addition",
      kind: "model-added",
      place: name,
      operations: use(name).operations,
    });
  }
  for (const [name, old] of before.enums) {
    const newName = renames.get(name) ?? name;
    const now = after.enums.get(newName);
    const { operations } = use(name);
    if (now === undefined) {
      report({ class: "removal", kind: "enum-removed", place: name, operations });
      continue;
    }
    if (newName !== name) {
      const because = "only the name in generated code changes, not the wire";
      const place = name;
      report({
        class: "breaking",
        kind: "enum-renamed",
        place,
        operations,
        before: name,
        after: newName,
        because,
      });
    }
    diffEnum(old, now, use(newName), report);
  }
  for (const name of after.enums.keys()) {
    if (before.enums.has(name) || newNames.has(name)) continue;
    report({
      class: "addition",
      kind: "enum-added",
      place: name,
      operations: use(name).operations,
    });
  }
}

function diffModel(old: Model, now: Model, used: Usage, same: SameName, report: Report): void {
  const { operations } = used;
  const place = now.name;
  if (old.description !== now.description) {
    const texts = { before: old.description, after: now.description };
    report({ class: "documentation", kind: "description-changed", place, operations, ...texts });
  }
  const bases = now.bases.join(", ");
  if (
    old.bases.length !== now.bases.length ||
    !old.bases.every((base, at) => same(base, now.bases[at] ?? ""))
  ) {
    const names = { before: old.bases.join(", ") || "none", after: bases || "none" };
    report({ class: "breaking", kind: "base-changed", place, operations, ...names });
  }
  for (const key of ["discriminator", "discriminatorValue"] as const) {
    // A derived model without a value of its own goes by its name.
    const renamed = key === "discriminatorValue" && old[key] === old.name && now[key] === now.name;
    if (old[key] === now[key] || renamed) continue;
    const values = { before: old[key] ?? "none", after: now[key] ?? "none" };
    report({ class: "breaking", kind: "discriminator-changed", place, operations, ...values });
  }
  if (old.others && now.others) {
    diffShapes(
      old.others,
      now.others,
      { place: `${place}{}`, direction: used, operations },
      same,
      report,
    );
  } else if (old.others || now.others) {
    const shapes = { before: describeShape(old.others), after: describeShape(now.others) };
    report({
      class: now.others ? "addition" : "removal",
      kind: "other-properties-changed",
      place,
      operations,
      ...shapes,
    });
  }
  for (const [name, property] of old.properties) {
    const at = `${place}.${name}`;
    const current = now.properties.get(name);
    if (current) diffProperty(property, current, at, used, same, report);
    else
      report({
        class: "removal",
        kind: "property-removed",
        place: at,
        operations,
        before: describeProperty(property),
      });
  }
  for (const [name, property] of now.properties) {
    if (old.properties.has(name)) continue;
    const breaks = property.required && !property.readOnly && used.request;
    report({
      class: breaks ? "breaking" : "addition",
      kind: "property-added",
      place: `${place}.${name}`,
      operations,
      after: describeProperty(property),
      ...(breaks && { because: "requests without it are refused" }),
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
  // What only the service sets travels in answers alone.
  const direction: Direction = { request: used.request && !now.readOnly, answer: used.answer };
  diffShapes(old.shape, now.shape, { place, direction, operations }, same, report);
  if (old.required !== now.required) {
    const breaks = now.required ? direction.request : direction.answer;
    const because = now.required ? "requests without it are refused" : "answers may lack it";
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
  if (old.readOnly !== now.readOnly) {
    const breaks = used.request && now.readOnly;
    report({
      class: breaks ? "breaking" : "addition",
      kind: "read-only-changed",
      place,
      operations,
      before: old.readOnly ? "read-only" : "writable",
      after: now.readOnly ? "read-only" : "writable",
      ...(breaks && { because: "requests can no longer set it" }),
    });
  }
  if (old.nullable !== now.nullable) {
    const breaks = now.nullable ? direction.answer : direction.request;
    const because = now.nullable ? "answers may hold null" : "null is no longer taken";
    report({
      class: breaks ? "breaking" : "addition",
      kind: "nullable-changed",
      place,
      operations,
      before: old.nullable ? "may be null" : "never null",
      after: now.nullable ? "may be null" : "never null",
      ...(breaks && { because }),
    });
  }
  if (old.description !== now.description) {
    const texts = { before: old.description, after: now.description };
    report({ class: "documentation", kind: "description-changed", place, operations, ...texts });
  }
}

function describeProperty(property: Property): string {
  const marks = [property.required ? "required" : "optional"];
  if (property.readOnly) marks.push("read-only");
  if (property.nullable) marks.push("nullable");
  return `${describeShape(property.shape)}, ${marks.join(", ")}`;
}
