import {
  type Contract,
  describeShape,
  type Enumeration,
  type Model,
  type Operation,
  type Property,
  type Shape,
} from "@acs-chat/spec-diff";
import { type Draft, draft } from "./draft.ts";
import { type Sources, versionMember } from "./files.ts";
import {
  operationName,
  printEnumeration,
  printEnumerationMember,
  printModel,
  printOperation,
  printProperty,
} from "./print.ts";

/** A property that is taken to have got another name. */
export interface TakenForRename {
  readonly model: string;
  readonly from: string;
  readonly to: string;
}

/** The specification with a version more. */
export interface Adopted {
  readonly sources: ReadonlyMap<string, string>;
  readonly renames: readonly TakenForRename[];
}

/**
 * Writes the difference between two contracts into versioned TypeSpec: what is new gets `@added`,
 * what is gone `@removed`, a property with another name `@renamedFrom`. What has no such form (a
 * type that changed, a status) is left alone; the caller finds it by compiling the result.
 */
export async function adopt(
  sources: Sources,
  version: string,
  before: Contract,
  after: Contract,
): Promise<Adopted> {
  const into = draft(sources, version);
  const renames: TakenForRename[] = [];
  into.insertAtEnd(
    "Versions",
    `\n/** ${version}. */\n${versionMember(version)}: ${JSON.stringify(version)},\n`,
  );
  compare(before.enums, after.enums, {
    added: (now) => into.declare(printEnumeration(now, { added: into.added })),
    removed: (name) => into.decorate(name, into.removed),
    kept: (name, old, now) => adoptValues(into, name, old, now),
  });
  compare(before.models, after.models, {
    added: (now) => adoptModel(into, now, after),
    removed: (name) => into.decorate(name, into.removed),
    kept: (name, old, now) => void renames.push(...adoptProperties(into, name, old, now)),
  });
  compare(before.operations, after.operations, {
    added: (now) => adoptOperation(into, now, errorsOf(sources)),
    removed: (id) => into.decorate(groupOf(id), into.removed, operationName(id)),
    kept: () => {},
  });
  return { sources: await into.finish(), renames };
}

function adoptValues(into: Draft, name: string, old: Enumeration, now: Enumeration): void {
  for (const [value, description] of now.values) {
    if (old.values.has(value)) continue;
    const member = printEnumerationMember(value, description, [into.added]);
    into.insertAtEnd(name, `\n${member},\n`);
  }
  for (const value of old.values.keys()) {
    if (!now.values.has(value)) into.decorate(name, into.removed, value);
  }
}

function adoptModel(into: Draft, model: Model, contract: Contract): void {
  const paging = pagingOf(contract, model.name);
  into.declare(
    printModel(model, { added: into.added }, (property) =>
      property === paging?.items
        ? ["@pageItems"]
        : property === paging?.nextLink
          ? ["@nextLink"]
          : [],
    ),
  );
}

function adoptProperties(into: Draft, name: string, old: Model, now: Model): TakenForRename[] {
  const gone = [...old.properties.values()].filter((one) => !now.properties.has(one.name));
  const come = [...now.properties.values()].filter((one) => !old.properties.has(one.name));
  const pairs = renamed(gone, come);
  for (const [from, to] of pairs) into.rename(name, from.name, to.name);
  for (const property of gone) {
    if (!pairs.some(([from]) => from === property)) {
      into.decorate(name, into.removed, property.name);
    }
  }
  for (const property of come) {
    if (!pairs.some(([, to]) => to === property)) {
      into.insertAtEnd(name, `\n${printProperty(property, [into.added])};\n`);
    }
  }
  return pairs.map(([from, to]) => ({ model: name, from: from.name, to: to.name }));
}

function adoptOperation(into: Draft, operation: Operation, errors: string): void {
  const group = groupOf(operation.id);
  const prefix = into.routeOf(group);
  if (prefix !== undefined && operation.path.startsWith(prefix)) {
    const text = printOperation(operation, prefix, errors, { added: into.added });
    into.insertAtEnd(group, `\n${text}\n`);
  } else {
    const text = printOperation(operation, "", errors, { added: "" });
    into.declare(`${into.added}\ninterface ${group} {\n${text}\n}`);
  }
  const { namespace } = into;
  into.tellClients(
    `@@clientLocation(${namespace}.${group}.${operationName(operation.id)}, ${namespace}, "!autorest");`,
  );
}

interface Cases<Part> {
  readonly added: (part: Part) => void;
  readonly removed: (name: string) => void;
  readonly kept: (name: string, old: Part, now: Part) => void;
}

function compare<Part>(
  before: ReadonlyMap<string, Part>,
  after: ReadonlyMap<string, Part>,
  { added, removed, kept }: Cases<Part>,
): void {
  for (const [name, now] of after) {
    const old = before.get(name);
    if (old === undefined) added(now);
    else kept(name, old, now);
  }
  for (const name of before.keys()) if (!after.has(name)) removed(name);
}

/** Pairs of a property that went and one that came, where no other pair would fit as well. */
function renamed(gone: readonly Property[], come: readonly Property[]): [Property, Property][] {
  return gone.flatMap((from) => {
    const candidates = come.filter((to) => areAlike(from, to));
    const rivals = gone.filter((other) => candidates.some((to) => areAlike(other, to)));
    const [to] = candidates;
    return to !== undefined && candidates.length === 1 && rivals.length === 1
      ? [[from, to] as [Property, Property]]
      : [];
  });
}

function areAlike(a: Property, b: Property): boolean {
  return a.required === b.required && describeShape(a.shape) === describeShape(b.shape);
}

function pagingOf(contract: Contract, model: string): Operation["paging"] {
  const isPage = (shape: Shape | undefined): boolean =>
    shape?.kind === "model" && shape.name === model;
  return [...contract.operations.values()].find(
    ({ paging, responses }) =>
      paging !== undefined && [...responses.values()].some(({ shape }) => isPage(shape)),
  )?.paging;
}

/** `ChatThread` of `ChatThread_ListPolls`. */
function groupOf(id: string): string {
  return id.split("_")[0] ?? "";
}

/** What the specification's operations can fail with. */
function errorsOf(sources: Sources): string {
  const has = [...sources.values()].some((text) => text.includes("alias DeclaredErrors ="));
  return has ? "DeclaredErrors" : "void";
}
