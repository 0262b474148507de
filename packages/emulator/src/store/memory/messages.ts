import type { Store } from "../store.ts";
import { listVersions, putVersion } from "../version-log.ts";
import type { ThreadStates } from "./thread-states.ts";
import type { UndoLog } from "./undo-log.ts";

type MessageStore = Pick<
  Store,
  | "getMessage"
  | "putMessage"
  | "listMessages"
  | "putReceipt"
  | "listReceipts"
  | "getImage"
  | "putImage"
  | "deleteImage"
>;

/** Stores messages, their images and read receipts. */
export function createMessageStore(states: ThreadStates, undo: UndoLog): MessageStore {
  return {
    getMessage: (threadId, id) => states.byId.get(threadId)?.log.messages.get(id),
    putMessage(message) {
      const takeBack = putVersion(states.of(message.threadId).log, message);
      undo.add(takeBack);
    },
    listMessages(threadId, query) {
      const log = states.byId.get(threadId)?.log;
      return log === undefined ? [] : listVersions(log, query);
    },

    putReceipt: (receipt) =>
      undo.set(states.of(receipt.threadId).receipts, receipt.userId, receipt),
    listReceipts(threadId, { skip, limit }) {
      const all = [...(states.byId.get(threadId)?.receipts.values() ?? [])];
      return all.slice(skip, skip + limit);
    },

    getImage: (threadId, id) => states.byId.get(threadId)?.images.get(id),
    putImage: (image) => undo.set(states.of(image.threadId).images, image.id, image),
    deleteImage: (threadId, id) => undo.remove(states.of(threadId).images, id),
  };
}
