import type { OperationPlan } from "../plan/types.ts";

/** True for operations that list items page by page. */
export function isPaged(operation: OperationPlan): boolean {
  return (
    (operation.kind === "paging" || operation.kind === "lropaging") &&
    operation.paging !== undefined
  );
}

/** True for operations that are polled until they end. */
export function isLongRunning(operation: OperationPlan): boolean {
  return operation.kind === "lro" && operation.lro !== undefined;
}
