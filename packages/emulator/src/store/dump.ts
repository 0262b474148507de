import type { ImageRecord, StateDump } from "../engine/records.ts";
import type { Store } from "./store.ts";

/** An image with its bytes as text, for a snapshot. */
export function imageToDump({ bytes, ...image }: ImageRecord): StateDump["images"][number] {
  return { ...image, base64: Buffer.from(bytes).toString("base64") };
}

/** Puts every record of a snapshot into an empty store. */
export function fromDump(store: Omit<Store, "load">, state: StateDump): void {
  for (const identity of state.identities) store.putIdentity(identity);
  for (const thread of state.threads) store.putThread(thread);
  for (const one of state.participants.toSorted((a, b) => a.position - b.position)) {
    store.putParticipant(one);
  }
  // Versions only rise as messages are put.
  for (const message of state.messages.toSorted((a, b) => a.version - b.version)) {
    store.putMessage(message);
  }
  for (const receipt of state.receipts) store.putReceipt(receipt);
  for (const { base64, ...image } of state.images) {
    store.putImage({ ...image, bytes: Buffer.from(base64, "base64") });
  }
  for (const repeatable of state.repeatables) store.putRepeatable(repeatable);
}
