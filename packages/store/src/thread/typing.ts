import type { StoreThreadClient } from "../client-face.ts";
import type { StoreContext } from "../context.ts";
import type { StoreIdentifier } from "../identity.ts";
import { storeLimits } from "../limits.ts";
import type { Cell } from "../lib/slice.ts";

/** Somebody who is typing. */
export interface Typist {
  readonly typist: StoreIdentifier;
  /** The typist's raw id. */
  readonly typistId: string;
  /** The name sent with the notification; empty when there was none. */
  readonly displayName: string;
}

/** Who is typing in a thread, until a while after the last notification. */
export interface Typing {
  started(typist: Typist): void;
  /** Somebody sent a message, or left. */
  stopped(typistId: string): void;
  /** Tells the others that this user is typing: at most every 8 seconds. */
  notify(): void;
  /** Lets the next notification through: a message was sent. */
  reset(): void;
}

/** Typing notifications come every 8 seconds; one that is this old is not followed by another. */
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
