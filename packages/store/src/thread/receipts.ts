import type { ChatMessageReadReceipt } from "@acs-chat/client";
import { rawIdOf, type StoreIdentifier } from "../identity.ts";
import type { Cell } from "../lib/slice.ts";
import type { StoreMessage } from "../messages/model.ts";

/** How far somebody has read. */
export interface StoreReceipt {
  readonly reader: StoreIdentifier;
  /** The reader's raw id. */
  readonly readerId: string;
  /** The last message read. */
  readonly chatMessageId: string;
  readonly readOn: Date;
}

/** Turns a receipt of a list, or of an event, into one of the store. */
export function toReceipt(receipt: Omit<ChatMessageReadReceipt, "id">): StoreReceipt {
  const { sender, chatMessageId, readOn } = receipt;
  return { reader: sender, readerId: rawIdOf(sender), chatMessageId, readOn };
}

/** Adds receipts to the known ones: one per reader, and only forwards. */
export function addReceipts(
  cell: Cell<readonly StoreReceipt[]>,
  receipts: readonly StoreReceipt[],
): void {
  const byReader = new Map(cell.getSnapshot().map((receipt) => [receipt.readerId, receipt]));
  let changed = false;
  for (const receipt of receipts) {
    const before = byReader.get(receipt.readerId);
    if (before && !(Number(receipt.chatMessageId) > Number(before.chatMessageId))) continue;
    byReader.set(receipt.readerId, receipt);
    changed = true;
  }
  if (changed) cell.set([...byReader.values()]);
}

/** Returns the receipts of those who have read a message; its sender is not among them. */
export function readBy(
  receipts: readonly StoreReceipt[],
  message: Pick<StoreMessage, "id" | "senderId">,
): readonly StoreReceipt[] {
  const id = Number(message.id);
  return receipts.filter(
    ({ readerId, chatMessageId }) => readerId !== message.senderId && Number(chatMessageId) >= id,
  );
}
