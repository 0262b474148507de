import type { Report } from "./change.ts";
import { describeShape, type Model } from "./contract.ts";
import { type At, diffDeprecated, diffText } from "./diff-parts.ts";
import { diffProperties, diffRequires } from "./diff-properties.ts";
import { diffShapes, diffVariants, type SameName } from "./diff-shapes.ts";
import type { Usage } from "./usage.ts";

/** Reports the differences between two versions of a model. */
export function diffModel(
  old: Model,
  now: Model,
  used: Usage,
  same: SameName,
  report: Report,
): void {
  const at = { place: now.name, operations: used.operations };
  diffText(old, now, at, report);
  diffBases(old, now, at, same, report);
  diffDeprecated(old, now, at, report);
  if (old.xml !== now.xml) {
    const forms = { before: old.xml ?? "default", after: now.xml ?? "default" };
    report({ class: "breaking", kind: "xml-changed", ...at, ...forms });
  }
  diffRequires(old, now, used, report);
  const whole = { ...at, direction: used };
  diffVariants(old.alternatives ?? [], now.alternatives ?? [], whole, same, report);
  diffDiscriminators(old, now, at, report);
  diffOthers(old, now, used, same, report);
  diffProperties(old, now, used, same, report);
}

function diffBases(old: Model, now: Model, at: At, same: SameName, report: Report): void {
  if (
    old.bases.length === now.bases.length &&
    old.bases.every((base, index) => same(base, now.bases[index] ?? ""))
  ) {
    return;
  }
  const names = {
    before: old.bases.join(", ") || "none",
    after: now.bases.join(", ") || "none",
  };
  report({ class: "breaking", kind: "base-changed", ...at, ...names });
}

function diffDiscriminators(old: Model, now: Model, at: At, report: Report): void {
  for (const key of ["discriminator", "discriminatorValue"] as const) {
    // Without an explicit value, the discriminator value of a derived model is its name, so it changes with a rename.
    const renamed = key === "discriminatorValue" && old[key] === old.name && now[key] === now.name;
    if (old[key] === now[key] || renamed) continue;
    const values = { before: old[key] ?? "none", after: now[key] ?? "none" };
    report({ class: "breaking", kind: "discriminator-changed", ...at, ...values });
  }
}

/** Reports the differences between the additional properties of two models. */
function diffOthers(old: Model, now: Model, used: Usage, same: SameName, report: Report): void {
  const { operations } = used;
  if (old.others && now.others) {
    const at = { place: `${now.name}{}`, direction: used, operations };
    diffShapes(old.others, now.others, at, same, report);
  } else if (old.others || now.others) {
    const shapes = { before: describeShape(old.others), after: describeShape(now.others) };
    report({
      class: now.others ? "addition" : "removal",
      kind: "other-properties-changed",
      place: now.name,
      operations,
      ...shapes,
    });
  }
}
