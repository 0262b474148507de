import type { ResyncRequiredEvent } from "../events.ts";
import type { ServiceClock } from "./service-clock.ts";

/** The service reports whole seconds, so a gap begins one second earlier. */
const clockResolution = 1000;

// Why a gap is assumed: docs/decisions/0060-gaps-are-reported-unless-the-server-excludes-them.md
/** Knows since when events may be missing, and announces it. */
export interface GapTracker {
  /** A start: events are expected from now on. */
  start(): void;
  /** The connection was lost. `lastHeardAt` is the local time of its last frame. */
  open(lastHeardAt: number): void;
  /** A connection was greeted. `isMove`: another one still delivers events. */
  greeted(isMove: boolean): void;
  /** Events arrive again. The gap is announced unless the service has kept the events. */
  close(isRetained: boolean): void;
  /** The service lost events while connected: announces a gap since the last time nothing was missing. */
  announceLoss(): void;
  /** A stop: no event is expected any more. */
  reset(): void;
}

/** Creates a tracker without a gap. */
export function createGapTracker(
  clock: ServiceClock,
  announce: (gap: ResyncRequiredEvent) => void,
): GapTracker {
  /** The begin of the gap; undefined while no events are missing. */
  let gapSince: number | undefined;
  /** No unannounced event is missing before this time. */
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
