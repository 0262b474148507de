import { badRequest } from "../engine/errors.ts";
import type { StateDump } from "../engine/records.ts";
import { isRecord } from "../spec/shape.ts";
import { emptyState } from "../store/store.ts";

/** The whole state of an emulator at one moment, as JSON. */
export interface Snapshot {
  /** Rises when the format changes. */
  readonly format: 1;
  /** The emulator's time, epoch milliseconds. */
  readonly at: number;
  readonly state: StateDump;
}

/** What each kind of record needs, so that it can be told from something else. */
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
 * @throws {@link ServiceError} 400 that names what is wrong.
 */
export function checkSnapshot(value: unknown): Snapshot {
  if (!isRecord(value) || value["format"] !== 1 || !isRecord(value["state"])) {
    throw badRequest("This is no snapshot of an emulator: it needs format 1 and a state.");
  }
  if (typeof value["at"] !== "number") throw badRequest("The snapshot lacks its time (at).");
  const state = value["state"];
  for (const kind of Object.keys(emptyState()) as (keyof StateDump)[]) {
    const records: unknown = state[kind];
    if (!Array.isArray(records)) throw badRequest(`The snapshot's state lacks ${kind}.`);
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
