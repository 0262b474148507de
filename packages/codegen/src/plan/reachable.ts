import type { PackagePlan, TypePlan } from "./types.ts";

/**
 * Leaves out unions that nothing mentions, such as those that TCGC makes of several responses: their variants may be
 * models that are not emitted, as nothing else mentions these either.
 */
export function withoutUnusedUnions(plan: PackagePlan): PackagePlan {
  const mentioned = new Set<string>();
  const unions = new Map(plan.unions.map((union) => [union.name, union]));
  const visit = (type: TypePlan | undefined): void => {
    switch (type?.kind) {
      case "array":
      case "record":
      case "nullable":
        visit(type.of);
        break;
      case "tuple":
        for (const element of type.of) visit(element);
        break;
      case "union":
        if (mentioned.has(type.ref)) break;
        mentioned.add(type.ref);
        for (const variant of unions.get(type.ref)?.variants ?? []) visit(variant);
        break;
      default:
    }
  };
  for (const { properties, additional } of plan.models) {
    for (const property of properties) visit(property.type);
    visit(additional);
  }
  for (const client of plan.clients) {
    for (const server of client.context?.servers ?? []) {
      for (const part of server.parts) if (typeof part !== "string") visit(part.type);
    }
    for (const parameter of client.context?.parameters ?? []) visit(parameter.type);
    for (const operation of client.operations) {
      for (const { type } of [...operation.parameters, ...operation.options]) visit(type);
      for (const { type } of [...operation.query, ...operation.headers]) visit(type);
      visit(operation.body?.type);
      for (const { type } of operation.body?.parts ?? []) visit(type);
      for (const { type } of [...operation.responses, ...operation.errors]) visit(type);
      for (const { events, headers } of operation.responses) {
        for (const { type } of [...(events ?? []), ...headers]) visit(type);
      }
      visit(operation.paging?.item);
      visit(operation.lro?.result);
    }
  }
  return { ...plan, unions: plan.unions.filter(({ name }) => mentioned.has(name)) };
}
