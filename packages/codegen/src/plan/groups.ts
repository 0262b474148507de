import { NoTarget, type Program } from "@typespec/compiler";
import { reportDiagnostic } from "../lib.ts";
import type { PackagePlan } from "./types.ts";

/** Keeps the named operation groups and their parents; all groups if none is named. */
export function selectGroups(
  program: Program,
  plan: PackagePlan,
  groups: readonly string[] | undefined,
): PackagePlan {
  if (groups === undefined || groups.length === 0) return plan;
  const known = plan.clients.map((client) => client.id);
  const wanted = new Set<string>();
  for (const group of groups) {
    const ids = known.filter((id) => id === group || id.endsWith(`.${group}`));
    if (ids.length === 0) {
      reportDiagnostic(program, {
        code: "unknown-group",
        format: { group, known: known.join(", ") },
        target: NoTarget,
      });
    }
    for (const id of ids) wanted.add(id);
  }
  const isKept = (id: string): boolean =>
    [...wanted].some((group) => id === group || id.startsWith(`${group}.`));
  const isAbove = (id: string): boolean => [...wanted].some((group) => group.startsWith(`${id}.`));
  const clients = plan.clients
    .filter((client) => isKept(client.id) || isAbove(client.id))
    .map((client) => ({
      ...client,
      operations: isKept(client.id) ? client.operations : [],
      children: client.children.filter((id) => isKept(id) || isAbove(id)),
    }));
  return { ...plan, clients };
}
