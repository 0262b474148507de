import type { ChatParticipant } from "@acs-chat/client";
import type { StoreContext } from "../context.ts";
import { storeLimits } from "../limits.ts";
import { type Cell, replace } from "../lib/slice.ts";
import { isSpoken, type SentMessage } from "../messages/model.ts";
import type { StoreThreadProperties, ThreadState } from "./face.ts";
import { addReceipts, type StoreReceipt } from "./receipts.ts";
import type { Typist } from "./typing.ts";
import { createUnread, type Unread } from "./unread.ts";

/** The slices of a thread except its messages, and functions that change them. */
export interface ThreadSlices {
  readonly participants: Cell<readonly ChatParticipant[]>;
  readonly properties: Cell<StoreThreadProperties>;
  readonly receipts: Cell<readonly StoreReceipt[]>;
  readonly typists: Cell<readonly Typist[]>;
  readonly draft: Cell<string>;
  readonly state: Cell<ThreadState>;
  readonly unread: Unread;
  setState(next: Partial<ThreadState>): void;
  setProperties(next: StoreThreadProperties): void;
  setParticipants(next: readonly ChatParticipant[]): void;
  /** Updates the unread count and the last message. */
  noteMessages(received: readonly SentMessage[]): void;
  noteReceipts(incoming: readonly StoreReceipt[]): void;
  /** Sets the read position. Returns whether it moved forward. */
  read(messageId: number): boolean;
  /** Starts to publish the unread count, which is now known. */
  countUnread(): void;
}

/** @param onChange - called when something in the list of threads changes */
export function createThreadSlices(
  { cells, userId }: StoreContext,
  onChange: () => void,
): ThreadSlices {
  const participants = cells.cell<readonly ChatParticipant[]>([]);
  const properties = cells.cell<StoreThreadProperties>({ topic: "" });
  const receipts = cells.cell<readonly StoreReceipt[]>([]);
  const state = cells.cell<ThreadState>({
    phase: "new",
    membership: "member",
    receiptsAndTyping: true,
    unreadCount: undefined,
    lastMessage: undefined,
  });
  const unread = createUnread();

  const setState = (next: Partial<ThreadState>): void => {
    if (replace(state, { ...state.getSnapshot(), ...next })) onChange();
  };
  const read = (messageId: number): boolean => {
    const further = unread.read(messageId);
    if (further) setState({ unreadCount: unread.count });
    return further;
  };
  return {
    participants,
    properties,
    receipts,
    typists: cells.cell<readonly Typist[]>([]),
    draft: cells.cell(""),
    state,
    unread,
    setState,
    setProperties(next) {
      if (replace(properties, next)) onChange();
    },
    setParticipants(next) {
      participants.set(next);
      setState({ receiptsAndTyping: next.length <= storeLimits.participantsWithReceipts });
      onChange();
    },
    noteMessages(received) {
      unread.receive(received);
      const lastMessage = received.reduce(laterMessage, state.getSnapshot().lastMessage);
      setState({ unreadCount: unread.count, lastMessage });
    },
    noteReceipts(incoming) {
      addReceipts(receipts, incoming);
      const own = incoming.find(({ readerId }) => readerId === userId);
      if (own) read(Number(own.chatMessageId));
    },
    read,
    countUnread() {
      unread.known();
      setState({ unreadCount: unread.count });
    },
  };
}

/** Returns the later of two users' messages, or the newer of two versions of one message. */
function laterMessage(
  last: ThreadState["lastMessage"],
  message: SentMessage,
): ThreadState["lastMessage"] {
  if (!isSpoken(message)) return last;
  const ahead = Number(message.id) - Number(last?.id ?? 0);
  const newer = Number(message.version) > Number(last?.version);
  return ahead > 0 || (ahead === 0 && newer && !last?.deletedOn) ? message : last;
}
