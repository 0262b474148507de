import type { ImageRecord, StateDump } from "../engine/records.ts";
import type { Store } from "./store.ts";

/** Converts an image for a snapshot: its bytes become text. */
export function imageToDump({ bytes, ...image }: ImageRecord): StateDump["images"][number] {
  return { ...image, base64: Buffer.from(bytes).toString("base64") };
}

/** Stores every record of a snapshot in an empty store. */
export function fromDump(store: Omit<Store, "load">, state: StateDump): void {
  for (const identity of state.identities) store.putIdentity(identity);
  for (const thread of state.threads) store.putThread(thread);
  for (const one of state.participants.toSorted((a, b) => a.position - b.position)) {
    store.putParticipant(one);
  }
  // Messages must be stored in the order of their versions.
  for (const message of state.messages.toSorted((a, b) => a.version - b.version)) {
    store.putMessage(message);
  }
  for (const receipt of state.receipts) store.putReceipt(receipt);
  for (const { base64, ...image } of state.images) {
    store.putImage({ ...image, bytes: Buffer.from(base64, "base64") });
  }
  for (const repeatable of state.repeatables) store.putRepeatable(repeatable);
}
