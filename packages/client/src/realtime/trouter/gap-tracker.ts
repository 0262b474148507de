import type { ResyncRequiredEvent } from "../events.ts";
import type { ServiceClock } from "./service-clock.ts";

/** The service reports whole seconds, so a gap begins one second earlier. */
const clockResolution = 1000;

// Why a gap is assumed: docs/decisions/0060-gaps-are-reported-unless-the-server-excludes-them.md
/** Records since when events may be missing, and announces such gaps. */
export interface GapTracker {
  /** Starts tracking: events are expected from now on. */
  start(): void;
  /** Records a lost connection. `lastHeardAt` is the local time of its last frame. */
  open(lastHeardAt: number): void;
  /** Records a greeted connection. `isMove`: another connection still delivers events. */
  greeted(isMove: boolean): void;
  /** Records that events arrive again. Announces the gap unless the service has kept the events. */
  close(isRetained: boolean): void;
  /** Announces events that the service lost while connected, since the last time nothing was missing. */
  announceLoss(): void;
  /** Stops tracking: no events are expected any more. */
  reset(): void;
}

/** Creates a tracker without a gap. */
export function createGapTracker(
  clock: ServiceClock,
  announce: (gap: ResyncRequiredEvent) => void,
): GapTracker {
  /** The start of the gap; undefined while no events are missing. */
  let gapSince: number | undefined;
  /** Before this time, every event was received or announced as missing. */
  let checkpoint = clock.now();

  const report = (since: number, reason: ResyncRequiredEvent["reason"]): void =>
    announce({ since: new Date(since - clockResolution), reason });

  return {
    start() {
      checkpoint = clock.now();
    },
    open(lastHeardAt) {
      gapSince ??= clock.fromLocal(lastHeardAt);
    },
    greeted(isMove) {
      checkpoint = gapSince ?? (isMove ? checkpoint : clock.now());
    },
    close(isRetained) {
      const since = gapSince;
      gapSince = undefined;
      if (since !== undefined && !isRetained) report(since, "disconnected");
    },
    announceLoss() {
      const since = checkpoint;
      checkpoint = clock.now();
      report(since, "messageLoss");
    },
    reset() {
      gapSince = undefined;
    },
  };
}
