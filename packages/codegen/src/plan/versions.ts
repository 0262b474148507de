import type { EnumMember, ModelProperty, Operation, Type, UnionVariant } from "@typespec/compiler";
import { reportDiagnostic } from "../lib.ts";
import type { Planner } from "./planner.ts";

/** Decorators by which something is another thing in older API versions, and what they change. */
const changes: ReadonlyMap<string, string> = new Map([
  ["@renamedFrom", "name"],
  ["@typeChangedFrom", "type"],
  ["@returnTypeChangedFrom", "return type"],
]);

type Changing = EnumMember | ModelProperty | Operation | UnionVariant;

/**
 * Reports what is not the same in all API versions of a package that speaks all of them: requests of older versions
 * would have the newest name or form.
 *
 * @param wireName - The name on the wire; one that the spec gives apart does not change with the type's own.
 */
export function checkVersions(planner: Planner, raw: Type | undefined, wireName?: string): void {
  if (!planner.allVersions || !isChanging(raw)) return;
  for (const { definition } of raw.decorators) {
    const change = changes.get(definition?.name ?? "");
    if (change === undefined) continue;
    if (change === "name" && (raw.kind === "Operation" || wireName !== raw.name)) continue;
    reportDiagnostic(planner.program, {
      code: "changed-between-versions",
      format: { change, name: String(raw.name) },
      target: raw,
    });
  }
}

function isChanging(raw: Type | undefined): raw is Changing {
  return (
    raw?.kind === "ModelProperty" ||
    raw?.kind === "EnumMember" ||
    raw?.kind === "UnionVariant" ||
    raw?.kind === "Operation"
  );
}
