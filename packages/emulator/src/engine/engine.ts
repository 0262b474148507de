import type { EmulatorClock } from "./clock.ts";
import { type ServiceError, badRequestWithoutMessage, forbidden, notFound } from "./errors.ts";
import type { DomainEvent, DomainEventBody, DomainEventListener } from "./events.ts";
import type { IdSource } from "./ids.ts";
import type { ParticipantRecord, ThreadRecord } from "./records.ts";
import type { Store } from "../store/store.ts";
import { OUTSIDER_STATUS } from "./unverified.ts";

/** How closely the emulator keeps to the published limits. */
export type Strictness =
  /** Limits and rate limits, and 400 for properties the api-version does not know. */
  | "strict"
  /** Limits, but no rate limits; properties the api-version does not know are ignored. */
  | "default"
  /** Neither. */
  | "loose";

/** What an engine is made of. */
export interface EngineParts {
  readonly store: Store;
  readonly clock: EmulatorClock;
  readonly ids: IdSource;
  /** The ACS resource that users belong to: the GUID in `8:acs:<resource>_<user>`. */
  readonly resourceId: string;
  readonly strictness: Strictness;
}

/** State and rules of the service, without HTTP. */
export interface Engine extends EngineParts {
  /**
   * Hears all domain events from now on: after their change is stored, in order, one at a time.
   * @returns What ends the subscription.
   */
  subscribe(listener: DomainEventListener): () => void;
  /** Emits an event to its recipients (those given, or the thread's participants). */
  emit(threadId: string, body: DomainEventBody, recipients?: readonly string[]): void;
}

/** Who calls: the user a token names, and what the token allows. */
export interface Caller {
  readonly userId: string;
  readonly scopes: ReadonlySet<string>;
  /** True if a test or a seed acts for the user: what only Teams could do is allowed then. */
  readonly fromOutside?: true;
}

/** Makes an engine from its parts. */
export function createEngine(
  parts: EngineParts,
  onListenerError: (error: unknown) => void = (error) =>
    queueMicrotask(() => {
      throw error;
    }),
): Engine {
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
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          onListenerError(error);
        }
      }
    },
  };
}

/** Raw ids of all who are in the thread now. */
export function participantIds(store: Store, threadId: string): string[] {
  return store.listParticipants(threadId, { skip: 0, limit: Infinity }).map((one) => one.userId);
}

/** What the ids of all threads have in common; what is between is the service's own affair. */
const THREAD_ID = /^19:.+@thread\.\w+$/;

/** The thread, also if it is deleted. */
export function requireKnownThread(engine: Engine, threadId: string): ThreadRecord {
  const thread = engine.store.getThread(threadId);
  if (thread !== undefined) return thread;
  if (!THREAD_ID.test(threadId)) throw badRequestWithoutMessage("The thread id is malformed.");
  throw unknownThread();
}

/** The thread, if it exists and is not deleted. */
export function requireThread(engine: Engine, threadId: string): ThreadRecord {
  const thread = requireKnownThread(engine, threadId);
  if (thread.deletedOn !== undefined) throw unknownThread();
  return thread;
}

const unknownThread = (): ServiceError => notFound("The specified thread id was not found.");

/** The caller's place in a thread of which the caller is a participant now. */
export function requireParticipant(
  engine: Engine,
  caller: Caller,
  threadId: string,
): ParticipantRecord {
  const participant = engine.store.getParticipant(threadId, caller.userId);
  if (participant === undefined || participant.removedAtVersion !== undefined) throw outsider();
  return participant;
}

/** The caller's place in a thread, also if the caller was removed since. */
export function requireReader(engine: Engine, caller: Caller, threadId: string): ParticipantRecord {
  const participant = engine.store.getParticipant(threadId, caller.userId);
  if (participant === undefined) throw outsider();
  return participant;
}

function outsider(): ServiceError {
  return OUTSIDER_STATUS === 403 ? forbidden() : unknownThread();
}

/** The next version of a thread: now, but always above the last one. */
export const nextVersion = (thread: ThreadRecord, now: number): number =>
  Math.max(now, thread.lastVersion + 1);
