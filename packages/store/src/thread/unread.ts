import { isSpoken, type SentMessage } from "../messages/model.ts";

/** Counts the messages of others that were created after the last one the user has read. */
export interface Unread {
  /** The number of unread messages, at most `maxUnread`; undefined until it is known. */
  readonly count: number | undefined;
  /** The id of the last message read; 0 when none was. */
  readonly readUpTo: number;
  /** Takes messages in: all of them, in any order, any number of times. */
  receive(messages: readonly SentMessage[]): void;
  /** The user has read up to a message, here or elsewhere. Returns whether that is further than before. */
  read(messageId: number): boolean;
  /** The read position and the messages after it are known from now on. */
  known(): void;
}

/** Counting ends here: the number is then "this many or more". */
export const maxUnread = 100;

export function createUnread(): Unread {
  let known = false;
  let readUpTo = 0;
  let unread = new Set<number>();
  /** Deleted messages, in case an earlier event of one of them is late. */
  let deleted = new Set<number>();

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
          add(deleted, id);
        } else if (!deleted.has(id)) add(unread, id);
      }
    },
    read(messageId) {
      if (!(messageId > readUpTo)) return false;
      readUpTo = messageId;
      const after = (set: Set<number>) => new Set([...set].filter((id) => id > readUpTo));
      unread = after(unread);
      deleted = after(deleted);
      return true;
    },
    known() {
      known = true;
    },
  };
}

/** Adds an id; of more than `maxUnread` the lowest gives way. */
function add(ids: Set<number>, id: number): void {
  if (ids.has(id) || (ids.size >= maxUnread && id < Math.min(...ids))) return;
  ids.add(id);
  if (ids.size > maxUnread) ids.delete(Math.min(...ids));
}
