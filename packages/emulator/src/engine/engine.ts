import { callListeners } from "../listeners.ts";
import type { EmulatorClock } from "./clock.ts";
import { type ServiceError, badRequestWithoutMessage, forbidden, notFound } from "./errors.ts";
import type { DomainEvent, DomainEventBody, DomainEventListener } from "./events.ts";
import type { IdSource } from "./ids.ts";
import type { ParticipantRecord, ThreadRecord } from "./records.ts";
import type { Store } from "../store/store.ts";
import { OUTSIDER_STATUS } from "./unverified.ts";

/** Which of the published limits the emulator enforces. */
export type Strictness =
  /** Limits and rate limits, and 400 for properties that the API version does not have. */
  | "strict"
  /** Limits, but no rate limits. Properties that the API version does not have are ignored. */
  | "default"
  /** Neither limits nor rate limits. */
  | "loose";

/** The dependencies of an engine. */
export interface EngineParts {
  readonly store: Store;
  readonly clock: EmulatorClock;
  readonly ids: IdSource;
  /** The resource that users belong to: the GUID in `8:acs:<resource>_<user>`. */
  readonly resourceId: string;
  readonly strictness: Strictness;
}

/** The state and rules of the service, without HTTP. */
export interface Engine extends EngineParts {
  /**
   * Adds a listener for domain events. Events are sent in order, one at a time, after their change is stored.
   * @returns A function that removes the listener.
   */
  subscribe(listener: DomainEventListener): () => void;
  /** Emits an event to the given recipients, or to the thread's participants. */
  emit(threadId: string, body: DomainEventBody, recipients?: readonly string[]): void;
}

/** The user that a token belongs to, and the scopes of the token. */
export interface Caller {
  readonly userId: string;
  readonly scopes: ReadonlySet<string>;
  /** True if a test or a seed acts for the user. This allows actions that otherwise only Teams can perform. */
  readonly fromOutside?: true;
}

/** Creates an engine from its parts. */
export function createEngine(parts: EngineParts): Engine {
  const listeners = new Set<DomainEventListener>();
  let lastNumber = 0;
  return {
    ...parts,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(threadId, body, recipients) {
      lastNumber += 1;
      if (listeners.size === 0) return;
      const event: DomainEvent = {
        ...body,
        number: lastNumber,
        threadId,
        recipients: recipients ?? participantIds(parts.store, threadId),
      };
      callListeners(listeners, event);
    },
  };
}

/** Returns the raw ids of the current participants. */
export function participantIds(store: Store, threadId: string): string[] {
  return store.listParticipants(threadId, { skip: 0, limit: Infinity }).map((one) => one.userId);
}

/** The shape of thread ids. The part in the middle is opaque. */
const THREAD_ID = /^19:.+@thread\.\w+$/;

/** Returns a thread, including a deleted one. Throws if it does not exist. */
export function requireKnownThread(engine: Engine, threadId: string): ThreadRecord {
  const thread = engine.store.getThread(threadId);
  if (thread !== undefined) return thread;
  if (!THREAD_ID.test(threadId)) throw badRequestWithoutMessage("The thread id is malformed.");
  throw unknownThread();
}

/** Returns a thread. Throws if it does not exist or is deleted. */
export function requireThread(engine: Engine, threadId: string): ThreadRecord {
  const thread = requireKnownThread(engine, threadId);
  if (thread.deletedOn !== undefined) throw unknownThread();
  return thread;
}

const unknownThread = (): ServiceError => notFound("The specified thread id was not found.");

/** Returns the caller's record in a thread. Throws if the caller is not a participant. */
export function requireParticipant(
  engine: Engine,
  caller: Caller,
  threadId: string,
): ParticipantRecord {
  const participant = engine.store.getParticipant(threadId, caller.userId);
  if (participant === undefined || participant.removedAtVersion !== undefined) throw outsider();
  return participant;
}

/** Returns the caller's record in a thread, even if the caller has been removed. */
export function requireReader(engine: Engine, caller: Caller, threadId: string): ParticipantRecord {
  const participant = engine.store.getParticipant(threadId, caller.userId);
  if (participant === undefined) throw outsider();
  return participant;
}

function outsider(): ServiceError {
  return OUTSIDER_STATUS === 403 ? forbidden() : unknownThread();
}

/** Returns the next version of a thread: the current time, but always more than the last version. */
export const nextVersion = (thread: ThreadRecord, now: number): number =>
  Math.max(now, thread.lastVersion + 1);
