import type { Contract, Model, Operation, Shape } from "./contract.ts";

/** Renamed types: the new name by the old name. */
export type Renames = ReadonlyMap<string, string>;

/** A search for types whose names changed. */
interface Search {
  readonly before: Contract;
  readonly after: Contract;
  /** The renames found so far: new name by old name. */
  readonly renames: Map<string, string>;
  /** The new names of these renames. */
  readonly taken: Set<string>;
}

/**
 * Finds renamed types. If the same part of both contracts has a type whose name exists only before and one whose name
 * exists only after, these count as the same type if they share a property or a value.
 */
export function findRenames(before: Contract, after: Contract): Renames {
  const search: Search = { before, after, renames: new Map(), taken: new Set() };
  for (const [id, old] of before.operations) {
    const now = after.operations.get(id);
    if (now) compareOperations(search, old, now);
  }
  for (const [name, old] of before.models) {
    const now = after.models.get(name);
    if (now) compareProperties(search, old, now);
  }
  return search.renames;
}

function compareOperations(search: Search, old: Operation, now: Operation): void {
  compareShapes(search, old.body?.shape, now.body?.shape);
  for (const [key, parameter] of old.parameters)
    compareShapes(search, parameter.shape, now.parameters.get(key)?.shape);
  for (const [status, answer] of old.responses)
    compareShapes(search, answer.shape, now.responses.get(status)?.shape);
}

function compareProperties(search: Search, old: Model, now: Model): void {
  for (const [name, property] of old.properties)
    compareShapes(search, property.shape, now.properties.get(name)?.shape);
  compareShapes(search, old.others, now.others);
}

function compareShapes(search: Search, old: Shape | undefined, now: Shape | undefined): void {
  if (old === undefined || now === undefined) return;
  if (old.kind === "array" && now.kind === "array") {
    compareShapes(search, old.items, now.items);
  } else if (old.kind === "map" && now.kind === "map") {
    compareShapes(search, old.values, now.values);
  } else if (old.kind === "either" && now.kind === "either") {
    for (const [index, variant] of old.variants.entries())
      compareShapes(search, variant, now.variants[index]);
  } else if (old.kind === "model" && now.kind === "model") {
    compareModels(search, old.name, now.name);
  } else if (old.kind === "union" && now.kind === "union") {
    if (isRename(search, "unions", old.name, now.name)) note(search, old.name, now.name);
  } else if (old.kind === "enum" && now.kind === "enum") {
    compareEnums(search, old.name, now.name);
  }
}

function compareModels(search: Search, old: string, now: string): void {
  if (!isRename(search, "models", old, now)) return;
  const [from, to] = [search.before.models.get(old), search.after.models.get(now)];
  if (!from || !to || !share(from.properties, to.properties)) return;
  note(search, old, now);
  compareProperties(search, from, to);
}

function compareEnums(search: Search, old: string, now: string): void {
  if (!isRename(search, "enums", old, now)) return;
  const [from, to] = [search.before.enums.get(old), search.after.enums.get(now)];
  if (from && to && share(from.values, to.values)) note(search, old, now);
}

/** Whether only the old contract has the old name, only the new one has the new name, and neither is renamed otherwise. */
function isRename(
  { before, after, renames, taken }: Search,
  kind: "models" | "unions" | "enums",
  old: string,
  now: string,
): boolean {
  const isGone = !after[kind].has(old) && !renames.has(old);
  return isGone && !before[kind].has(now) && !taken.has(now);
}

function note({ renames, taken }: Search, old: string, now: string): void {
  renames.set(old, now);
  taken.add(now);
}

function share(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return (a.size === 0 && b.size === 0) || [...a.keys()].some((key) => b.has(key));
}
