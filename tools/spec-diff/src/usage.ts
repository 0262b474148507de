import type { Contract, Operation, Shape } from "./contract.ts";

/** Where a named type is used. */
export interface Usage {
  readonly request: boolean;
  readonly answer: boolean;
  /** Ids of the operations, sorted. */
  readonly operations: readonly string[];
}

interface Growing {
  request: boolean;
  answer: boolean;
  readonly operations: Set<string>;
}

/** A walk over the types that one operation uses in one direction. */
interface Walk {
  readonly contract: Contract;
  readonly operation: string;
  readonly direction: "request" | "answer";
  /** Names of the types that the walk has visited. */
  readonly seen: Set<string>;
  /** The usage found so far, by all walks. */
  readonly usage: Map<string, Growing>;
}

/** Finds where each named type of the contracts is used, directly or in other types. The result is keyed by name. */
export function usageOf(...contracts: readonly Contract[]): ReadonlyMap<string, Usage> {
  const usage = new Map<string, Growing>();
  for (const contract of contracts) {
    for (const operation of contract.operations.values()) {
      const walk = { contract, operation: operation.id, usage };
      visitRequest({ ...walk, direction: "request", seen: new Set() }, operation);
      visitAnswers({ ...walk, direction: "answer", seen: new Set() }, operation);
    }
  }
  return new Map(
    [...usage].map(([name, { request, answer, operations }]) => [
      name,
      { request, answer, operations: [...operations].toSorted() },
    ]),
  );
}

function visitRequest(walk: Walk, { parameters, body }: Operation): void {
  for (const { shape } of parameters.values()) visit(walk, shape);
  visit(walk, body?.shape);
  for (const shape of body?.otherShapes?.values() ?? []) visit(walk, shape);
}

function visitAnswers(walk: Walk, { responses }: Operation): void {
  for (const answer of responses.values()) {
    visit(walk, answer.shape);
    for (const shape of answer.otherShapes?.values() ?? []) visit(walk, shape);
    for (const { shape } of answer.headers.values()) visit(walk, shape);
  }
}

function visit(walk: Walk, shape: Shape | undefined): void {
  if (shape === undefined || shape.kind === "value") return;
  if (shape.kind === "array") return visit(walk, shape.items);
  if (shape.kind === "map") return visit(walk, shape.values);
  if (shape.kind === "either") {
    for (const variant of shape.variants) visit(walk, variant);
    return;
  }
  const { contract, seen } = walk;
  if (seen.has(shape.name)) return;
  seen.add(shape.name);
  note(walk, shape.name);
  if (shape.kind === "enum") return;
  for (const variant of contract.unions.get(shape.name)?.variants ?? []) visit(walk, variant);
  visitModel(walk, shape.name);
}

function note({ usage, direction, operation }: Walk, name: string): void {
  const entry = usage.get(name) ?? { request: false, answer: false, operations: new Set() };
  entry[direction] = true;
  entry.operations.add(operation);
  usage.set(name, entry);
}

function visitModel(walk: Walk, name: string): void {
  const { models } = walk.contract;
  const model = models.get(name);
  if (!model) return;
  for (const property of model.properties.values()) {
    // Read-only properties are not part of a request.
    if (walk.direction === "request" && property.readOnly) continue;
    visit(walk, property.shape);
  }
  visit(walk, model.others);
  for (const alternative of model.alternatives ?? []) visit(walk, alternative);
  for (const other of models.values()) {
    // A value of a base type may be of any derived type, and a derived type contains the properties of its bases.
    if (other.bases.includes(model.name) || model.bases.includes(other.name)) {
      visit(walk, { kind: "model", name: other.name });
    }
  }
}
