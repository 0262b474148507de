import type { Report } from "./change.ts";
import type { Enumeration } from "./contract.ts";
import { diffText } from "./diff-parts.ts";
import type { Usage } from "./usage.ts";

/** Reports the differences between two versions of an enumeration. */
export function diffEnum(old: Enumeration, now: Enumeration, used: Usage, report: Report): void {
  const at = { place: now.name, operations: used.operations };
  diffText(old, now, at, report);
  if (old.base !== now.base) {
    report({ class: "breaking", kind: "type-changed", ...at, before: old.base, after: now.base });
  }
  diffOpenness(old, now, used, report);
  diffValues(old, now, used, report);
}

/** Reports that an enumeration was opened to values that are not listed, or closed. */
function diffOpenness(old: Enumeration, now: Enumeration, used: Usage, report: Report): void {
  if (old.open === now.open) return;
  const breaks = now.open ? used.answer : used.request;
  const because = now.open
    ? "responses may contain values that are not listed"
    : "values that are not listed are rejected";
  report({
    class: breaks ? "breaking" : "addition",
    kind: "enum-openness-changed",
    place: now.name,
    operations: used.operations,
    before: old.open ? "open" : "closed",
    after: now.open ? "open" : "closed",
    ...(breaks && { because }),
  });
}

function diffValues(old: Enumeration, now: Enumeration, used: Usage, report: Report): void {
  const { operations } = used;
  for (const [value, description] of old.values) {
    const at = { place: `${now.name} "${value}"`, operations };
    const current = now.values.get(value);
    if (current === undefined) {
      report({ class: "removal", kind: "enum-value-removed", ...at, before: value });
    } else {
      diffText({ description }, { description: current }, at, report);
    }
  }
  for (const value of now.values.keys()) {
    if (old.values.has(value)) continue;
    const breaks = !now.open && used.answer;
    report({
      class: breaks ? "breaking" : "addition",
      kind: "enum-value-added",
      place: `${now.name} "${value}"`,
      operations,
      after: value,
      ...(breaks && { because: "the enumeration is closed, so clients may not expect the value" }),
    });
  }
}
