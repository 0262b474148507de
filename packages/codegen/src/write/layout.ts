import { kebabCase, settleNames } from "../plan/names.ts";
import { namesIn, typesOfOperation } from "../plan/skipping.ts";
import type { PackagePlan, TypePlan } from "../plan/types.ts";
import { typesOf } from "../plan/versions/types.ts";
import { clusters } from "./clusters.ts";

/** Packages with fewer types have one file for all of them. */
const manyTypes = 80;

/** The name of the file for types of several groups. */
const commonFile = "common";

/**
 * Decides which file contains each model, enum and union with its reader and writer. A package with many types has a
 * file per group for types that only this group uses. Other types are next to the types that they are used with, or in a
 * common file. Files with readers and writers import each other in one direction only.
 */
export class Layout {
  /** The file of each type, without folder and extension; empty if there is one file for all. */
  readonly #files: ReadonlyMap<string, string>;
  /** All these files, in order. */
  readonly files: readonly string[];

  constructor(plan: PackagePlan) {
    const count = plan.models.length + plan.enums.length + plan.unions.length;
    const isSplit = count >= manyTypes && groupsOf(plan).size > 1;
    this.#files = isSplit ? assign(plan) : new Map();
    this.files = [...new Set(this.#files.values())].toSorted();
  }

  /** Returns the file for a type, in the folder named after the common file. */
  pathOf(path: string, type: string): string {
    const file = this.#files.get(type);
    return file === undefined ? path : this.pathIn(path, file);
  }

  pathIn(path: string, file: string): string {
    return `${path.replace(/\.ts$/, "")}/${file}.ts`;
  }
}

/** Returns the types that each group's operations refer to, by the name of the group's file. */
function groupsOf(plan: PackagePlan): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, ReadonlySet<string>>();
  for (const { fileName, operations } of plan.clients) {
    if (operations.length === 0) continue;
    groups.set(fileName, new Set(operations.flatMap(typesOfOperation).flatMap(allNamesIn)));
  }
  return groups;
}

/** Returns the names of the models, unions and enums in a type. */
function allNamesIn(type: TypePlan): readonly string[] {
  switch (type.kind) {
    case "enum":
      return [type.ref];
    case "array":
    case "record":
    case "nullable":
      return allNamesIn(type.of);
    case "tuple":
      return type.of.flatMap(allNamesIn);
    default:
      return namesIn(type);
  }
}

/** Returns the references of each type. A base refers to its kinds. */
function referencesOf(plan: PackagePlan): ReadonlyMap<string, readonly string[]> {
  const references = new Map<string, readonly string[]>();
  for (const { additional, base, discriminator, name, properties } of plan.models) {
    references.set(name, [
      ...properties.flatMap(typesOf).flatMap(allNamesIn),
      ...(additional === undefined ? [] : allNamesIn(additional)),
      ...(base === undefined ? [] : [base]),
      ...(discriminator?.subtypes ?? []).map(({ model }) => model),
    ]);
  }
  for (const { name, variants } of plan.unions) references.set(name, variants.flatMap(allNamesIn));
  for (const { name } of plan.enums) references.set(name, []);
  return references;
}

function assign(plan: PackagePlan): ReadonlyMap<string, string> {
  const references = referencesOf(plan);
  const users = usersOf(groupsOf(plan), references);
  const own = new Map<string, string>();
  const shared: string[] = [];
  for (const name of references.keys()) {
    const [group, ...others] = users.get(name) ?? [];
    if (group !== undefined && others.length === 0) own.set(name, group);
    else shared.push(name);
  }
  const heads = clusters(shared, references, own.keys());
  const groupFiles = [...new Set(own.values())].map((file) => ({
    id: `group ${file}`,
    wanted: file,
  }));
  const headFiles = [...new Set(heads.values())].map((head) => ({
    id: head,
    wanted: head === "" ? commonFile : kebabCase(head) || "types",
  }));
  const names = settleNames([...groupFiles, ...headFiles]);
  const files = new Map<string, string>();
  for (const [name, group] of own) files.set(name, names.get(`group ${group}`) ?? group);
  for (const [name, head] of heads) files.set(name, names.get(head) ?? commonFile);
  return files;
}

/** Returns the groups that use each type, directly or through another type. */
function usersOf(
  groups: ReadonlyMap<string, ReadonlySet<string>>,
  references: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const [group, direct] of groups) {
    const open = [...direct];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      const known = users.get(name) ?? new Set();
      users.set(name, known);
      if (known.has(group)) continue;
      known.add(group);
      open.push(...(references.get(name) ?? []));
    }
  }
  return users;
}
