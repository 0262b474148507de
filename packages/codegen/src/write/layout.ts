import { kebabCase, settleNames } from "../plan/names.ts";
import { namesIn, typesOfOperation } from "../plan/skipping.ts";
import type { PackagePlan, TypePlan } from "../plan/types.ts";
import { typesOf } from "../plan/versions/types.ts";
import { clusters } from "./clusters.ts";
import { operationFiles } from "./operation-files.ts";

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

/** Returns the types that the operations of each file refer to, by the name of that file. */
function groupsOf(plan: PackagePlan): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, ReadonlySet<string>>();
  for (const client of plan.clients) {
    if (client.operations.length === 0) continue;
    for (const { operations, part } of operationFiles(client)) {
      const name = part === undefined ? client.fileName : `${client.fileName}/${part}`;
      groups.set(name, new Set(operations.flatMap(typesOfOperation).flatMap(allNamesIn)));
    }
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
  const enums = new Set(plan.enums.map(({ name }) => name));
  const heads = clusters(shared, references, own.keys(), (common) =>
    common.length < manyTypes ? new Map() : divided(common, users, enums),
  );
  const groupFiles = [...new Set(own.values())].map((file) => ({
    id: `group ${file}`,
    wanted: baseOf(file),
  }));
  const headFiles = [...new Set(heads.values())].map((head) => ({
    id: head,
    wanted: head.startsWith(sharedBy) ? head.slice(sharedBy.length) : clusterFile(head),
  }));
  const names = settleNames([...groupFiles, ...headFiles]);
  const files = new Map<string, string>();
  for (const [name, group] of own) files.set(name, names.get(`group ${group}`) ?? group);
  for (const [name, head] of heads) files.set(name, names.get(head) ?? commonFile);
  return files;
}

function clusterFile(head: string): string {
  return head === "" ? commonFile : kebabCase(head) || "types";
}

function baseOf(file: string): string {
  return file.split("/").at(-1) ?? file;
}

/** The beginning of the id of a file for the types that the same groups share. */
const sharedBy = "shared by ";

/**
 * Divides the types of a large common file: enums, and types that only two groups use. A type refers to types that at
 * least the same groups use, so the files do not refer to each other in a circle.
 */
function divided(
  types: readonly string[],
  users: ReadonlyMap<string, ReadonlySet<string>>,
  enums: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const name of types) {
    const groups = [...(users.get(name) ?? [])].map(baseOf).toSorted();
    if (enums.has(name)) files.set(name, `${sharedBy}enums`);
    else if (groups.length === 2) files.set(name, `${sharedBy}${groups.join("-and-")}`);
  }
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
