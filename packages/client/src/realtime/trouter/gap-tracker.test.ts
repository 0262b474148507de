import { describe, expect, it } from "vitest";
import type { ResyncRequiredEvent } from "../events.ts";
import { createGapTracker } from "./gap-tracker.ts";
import { createServiceClock } from "./service-clock.ts";

function setUp() {
  const time = { now: 100_000 };
  const clock = createServiceClock(() => time.now);
  const gaps: [number, ResyncRequiredEvent["reason"]][] = [];
  const tracker = createGapTracker(clock, ({ since, reason }) =>
    gaps.push([since.getTime(), reason]),
  );
  tracker.start();
  return { time, clock, gaps, tracker };
}

describe("a gap tracker", () => {
  it("announces a gap when events arrive again, starting a second before the last frame", () => {
    const { tracker, gaps } = setUp();
    tracker.open(150_000);
    tracker.open(160_000);
    expect(gaps).toEqual([]);
    tracker.close(false);
    tracker.close(false);
    expect(gaps).toEqual([[149_000, "disconnected"]]);
  });

  it("announces nothing if the service has kept the events, or after a reset", () => {
    const { tracker, gaps } = setUp();
    tracker.open(150_000);
    tracker.close(true);
    tracker.open(150_000);
    tracker.reset();
    tracker.close(false);
    expect(gaps).toEqual([]);
  });

  it("announces a loss from the last time without missing events", () => {
    const { tracker, gaps, time } = setUp();
    time.now = 120_000;
    tracker.announceLoss();
    tracker.announceLoss();
    expect(gaps).toEqual([
      [99_000, "messageLoss"],
      [119_000, "messageLoss"],
    ]);
  });

  it("counts a loss from the greeting, or from before a move or within a gap", () => {
    const { tracker, gaps, time } = setUp();
    time.now = 110_000;
    tracker.greeted(false);
    time.now = 120_000;
    tracker.greeted(true);
    tracker.announceLoss();
    tracker.open(105_000);
    tracker.greeted(false);
    tracker.announceLoss();
    expect(gaps).toEqual([
      [109_000, "messageLoss"],
      [104_000, "messageLoss"],
    ]);
  });

  it("uses the service's time after a response contained it", () => {
    const { tracker, gaps, clock } = setUp();
    clock.synchronize("no date");
    clock.synchronize(new Date(3_700_000).toUTCString());
    tracker.open(100_000);
    tracker.close(false);
    expect(gaps).toEqual([[3_699_000, "disconnected"]]);
  });
});
