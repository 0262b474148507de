import { isSpoken, type SentMessage } from "../messages/model.ts";

/** Counts the messages of others that were created after the last one the user has read. */
export interface Unread {
  /** The number of unread messages, at most `maxUnread`; undefined until it is known. */
  readonly count: number | undefined;
  /** The id of the last read message; 0 if there is none. */
  readonly readUpTo: number;
  /** Processes messages, in any order and any number of times. */
  receive(messages: readonly SentMessage[]): void;
  /** Sets the read position. Returns whether it moved forward. */
  read(messageId: number): boolean;
  /** Called when the read position and all later messages are known. */
  known(): void;
}

/** The highest count. It means "100 or more". */
export const maxUnread = 100;

export function createUnread(): Unread {
  let known = false;
  let readUpTo = 0;
  const unread = createHighestIds();
  /** The ids of deleted messages, because earlier events for them may arrive late. */
  const deleted = createHighestIds();

  return {
    get count() {
      return known ? unread.size : undefined;
    },
    get readUpTo() {
      return readUpTo;
    },
    receive(messages) {
      for (const message of messages) {
        const id = Number(message.id);
        if (id <= readUpTo || message.mine || !isSpoken(message)) continue;
        if (message.deletedOn) {
          unread.delete(id);
          deleted.add(id);
        } else if (!deleted.has(id)) unread.add(id);
      }
    },
    read(messageId) {
      if (!(messageId > readUpTo)) return false;
      readUpTo = messageId;
      unread.keepAbove(readUpTo);
      deleted.keepAbove(readUpTo);
      return true;
    },
    known() {
      known = true;
    },
  };
}

/** The highest ids that were added, at most `maxUnread`. */
interface HighestIds {
  readonly size: number;
  has(id: number): boolean;
  add(id: number): void;
  delete(id: number): void;
  /** Removes all ids up to this one. */
  keepAbove(id: number): void;
}

function createHighestIds(): HighestIds {
  let ids = new Set<number>();
  /** The lowest id if there are `maxUnread`. Lower ones are not added. */
  let lowest = Number.NEGATIVE_INFINITY;
  const changed = (): void => {
    lowest = ids.size < maxUnread ? Number.NEGATIVE_INFINITY : Math.min(...ids);
  };
  return {
    get size() {
      return ids.size;
    },
    has: (id) => ids.has(id),
    add(id) {
      if (id < lowest || ids.has(id)) return;
      ids.add(id);
      if (ids.size > maxUnread) ids.delete(lowest);
      changed();
    },
    delete(id) {
      if (ids.delete(id)) changed();
    },
    keepAbove(id) {
      ids = new Set([...ids].filter((one) => one > id));
      changed();
    },
  };
}
