import { type Engine, participantIds } from "./engine.ts";
import type { EmulatorClock } from "./clock.ts";
import { badRequest } from "./errors.ts";
import { LIMITS } from "./limits.ts";
import type { ThreadRecord } from "./records.ts";

/** A retention policy in a request. Unknown kinds are refused. */
export interface RetentionInput {
  readonly kind: string;
  readonly deleteThreadAfterDays?: number;
}

/** The part of a thread's record that describes its retention. */
export type Retention = Pick<ThreadRecord, "deleteThreadAfterDays" | "retentionNone">;

/** Reads a retention policy. Null removes an earlier policy, which is then shown as `none`. */
export function toRetention(engine: Engine, input: RetentionInput | null | undefined): Retention {
  if (input === undefined) return {};
  if (input === null || input.kind === "none") return { retentionNone: true };
  const days = input.deleteThreadAfterDays;
  if (input.kind !== "threadCreationDate" || days === undefined) {
    throw badRequest("retentionPolicy.kind must be threadCreationDate or none.");
  }
  const { least, most } = LIMITS.retentionDays;
  const allowed = engine.strictness === "loose" ? days >= 1 : days >= least && days <= most;
  if (!allowed) {
    throw badRequest(`retentionPolicy.deleteThreadAfterDays must be from ${least} to ${most}.`);
  }
  return { deleteThreadAfterDays: days };
}

/** Deletes the threads whose retention period has ended, by the emulator's clock. */
export function applyRetention(engine: Engine): void {
  const { store, clock } = engine;
  const now = clock.now();
  if (now < store.nextExpiry()) return;
  for (const thread of store.expiredThreads(now)) {
    const recipients = participantIds(store, thread.id);
    const deleted: ThreadRecord = { ...thread, deletedOn: now };
    store.transaction(() => store.putThread(deleted));
    engine.emit(
      thread.id,
      { type: "chatThreadDeleted", thread: deleted, deletedOn: now },
      recipients,
    );
  }
}

/**
 * Wraps the engine's clock so that expired threads are deleted as soon as the clock is moved.
 * @param onMove - Called after the clock was moved.
 */
export function withRetention(engine: Engine, onMove: () => void = () => {}): EmulatorClock {
  const { clock } = engine;
  const moved = (move: () => void): void => {
    move();
    applyRetention(engine);
    onMove();
  };
  return {
    now: () => clock.now(),
    freeze: (at) => moved(() => clock.freeze(at)),
    advance: (milliseconds) => moved(() => clock.advance(milliseconds)),
    set: (at) => moved(() => clock.set(at)),
    reset: () => moved(() => clock.reset()),
    get frozen() {
      return clock.frozen;
    },
  };
}
