import type { Planner } from "./planner.ts";
import type { ModelPlan, PackagePlan } from "./types.ts";

/**
 * Merges equal models without a name in the spec. Otherwise each operation would have its own model with a numbered
 * name.
 */
export function shareAnonymousModels(planner: Planner, plan: PackagePlan): PackagePlan {
  const anonymous = new Set<string>();
  for (const [type, name] of planner.typeNames) {
    if (type.kind === "model" && type.isGeneratedName) anonymous.add(name);
  }
  let current = plan;
  // Repeated, because models that contain merged models can become equal.
  for (;;) {
    const shared = equalModels(current.models, anonymous);
    if (shared.size === 0) return current;
    const models = current.models.filter(({ name }) => !shared.has(name));
    current = renamed({ ...current, models }, shared);
  }
}

/** Returns the name of the equal model for each duplicate. */
function equalModels(
  models: readonly ModelPlan[],
  anonymous: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const shared = new Map<string, string>();
  const relatives = new Set(
    models.flatMap(({ base, discriminator }) => [
      base,
      ...(discriminator?.subtypes ?? []).map(({ model }) => model),
    ]),
  );
  const candidates = models.filter(
    ({ name, base, discriminator, discriminatorValue }) =>
      anonymous.has(name) &&
      !relatives.has(name) &&
      (base ?? discriminator ?? discriminatorValue) === undefined,
  );
  for (const model of candidates.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
    const key = JSON.stringify({ ...model, name: "", doc: undefined });
    const other = first.get(key);
    if (other === undefined) first.set(key, model.name);
    else shared.set(model.name, other);
  }
  return shared;
}

/** Returns a copy of the data with renamed references to models. */
function renamed<T>(value: T, names: ReadonlyMap<string, string>): T {
  if (Array.isArray(value)) return value.map((item) => renamed<unknown>(item, names)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [
    key,
    renamed<unknown>(member, names),
  ]);
  const copy = Object.fromEntries(entries) as { kind?: unknown; ref?: unknown };
  if (copy.kind === "model" && typeof copy.ref === "string") {
    copy.ref = names.get(copy.ref) ?? copy.ref;
  }
  return copy as T;
}
