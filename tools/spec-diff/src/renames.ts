import type { Contract, Model, Shape } from "./contract.ts";

/** Types that have another name in the new contract: new name by old name. */
export type Renames = ReadonlyMap<string, string>;

/**
 * Finds types whose name changed: where one part of both contracts has an old-only name before and a new-only name
 * after, the two are taken for the same type if they have a property or a value in common.
 */
export function findRenames(before: Contract, after: Contract): Renames {
  const renames = new Map<string, string>();
  const taken = new Set<string>();

  function pair(old: Shape | undefined, now: Shape | undefined): void {
    if (old === undefined || now === undefined) return;
    if (old.kind === "array" && now.kind === "array") return pair(old.items, now.items);
    if (old.kind === "map" && now.kind === "map") return pair(old.values, now.values);
    if (old.kind === "model" && now.kind === "model") {
      if (isRename(before.models, after.models, old.name, now.name)) {
        const [from, to] = [before.models.get(old.name), after.models.get(now.name)];
        if (!from || !to || !share(from.properties, to.properties)) return;
        note(old.name, now.name);
        pairProperties(from, to);
      }
    }
    if (old.kind === "union" && now.kind === "union") {
      if (isRename(before.unions, after.unions, old.name, now.name)) note(old.name, now.name);
    }
    if (old.kind === "either" && now.kind === "either") {
      for (const [index, variant] of old.variants.entries()) pair(variant, now.variants[index]);
    }
    if (old.kind === "enum" && now.kind === "enum") {
      if (isRename(before.enums, after.enums, old.name, now.name)) {
        const [from, to] = [before.enums.get(old.name), after.enums.get(now.name)];
        if (from && to && share(from.values, to.values)) note(old.name, now.name);
      }
    }
  }

  function isRename(
    olds: ReadonlyMap<string, unknown>,
    news: ReadonlyMap<string, unknown>,
    old: string,
    now: string,
  ): boolean {
    return !news.has(old) && !olds.has(now) && !renames.has(old) && !taken.has(now);
  }

  function note(old: string, now: string): void {
    renames.set(old, now);
    taken.add(now);
  }

  function pairProperties(old: Model, now: Model): void {
    for (const [name, property] of old.properties)
      pair(property.shape, now.properties.get(name)?.shape);
    pair(old.others, now.others);
  }

  for (const [id, old] of before.operations) {
    const now = after.operations.get(id);
    if (!now) continue;
    pair(old.body?.shape, now.body?.shape);
    for (const [key, parameter] of old.parameters)
      pair(parameter.shape, now.parameters.get(key)?.shape);
    for (const [status, answer] of old.responses)
      pair(answer.shape, now.responses.get(status)?.shape);
  }
  for (const [name, old] of before.models) {
    const now = after.models.get(name);
    if (now) pairProperties(old, now);
  }
  return renames;
}

function share(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return (a.size === 0 && b.size === 0) || [...a.keys()].some((key) => b.has(key));
}
