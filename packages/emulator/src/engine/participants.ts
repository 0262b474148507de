import {
  type Caller,
  type Engine,
  participantIds,
  requireParticipant,
  requireThread,
} from "./engine.ts";
import { ServiceError, badRequestWithoutMessage, notFound } from "./errors.ts";
import { isTeamsUser, resourceOf } from "./identifiers.ts";
import { LIMITS } from "./limits.ts";
import { checkMetadata } from "./metadata.ts";
import type { MentionedParticipant, ParticipantRecord } from "./records.ts";
import { systemMessage } from "./system-messages.ts";
import { DEFAULT_SHARE_HISTORY_TIME } from "./recorded.ts";
import {
  PARTICIPANTS_MUST_EXIST,
  REMOVE_ABSENT_STATUS,
  REMOVED_SEES_REMOVAL,
  TEAMS_USERS_CANNOT_BE_ADDED,
  THREAD_FULL_STATUS,
} from "./unverified.ts";

/** A participant to add. */
export interface ParticipantInput {
  readonly userId: string;
  readonly displayName?: string;
  readonly shareHistoryTime?: number;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A participant who could not be added, and the reason. */
export interface InvalidParticipant {
  readonly target: string;
  readonly code: string;
  readonly message: string;
}

/** Checks that a request does not contain too many participants. */
export function checkCallSize(engine: Engine, inputs: readonly unknown[]): void {
  if (engine.strictness !== "loose" && inputs.length > LIMITS.participantsPerCall) {
    throw badRequestWithoutMessage(`More than ${LIMITS.participantsPerCall} participants.`);
  }
}

/** Separates the participants who can be added (without repetitions) from those whom the service refuses. */
export function sortParticipants(
  engine: Engine,
  caller: Caller,
  inputs: readonly ParticipantInput[],
): { valid: Map<string, ParticipantInput>; invalid: InvalidParticipant[] } {
  const noTeamsUsers =
    TEAMS_USERS_CANNOT_BE_ADDED && engine.strictness === "strict" && caller.fromOutside !== true;
  const valid = new Map<string, ParticipantInput>();
  const invalid = new Map<string, InvalidParticipant>();
  for (const input of inputs) {
    checkMetadata(engine, input.metadata, "participant");
    const resource = resourceOf(input.userId);
    const foreign = resource !== undefined && resource !== engine.resourceId;
    const refused = noTeamsUsers && isTeamsUser(input.userId);
    const missing =
      PARTICIPANTS_MUST_EXIST &&
      resource !== undefined &&
      engine.store.getIdentity(input.userId) === undefined;
    if (foreign || refused || missing) {
      const target = input.userId;
      invalid.set(target, { target, code: "403", message: "Permissions check failed" });
    } else {
      valid.set(input.userId, input);
    }
  }
  return { valid, invalid: [...invalid.values()] };
}

/** Returns a participant as shown in system messages. */
export const toMention = (one: ParticipantRecord): MentionedParticipant => ({
  userId: one.userId,
  ...(one.displayName !== undefined && { displayName: one.displayName }),
  shareHistoryTime: one.shareHistoryTime,
});

const toNewcomer = (
  one: ParticipantRecord,
): MentionedParticipant & Pick<ParticipantRecord, "metadata"> => ({
  ...toMention(one),
  ...(one.metadata && { metadata: one.metadata }),
});

/** Adds participants. Those who are in the thread already stay unchanged. */
export function addParticipants(
  engine: Engine,
  caller: Caller,
  threadId: string,
  inputs: readonly ParticipantInput[],
): readonly InvalidParticipant[] {
  const { store } = engine;
  const now = engine.clock.now();
  const before = requireThread(engine, threadId);
  const initiator = requireParticipant(engine, caller, threadId);
  checkCallSize(engine, inputs);
  const { valid, invalid } = sortParticipants(engine, caller, inputs);

  const present = store.listParticipants(threadId, { skip: 0, limit: Infinity });
  let position = Math.max(-1, ...present.map((one) => one.position)) + 1;
  const added: ParticipantRecord[] = [];
  for (const input of valid.values()) {
    if (present.some((one) => one.userId === input.userId)) continue;
    const shareHistoryTime = input.shareHistoryTime ?? DEFAULT_SHARE_HISTORY_TIME;
    added.push({ ...input, threadId, shareHistoryTime, position: position++ });
  }
  if (
    engine.strictness !== "loose" &&
    present.length + added.length > LIMITS.participantsPerThread
  ) {
    throw new ServiceError(
      THREAD_FULL_STATUS,
      THREAD_FULL_STATUS === 403 ? "Forbidden" : "BadRequest",
      `A thread has at most ${LIMITS.participantsPerThread} participants.`,
    );
  }

  const announcement =
    added.length === 0
      ? undefined
      : systemMessage(before, now, {
          type: "participantAdded",
          participants: added.map(toMention),
          initiatorId: caller.userId,
        });
  store.transaction(() => {
    for (const participant of added) store.putParticipant(participant);
    if (announcement) {
      store.putThread(announcement.thread);
      store.putMessage(announcement.message);
    }
  });
  if (announcement) {
    engine.emit(threadId, {
      type: "participantsAdded",
      participants: added.map(toNewcomer),
      initiatorId: caller.userId,
      ...(initiator.displayName !== undefined && { initiatorDisplayName: initiator.displayName }),
      changedOn: now,
      version: announcement.message.version,
    });
  }
  return invalid;
}

/** Removes a participant. Every participant may remove any other, or leave. */
export function removeParticipant(
  engine: Engine,
  caller: Caller,
  threadId: string,
  userId: string,
): void {
  const { store } = engine;
  const now = engine.clock.now();
  const before = requireThread(engine, threadId);
  const initiator = requireParticipant(engine, caller, threadId);
  const participant = store.getParticipant(threadId, userId);
  if (participant === undefined || participant.removedAtVersion !== undefined) {
    const what = "The user is not a participant of the chat thread.";
    throw REMOVE_ABSENT_STATUS === 404
      ? notFound(what)
      : new ServiceError(REMOVE_ABSENT_STATUS, "Forbidden", what);
  }
  const recipients = participantIds(store, threadId);
  const { message, thread } = systemMessage(before, now, {
    type: "participantRemoved",
    participants: [toMention(participant)],
    initiatorId: caller.userId,
  });
  const removedAtVersion = REMOVED_SEES_REMOVAL ? message.version : message.version - 1;
  store.transaction(() => {
    store.putParticipant({ ...participant, removedAtVersion });
    store.putThread(thread);
    store.putMessage(message);
  });
  engine.emit(
    threadId,
    {
      type: "participantsRemoved",
      participants: [toMention(participant)],
      initiatorId: caller.userId,
      ...(initiator.displayName !== undefined && { initiatorDisplayName: initiator.displayName }),
      changedOn: now,
      version: message.version,
    },
    recipients,
  );
}

/** Lists the participants in the order they were added. */
export function listParticipants(
  engine: Engine,
  caller: Caller,
  threadId: string,
  slice: { skip: number; limit: number },
): ParticipantRecord[] {
  requireThread(engine, threadId);
  requireParticipant(engine, caller, threadId);
  return engine.store.listParticipants(threadId, slice);
}
