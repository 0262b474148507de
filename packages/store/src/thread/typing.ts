import type { StoreThreadClient } from "../client-face.ts";
import type { StoreContext } from "../context.ts";
import type { StoreIdentifier } from "../identity.ts";
import { storeLimits } from "../limits.ts";
import type { Cell } from "../lib/slice.ts";

/** A user who is typing. */
export interface Typist {
  readonly typist: StoreIdentifier;
  /** The typist's raw id. */
  readonly typistId: string;
  /** The display name in the notification; empty if there was none. */
  readonly displayName: string;
}

/** The users who are typing in a thread. They are removed some time after their last notification. */
export interface Typing {
  started(typist: Typist): void;
  /** Called when a user has sent a message or left. */
  stopped(typistId: string): void;
  /** Notifies others that this user is typing, at most every 8 seconds. */
  notify(): void;
  /** Allows the next notification at once, after a message was sent. */
  reset(): void;
}

/** Typing notifications are sent every 8 seconds, so after 10 seconds the user has stopped. */
const shownForInMs = 10_000;

export function createTyping(
  context: StoreContext,
  client: StoreThreadClient,
  cell: Cell<readonly Typist[]>,
): Typing {
  const { timers, link, abortSignal, report, settings } = context;
  const ends = new Map<string, () => void>();
  let notifiedAt = Number.NEGATIVE_INFINITY;

  const without = (typistId: string): readonly Typist[] =>
    cell.getSnapshot().filter((one) => one.typistId !== typistId);
  const stopped = (typistId: string): void => {
    if (!ends.has(typistId)) return;
    ends.get(typistId)!();
    ends.delete(typistId);
    cell.set(without(typistId));
  };
  return {
    started(typist) {
      const { typistId, displayName } = typist;
      ends.get(typistId)?.();
      ends.set(
        typistId,
        timers.after(shownForInMs, () => stopped(typistId)),
      );
      const before = cell.getSnapshot().find((one) => one.typistId === typistId);
      if (before?.displayName !== displayName) cell.set([...without(typistId), typist]);
    },
    stopped,
    notify() {
      const now = timers.now();
      if (link.lost || now - notifiedAt < storeLimits.typingIntervalInMs) return;
      notifiedAt = now;
      const name = settings.displayName;
      client
        .sendTypingNotification({ abortSignal, ...(name && { senderDisplayName: name }) })
        .catch((error: unknown) => {
          notifiedAt = Number.NEGATIVE_INFINITY;
          report(error);
        });
    },
    reset() {
      notifiedAt = Number.NEGATIVE_INFINITY;
    },
  };
}
