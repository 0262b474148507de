import {
  type Caller,
  type Engine,
  participantIds,
  requireKnownThread,
  requireParticipant,
  requireThread,
} from "./engine.ts";
import { forbidden } from "./errors.ts";
import { checkMetadata, mergeMetadata, type MetadataPatch } from "./metadata.ts";
import {
  type InvalidParticipant,
  type ParticipantInput,
  checkCallSize,
  sortParticipants,
  toMention,
} from "./participants.ts";
import type { ThreadIdForm } from "./ids.ts";
import { DEFAULT_SHARE_HISTORY_TIME, LEFT_THREADS_LISTED } from "./recorded.ts";
import type { ParticipantRecord, ThreadRecord } from "./records.ts";
import type { ThreadQuery } from "../store/store.ts";
import { type RetentionInput, toRetention } from "./retention.ts";
import { systemMessage } from "./system-messages.ts";
import { ANY_PARTICIPANT_DELETES_THREAD, REPEATABILITY_MILLISECONDS } from "./unverified.ts";

/** The thread to create. */
export interface CreateThreadInput {
  readonly topic: string;
  readonly participants?: readonly ParticipantInput[];
  readonly metadata?: Readonly<Record<string, string>>;
  readonly retentionPolicy?: RetentionInput;
  /** Default: the newest form. */
  readonly idForm?: ThreadIdForm;
}

/** A created thread, and the participants who could not be added. */
export interface CreatedThread {
  readonly thread: ThreadRecord;
  readonly invalidParticipants: readonly InvalidParticipant[];
}

/**
 * Creates a thread with its creator as a participant. A repeatability-request-id that the user has
 * used before returns the thread that was created then.
 */
export function createThread(
  engine: Engine,
  caller: Caller,
  input: CreateThreadInput,
  repeatabilityRequestId?: string,
): CreatedThread {
  const { store } = engine;
  const now = engine.clock.now();
  const inputs = input.participants ?? [];
  checkCallSize(engine, inputs);
  checkMetadata(engine, input.metadata, "thread");
  const retention = toRetention(engine, input.retentionPolicy);
  const { valid, invalid } = sortParticipants(engine, caller, inputs);

  const earlier = createdBefore(engine, caller, repeatabilityRequestId);
  if (earlier !== undefined) return { thread: earlier, invalidParticipants: invalid };

  const id = engine.ids.threadId(input.idForm);
  const creator: ParticipantInput = valid.get(caller.userId) ?? {
    userId: caller.userId,
    shareHistoryTime: DEFAULT_SHARE_HISTORY_TIME,
  };
  const everyone = [creator, ...[...valid.values()].filter((one) => one !== creator)];
  const participants = everyone.map((one, index) => toParticipant(id, one, index));
  const start: ThreadRecord = {
    id,
    topic: input.topic,
    createdOn: now,
    createdBy: caller.userId,
    ...(input.metadata && Object.keys(input.metadata).length > 0 && { metadata: input.metadata }),
    ...retention,
    lastMessageOn: now,
    lastVersion: now - 1,
    lastSequence: 0,
  };
  const added = systemMessage(start, now, {
    type: "participantAdded",
    participants: participants.map(toMention),
    initiatorId: caller.userId,
  });
  const named = systemMessage(added.thread, now, {
    type: "topicUpdated",
    topic: input.topic,
    initiatorId: caller.userId,
  });
  const thread = named.thread;
  store.transaction(() => {
    store.putThread(thread);
    for (const participant of participants) store.putParticipant(participant);
    store.putMessage(added.message);
    store.putMessage(named.message);
    if (repeatabilityRequestId !== undefined) {
      const requestId = repeatabilityRequestId;
      store.putRepeatable({ userId: caller.userId, requestId, threadId: id, createdOn: now });
    }
  });
  engine.emit(id, { type: "chatThreadCreated", thread, participants });
  return { thread, invalidParticipants: invalid };
}

/** Returns the thread that an earlier request with the same repeatability-request-id has created. */
function createdBefore(
  { store, clock }: Engine,
  { userId }: Caller,
  requestId: string | undefined,
): ThreadRecord | undefined {
  const created = requestId === undefined ? undefined : store.getRepeatable(userId, requestId);
  if (created === undefined) return undefined;
  if (clock.now() - created.createdOn >= REPEATABILITY_MILLISECONDS) return undefined;
  return store.getThread(created.threadId);
}

const toParticipant = (
  threadId: string,
  input: ParticipantInput,
  position: number,
): ParticipantRecord => ({
  ...input,
  threadId,
  position,
  shareHistoryTime: input.shareHistoryTime ?? DEFAULT_SHARE_HISTORY_TIME,
});

/** Returns a thread. The caller must be a participant. */
export function getThread(engine: Engine, caller: Caller, threadId: string): ThreadRecord {
  const thread = requireThread(engine, threadId);
  requireParticipant(engine, caller, threadId);
  return thread;
}

/** The changes of a thread. Null removes a property. */
export interface UpdateThreadInput {
  readonly topic?: string;
  readonly metadata?: MetadataPatch | null;
  readonly retentionPolicy?: RetentionInput | null;
}

/** Updates a thread. A new topic also posts a topicUpdated message. */
export function updateThread(
  engine: Engine,
  caller: Caller,
  threadId: string,
  input: UpdateThreadInput,
): void {
  const { store } = engine;
  const now = engine.clock.now();
  const before = requireThread(engine, threadId);
  requireParticipant(engine, caller, threadId);
  const { metadata, deleteThreadAfterDays, retentionNone, ...rest } = before;
  const merged = mergeMetadata(metadata, input.metadata);
  checkMetadata(engine, merged, "thread");
  const retention =
    input.retentionPolicy === undefined
      ? {
          ...(deleteThreadAfterDays !== undefined && { deleteThreadAfterDays }),
          ...(retentionNone !== undefined && { retentionNone }),
        }
      : toRetention(engine, input.retentionPolicy);
  const changed: ThreadRecord = {
    ...rest,
    ...(merged && { metadata: merged }),
    ...retention,
    topic: input.topic ?? before.topic,
  };
  const renamed =
    input.topic === undefined
      ? undefined
      : systemMessage(changed, now, {
          type: "topicUpdated",
          topic: input.topic,
          initiatorId: caller.userId,
        });
  const thread = renamed?.thread ?? changed;
  store.transaction(() => {
    store.putThread(thread);
    if (renamed) store.putMessage(renamed.message);
  });
  engine.emit(threadId, {
    type: "chatThreadPropertiesUpdated",
    thread,
    updatedBy: caller.userId,
    updatedOn: now,
  });
}

/** Deletes a thread, which makes it and its messages unavailable. Deleting it again does nothing. */
export function deleteThread(engine: Engine, caller: Caller, threadId: string): void {
  const { store } = engine;
  const before = requireKnownThread(engine, threadId);
  requireParticipant(engine, caller, threadId);
  if (before.deletedOn !== undefined) return;
  if (!ANY_PARTICIPANT_DELETES_THREAD && before.createdBy !== caller.userId) throw forbidden();
  const deletedOn = engine.clock.now();
  const recipients = participantIds(store, threadId);
  const thread: ThreadRecord = { ...before, deletedOn };
  store.transaction(() => store.putThread(thread));
  engine.emit(
    threadId,
    { type: "chatThreadDeleted", thread, deletedBy: caller.userId, deletedOn },
    recipients,
  );
}

/** Lists the caller's threads, latest message first, including deleted threads and those the caller has left. */
export function listThreads(
  engine: Engine,
  caller: Caller,
  query: Omit<ThreadQuery, "removed">,
): ThreadRecord[] {
  return engine.store.listThreads(caller.userId, { ...query, removed: LEFT_THREADS_LISTED });
}
