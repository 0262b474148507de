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
  let unread = new Set<number>();
  /** The ids of deleted messages, because earlier events for them may arrive late. */
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

/** Adds an id. If there are more than `maxUnread`, the lowest is removed. */
function add(ids: Set<number>, id: number): void {
  if (ids.has(id) || (ids.size >= maxUnread && id < Math.min(...ids))) return;
  ids.add(id);
  if (ids.size > maxUnread) ids.delete(Math.min(...ids));
}
