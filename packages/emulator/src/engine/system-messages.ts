import { nextVersion } from "./engine.ts";
import type { MessageRecord, ThreadRecord } from "./records.ts";

type SystemMessageContent = Pick<MessageRecord, "type" | "topic" | "participants" | "initiatorId">;

/** Creates a system message, and the thread's record after it. Stores neither. */
export function systemMessage(
  thread: ThreadRecord,
  now: number,
  content: SystemMessageContent,
): { message: MessageRecord; thread: ThreadRecord } {
  const version = nextVersion(thread, now);
  const sequence = thread.lastSequence + 1;
  return {
    message: {
      ...content,
      threadId: thread.id,
      id: version,
      version,
      sequence,
      createdOn: now,
    },
    thread: { ...thread, lastMessageOn: now, lastVersion: version, lastSequence: sequence },
  };
}
