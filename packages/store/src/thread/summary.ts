import type { ChatParticipant } from "@acs-chat/client";
import type { StoreMessage } from "../messages/model.ts";
import type { StoreThread, ThreadState } from "./face.ts";

/** A thread in the list. */
export interface ThreadSummary {
  readonly id: string;
  readonly topic: string;
  readonly participants: readonly ChatParticipant[];
  readonly lastMessage: StoreMessage | undefined;
  /** When the last message was received. The list is sorted by it. */
  readonly lastMessageReceivedOn: Date | undefined;
  /** The number of unread messages; 100 means 100 or more; undefined until it is known. */
  readonly unreadCount: number | undefined;
  readonly membership: ThreadState["membership"];
}

/** @param listedOn - when the last message was received, as far as the list of the service tells */
export function summaryOf(thread: StoreThread, listedOn: Date | undefined): ThreadSummary {
  const { membership, lastMessage, unreadCount } = thread.state.getSnapshot();
  const createdOn = lastMessage?.createdOn;
  return {
    id: thread.id,
    topic: thread.properties.getSnapshot().topic,
    participants: thread.participants.getSnapshot(),
    lastMessage,
    lastMessageReceivedOn: createdOn && (!listedOn || createdOn > listedOn) ? createdOn : listedOn,
    unreadCount,
    membership,
  };
}

/** Compares two threads for an order by their last messages, newest first. */
export function newestFirst(one: ThreadSummary, other: ThreadSummary): number {
  // Times are in whole seconds, ids in milliseconds.
  return lastTime(other) - lastTime(one) || lastId(other) - lastId(one);
}

const lastTime = ({ lastMessageReceivedOn }: ThreadSummary): number =>
  +(lastMessageReceivedOn ?? 0);
const lastId = ({ lastMessage }: ThreadSummary): number => Number(lastMessage?.id ?? 0);
