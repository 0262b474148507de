import { isDeepStrictEqual } from "node:util";
import type { Loss, ReadDocument } from "@acs-chat/codegen/contract";

/** A part that differs between two documents, but that the converter does not read. */
export interface NotCompared {
  readonly side: "from" | "to";
  /** The JSON pointer of the part. */
  readonly pointer: string;
  readonly reason: string;
}

/** Examples do not concern clients. */
const examples = /\/(example|examples|x-ms-examples)$/;

/** Lists the parts of two documents that differ and were not compared. */
export function notCompared(from: ReadDocument, to: ReadDocument): readonly NotCompared[] {
  const after = differing(to, from);
  const known = new Set(after.map(({ pointer }) => pointer));
  const before = differing(from, to).filter(({ pointer }) => !known.has(pointer));
  return [
    ...before.map(({ pointer, reason }) => ({ side: "from" as const, pointer, reason })),
    ...after.map(({ pointer, reason }) => ({ side: "to" as const, pointer, reason })),
  ];
}

/** Returns the parts of a document that another one does not have in the same way. */
function differing(one: ReadDocument, other: ReadDocument): readonly Loss[] {
  return one.unread.filter(
    ({ pointer }) =>
      !examples.test(pointer) &&
      !isDeepStrictEqual(valueAt(one.content, pointer), valueAt(other.content, pointer)),
  );
}

/** Returns the value at a JSON pointer; undefined if there is none. */
function valueAt(content: unknown, pointer: string): unknown {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<unknown>((value, step) => {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    return typeof value === "object" && value !== null && Object.hasOwn(value, key)
      ? (value as Readonly<Record<string, unknown>>)[key]
      : undefined;
  }, content);
}
