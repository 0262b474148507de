import type { Direction, Report } from "./change.ts";
import { type Contract, describeShape, type Model, type Property, type Union } from "./contract.ts";
import { diffEnum } from "./diff-enums.ts";
import { diffClientName, diffDeprecated } from "./diff-parts.ts";
import { diffNullable, diffShapes, diffVariants, type SameName } from "./diff-shapes.ts";
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

  diffNamed("model", before.models, after.models, (old, now) =>
    diffModel(old, now, use(now.name), same, report),
  );
  diffNamed("enum", before.enums, after.enums, (old, now) =>
    diffEnum(old, now, use(now.name), report),
  );
  diffNamed("union", before.unions, after.unions, (old, now) =>
    diffUnion(old, now, use(now.name), same, report),
  );

  function diffNamed<Type extends { readonly name: string }>(
    what: "model" | "enum" | "union",
    olds: ReadonlyMap<string, Type>,
    news: ReadonlyMap<string, Type>,
    diff: (old: Type, now: Type) => void,
  ): void {
    for (const [name, old] of olds) {
      const now = news.get(renames.get(name) ?? name);
      const at = { place: name, operations: use(name).operations };
      if (now === undefined) {
        report({ class: "removal", kind: `${what}-removed`, ...at });
        continue;
      }
      if (now.name !== name) {
        const because = "only the name in generated code changes, not the wire";
        const names = { before: name, after: now.name };
        report({ class: "breaking", kind: `${what}-renamed`, ...at, ...names, because });
      }
      diff(old, now);
    }
    for (const name of news.keys()) {
      if (olds.has(name) || newNames.has(name)) continue;
      const { operations } = use(name);
      report({ class: "addition", kind: `${what}-added`, place: name, operations });
    }
  }
}

function diffUnion(old: Union, now: Union, used: Usage, same: SameName, report: Report): void {
  const at = { place: now.name, operations: used.operations };
  if (old.description !== now.description) {
    const texts = { before: old.description, after: now.description };
    report({ class: "documentation", kind: "description-changed", ...at, ...texts });
  }
  if (old.discriminator !== now.discriminator) {
    const marks = { before: old.discriminator ?? "none", after: now.discriminator ?? "none" };
    report({ class: "breaking", kind: "discriminator-changed", ...at, ...marks });
  }
  diffVariants(old.variants, now.variants, { ...at, direction: used }, same, report);
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
  diffDeprecated(old, now, { place, operations }, report);
  if (old.xml !== now.xml) {
    const forms = { before: old.xml ?? "by its name", after: now.xml ?? "by its name" };
    report({ class: "breaking", kind: "xml-changed", place, operations, ...forms });
  }
  diffRequires(old, now, used, report);
  const whole = { place, operations, direction: used };
  diffVariants(old.alternatives ?? [], now.alternatives ?? [], whole, same, report);
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

/** Inherited properties that a model requires, or no longer does. */
function diffRequires(old: Model, now: Model, used: Usage, report: Report): void {
  const [was, is] = [new Set(old.requires), new Set(now.requires)];
  for (const name of new Set([...was, ...is])) {
    if (was.has(name) === is.has(name)) continue;
    const breaks = is.has(name) ? used.request : used.answer;
    report({
      class: breaks ? "breaking" : "addition",
      kind: "required-changed",
      place: `${now.name}.${name}`,
      operations: used.operations,
      before: was.has(name) ? "required" : "as its base has it",
      after: is.has(name) ? "required" : "as its base has it",
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
  if ((old.writeOnly === true) !== (now.writeOnly === true)) {
    const breaks = used.answer && now.writeOnly === true;
    report({
      class: breaks ? "breaking" : "addition",
      kind: "write-only-changed",
      place,
      operations,
      before: old.writeOnly === true ? "write-only" : "readable",
      after: now.writeOnly === true ? "write-only" : "readable",
      ...(breaks && { because: "answers no longer have it" }),
    });
  }
  diffNullable(old.nullable, now.nullable, { place, operations, direction }, report);
  diffClientName(old, now, { place, operations }, report);
  diffDeprecated(old, now, { place, operations }, report);
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
