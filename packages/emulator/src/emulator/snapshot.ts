import { badRequest } from "../engine/errors.ts";
import type { StateDump } from "../engine/records.ts";
import { isRecord } from "../spec/shape.ts";
import { emptyState } from "../store/store.ts";

/** The whole state of an emulator at one time, as JSON. */
export interface Snapshot {
  /** The version of the format. */
  readonly format: 1;
  /** The emulator's time, in epoch milliseconds. */
  readonly at: number;
  readonly state: StateDump;
}

/** The fields that each kind of record must have. They tell a snapshot from other JSON. */
const NEEDED: Readonly<Record<keyof StateDump, Readonly<Record<string, "string" | "number">>>> = {
  identities: { id: "string", createdOn: "number", tokenGeneration: "number" },
  threads: {
    id: "string",
    topic: "string",
    createdOn: "number",
    createdBy: "string",
    lastMessageOn: "number",
    lastVersion: "number",
    lastSequence: "number",
  },
  participants: {
    threadId: "string",
    userId: "string",
    position: "number",
    shareHistoryTime: "number",
  },
  messages: {
    threadId: "string",
    id: "number",
    type: "string",
    sequence: "number",
    version: "number",
    createdOn: "number",
  },
  receipts: { threadId: "string", userId: "string", messageId: "number", readOn: "number" },
  images: {
    threadId: "string",
    id: "string",
    name: "string",
    contentType: "string",
    uploadedBy: "string",
    base64: "string",
  },
  repeatables: { userId: "string", requestId: "string", threadId: "string", createdOn: "number" },
};

/**
 * Checks that a value is a snapshot.
 * @throws {@link ServiceError} 400 that says what is invalid.
 */
export function checkSnapshot(value: unknown): Snapshot {
  if (!isRecord(value) || value["format"] !== 1 || !isRecord(value["state"])) {
    throw badRequest(
      "The value is not a snapshot of an emulator: it must have format 1 and a state.",
    );
  }
  if (typeof value["at"] !== "number")
    throw badRequest("The snapshot's at is missing; it must be the time in epoch milliseconds.");
  const state = value["state"];
  for (const kind of Object.keys(emptyState()) as (keyof StateDump)[]) {
    const records: unknown = state[kind];
    if (!Array.isArray(records))
      throw badRequest(`The snapshot's state.${kind} is missing; it must be a list.`);
    for (const [index, record] of records.entries()) {
      for (const [name, type] of Object.entries(NEEDED[kind])) {
        if (!isRecord(record) || typeof record[name] !== type) {
          throw badRequest(`The snapshot's state.${kind}[${index}].${name} must be a ${type}.`);
        }
      }
    }
  }
  return value as unknown as Snapshot;
}
