import { namesIn, typesOfOperation } from "./skipping.ts";
import type { PackagePlan, TypePlan } from "./types.ts";
import { typesOf } from "./versions/types.ts";

/**
 * Removes unions that are not used, such as those that TCGC creates for several responses. Their variants may be models
 * that are not emitted.
 */
export function withoutUnusedUnions(plan: PackagePlan): PackagePlan {
  const unions = new Map(plan.unions.map((union) => [union.name, union]));
  const mentioned = new Set<string>();
  const visit = (type: TypePlan): void => {
    for (const name of namesIn(type)) {
      if (mentioned.has(name)) continue;
      mentioned.add(name);
      for (const variant of unions.get(name)?.variants ?? []) visit(variant);
    }
  };
  for (const { properties, additional } of plan.models) {
    for (const type of properties.flatMap(typesOf)) visit(type);
    if (additional !== undefined) visit(additional);
  }
  for (const { context, operations } of plan.clients) {
    for (const { parts } of context?.servers ?? []) {
      for (const part of parts) if (typeof part !== "string") visit(part.type);
    }
    for (const parameter of context?.parameters ?? []) visit(parameter.type);
    for (const type of operations.flatMap(typesOfOperation)) visit(type);
  }
  return { ...plan, unions: plan.unions.filter(({ name }) => mentioned.has(name)) };
}
