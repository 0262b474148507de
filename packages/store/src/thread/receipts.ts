import type { ChatMessageReadReceipt } from "@acs-chat/client";
import { rawIdOf, type StoreIdentifier } from "../identity.ts";
import type { Cell } from "../lib/slice.ts";
import type { StoreMessage } from "../messages/model.ts";

/** The read position of a user. */
export interface StoreReceipt {
  readonly reader: StoreIdentifier;
  /** The reader's raw id. */
  readonly readerId: string;
  /** The id of the last message that was read. */
  readonly chatMessageId: string;
  readonly readOn: Date;
}

/** Converts a receipt of a list or an event. */
export function toReceipt(receipt: Omit<ChatMessageReadReceipt, "id">): StoreReceipt {
  const { sender, chatMessageId, readOn } = receipt;
  return { reader: sender, readerId: rawIdOf(sender), chatMessageId, readOn };
}

/** Adds receipts: one per reader, never moving backwards. */
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

/** Returns the receipts of the users who have read a message, without its sender. */
export function readBy(
  receipts: readonly StoreReceipt[],
  message: Pick<StoreMessage, "id" | "senderId">,
): readonly StoreReceipt[] {
  const id = Number(message.id);
  return receipts.filter(
    ({ readerId, chatMessageId }) => readerId !== message.senderId && Number(chatMessageId) >= id,
  );
}
