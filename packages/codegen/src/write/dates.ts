import { isPresentIn } from "../plan/shape.ts";
import type { Shape, TypePlan } from "../plan/types.ts";
import { typesOf } from "../plan/versions/types.ts";
import type { TypeAnalysis } from "./type-analysis.ts";

/** True if a request contains dates that JSON.stringify writes. Invalid ones would become null. */
export function hasDates(analysis: TypeAnalysis, type: TypePlan, shape: Shape): boolean {
  const visited = new Set<string>();
  const search = (at: TypePlan): boolean => {
    switch (at.kind) {
      case "date":
        return at.encode === "rfc3339";
      case "array":
      case "record":
      case "nullable":
      case "part":
        return search(at.of);
      case "tuple":
        return at.of.some(search);
      case "model":
      case "union":
        return searchNamed(at.ref);
      default:
        return false;
    }
  };
  const searchNamed = (name: string): boolean => {
    if (visited.has(name)) return false;
    visited.add(name);
    const model = analysis.model(name);
    if (model === undefined) return (analysis.union(name)?.variants ?? []).some(search);
    const kinds = model.discriminator?.subtypes ?? [];
    return (
      analysis
        .allProperties(model)
        .some((property) => isPresentIn(property, shape) && typesOf(property).some(search)) ||
      search(analysis.additionalOf(model) ?? { kind: "unknown" }) ||
      kinds.some((kind) => searchNamed(kind.model))
    );
  };
  return search(type);
}
