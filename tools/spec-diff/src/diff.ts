import { type Change, CHANGE_CLASSES, type ChangeClass } from "./change.ts";
import type { Contract } from "./contract.ts";
import { diffOperations } from "./diff-operations.ts";
import type { SameName } from "./diff-shapes.ts";
import { diffTypes } from "./diff-types.ts";
import { readContract } from "./read-contract.ts";
import { findRenames } from "./renames.ts";
import { usageOf } from "./usage.ts";

/**
 * Lists the changes between two contracts, the most severe class first, then by place. The order depends on the
 * contracts only.
 */
export function diffContracts(before: Contract, after: Contract): readonly Change[] {
  const changes: Change[] = [];
  const report = (change: Change): void => void changes.push(change);
  const renames = findRenames(before, after);
  const same: SameName = (old, now) => old === now || renames.get(old) === now;
  for (const [key, kind] of [
    ["host", "host-changed"],
    ["security", "security-changed"],
  ] as const) {
    if (before[key] === after[key]) continue;
    const values = { before: before[key], after: after[key] };
    report({ class: "breaking", kind, place: "service", operations: [], ...values });
  }
  if (before.description !== after.description) {
    const texts = { before: before.description, after: after.description };
    report({
      class: "documentation",
      kind: "description-changed",
      place: "service",
      operations: [],
      ...texts,
    });
  }
  diffOperations(before, after, same, report);
  diffTypes(before, after, renames, usageOf(before, after), report);
  return changes.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function rank(change: Change): string {
  return `${CHANGE_CLASSES.indexOf(change.class)} ${change.place} ${change.kind} ${change.before ?? ""}`;
}

/**
 * Lists the changes between two parsed OpenAPI documents. Relative references to other files start from the working
 * directory.
 *
 * @throws OpenApiError that names `before` or `after` and the place, if a document cannot be read.
 */
export function diffDocuments(before: unknown, after: unknown): readonly Change[] {
  const [from, to] = [
    readContract({ file: "before", root: before }),
    readContract({ file: "after", root: after }),
  ];
  return diffContracts(from, to);
}

/** Counts the changes of each class. */
export function countByClass(changes: readonly Change[]): Readonly<Record<ChangeClass, number>> {
  const counts = { removal: 0, breaking: 0, addition: 0, documentation: 0 };
  for (const change of changes) counts[change.class] += 1;
  return counts;
}
