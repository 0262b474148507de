import { kebabCase } from "../plan/names.ts";
import type { ClientPlan, OperationPlan } from "../plan/types.ts";

/** A group with more operations has several files. */
const manyOperations = 60;

/** The longest part of a path that is compared, in segments. */
const mostSegments = 6;

/** Returns the file with the operations of a client or group, or with exports of its several files. */
export function operationsPath({ fileName }: ClientPlan): string {
  return `operations/${fileName}.ts`;
}

/** Operations that are in one file. */
export interface OperationFile {
  /** The name in the folder of the group; absent if all operations of the group are in one file. */
  readonly part?: string;
  readonly operations: readonly OperationPlan[];
}

/**
 * Divides the operations of a large group by a segment of their paths, such as `accounts` in `/v1/accounts/{id}`, or else
 * by the first word of their names.
 */
export function operationFiles({ operations }: ClientPlan): readonly OperationFile[] {
  if (operations.length <= manyOperations) return [{ operations }];
  const depths = Array.from({ length: mostSegments }, (_, depth) => depth);
  const divisions = [
    ...depths.map((depth) => groupBy(operations, (operation) => segmentAt(operation, depth))),
    groupBy(operations, ({ functionName }) => kebabCase(functionName).split("-")[0] ?? ""),
  ].filter(isDivided);
  const [smallest] = divisions.toSorted((left, right) => largest(left) - largest(right));
  const parts = divisions.find((one) => largest(one) <= manyOperations) ?? smallest;
  if (parts === undefined) return [{ operations }];
  return [...parts]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([part, own]) => ({ part: part === "" ? "others" : part, operations: own }));
}

type Parts = ReadonlyMap<string, readonly OperationPlan[]>;

function groupBy(
  operations: readonly OperationPlan[],
  keyOf: (operation: OperationPlan) => string,
): Parts {
  const parts = new Map<string, OperationPlan[]>();
  for (const operation of operations) {
    const key = keyOf(operation);
    parts.set(key, [...(parts.get(key) ?? []), operation]);
  }
  return parts;
}

/** True if the operations are in several files, and most of those files have several operations. */
function isDivided(parts: Parts): boolean {
  const single = [...parts.values()].filter(({ length }) => length === 1).length;
  return parts.size > 1 && single * 2 <= parts.size;
}

function largest(parts: Parts): number {
  return Math.max(...[...parts.values()].map(({ length }) => length));
}

/** Returns a literal segment of an operation's path; empty for a parameter, or if the path is shorter. */
function segmentAt({ path }: OperationPlan, depth: number): string {
  const text = path.map((part) => (typeof part === "string" ? part : "{}")).join("");
  const segment = text.split("/").slice(1)[depth] ?? "";
  return segment.includes("{") ? "" : kebabCase(segment);
}
