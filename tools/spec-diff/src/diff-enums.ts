import type { Report } from "./change.ts";
import type { Enumeration } from "./contract.ts";
import type { Usage } from "./usage.ts";

/** Reports what differs between two enumerations that stand for the same thing. */
export function diffEnum(old: Enumeration, now: Enumeration, used: Usage, report: Report): void {
  const { operations } = used;
  const place = now.name;
  if (old.description !== now.description) {
    const texts = { before: old.description, after: now.description };
    report({ class: "documentation", kind: "description-changed", place, operations, ...texts });
  }
  if (old.base !== now.base) {
    report({
      class: "breaking",
      kind: "type-changed",
      place,
      operations,
      before: old.base,
      after: now.base,
    });
  }
  if (old.open !== now.open) {
    const breaks = now.open ? used.answer : used.request;
    const because = now.open
      ? "values may come that are not listed"
      : "values that are not listed are refused";
    report({
      class: breaks ? "breaking" : "addition",
      kind: "enum-openness-changed",
      place,
      operations,
      before: old.open ? "open" : "closed",
      after: now.open ? "open" : "closed",
      ...(breaks && { because }),
    });
  }
  for (const [value, description] of old.values) {
    const at = `${place} "${value}"`;
    const current = now.values.get(value);
    if (current === undefined) {
      report({
        class: "removal",
        kind: "enum-value-removed",
        place: at,
        operations,
        before: value,
      });
    } else if (current !== description) {
      const texts = { before: description, after: current };
      report({
        class: "documentation",
        kind: "description-changed",
        place: at,
        operations,
        ...texts,
      });
    }
  }
  for (const value of now.values.keys()) {
    if (old.values.has(value)) continue;
    const breaks = !now.open && used.answer;
    report({
      class: breaks ? "breaking" : "addition",
      kind: "enum-value-added",
      place: `${place} "${value}"`,
      operations,
      after: value,
      ...(breaks && { because: "the enumeration is closed: readers may not expect it" }),
    });
  }
}
