import type { Contract, Shape } from "./contract.ts";

/** Where a model or an enumeration is used. */
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

/** Where each named type of the contracts is used, over other types too; by name. */
export function usageOf(...contracts: readonly Contract[]): ReadonlyMap<string, Usage> {
  const usage = new Map<string, Growing>();

  function visit(
    contract: Contract,
    shape: Shape | undefined,
    direction: "request" | "answer",
    operation: string,
    seen: Set<string>,
  ): void {
    if (shape === undefined || shape.kind === "value") return;
    if (shape.kind === "array") return visit(contract, shape.items, direction, operation, seen);
    if (shape.kind === "map") return visit(contract, shape.values, direction, operation, seen);
    if (shape.kind === "either") {
      for (const one of shape.variants) visit(contract, one, direction, operation, seen);
      return;
    }
    if (seen.has(shape.name)) return;
    seen.add(shape.name);
    const entry = usage.get(shape.name) ?? { request: false, answer: false, operations: new Set() };
    entry[direction] = true;
    entry.operations.add(operation);
    usage.set(shape.name, entry);
    if (shape.kind === "enum") return;
    for (const one of contract.unions.get(shape.name)?.variants ?? [])
      visit(contract, one, direction, operation, seen);
    const model = contract.models.get(shape.name);
    if (!model) return;
    for (const property of model.properties.values()) {
      // Read-only properties are not part of a request.
      if (direction === "request" && property.readOnly) continue;
      visit(contract, property.shape, direction, operation, seen);
    }
    visit(contract, model.others, direction, operation, seen);
    for (const one of model.alternatives ?? []) visit(contract, one, direction, operation, seen);
    for (const other of contract.models.values()) {
      // A value of a base may be one of any derived model, and has what its own bases have.
      if (other.bases.includes(model.name) || model.bases.includes(other.name)) {
        visit(contract, { kind: "model", name: other.name }, direction, operation, seen);
      }
    }
  }

  for (const contract of contracts) {
    for (const operation of contract.operations.values()) {
      const request = new Set<string>();
      const answer = new Set<string>();
      for (const parameter of operation.parameters.values()) {
        visit(contract, parameter.shape, "request", operation.id, request);
      }
      visit(contract, operation.body?.shape, "request", operation.id, request);
      for (const shape of operation.body?.otherShapes?.values() ?? [])
        visit(contract, shape, "request", operation.id, request);
      for (const response of operation.responses.values()) {
        visit(contract, response.shape, "answer", operation.id, answer);
        for (const shape of response.otherShapes?.values() ?? [])
          visit(contract, shape, "answer", operation.id, answer);
        for (const header of response.headers.values()) {
          visit(contract, header.shape, "answer", operation.id, answer);
        }
      }
    }
  }
  return new Map(
    [...usage].map(([name, { request, answer, operations }]) => [
      name,
      { request, answer, operations: [...operations].toSorted() },
    ]),
  );
}
