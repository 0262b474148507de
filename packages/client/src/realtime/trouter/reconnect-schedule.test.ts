import { expect, it } from "vitest";
import { createReconnectSchedule } from "./reconnect-schedule.ts";

function setUp() {
  const time = { now: 0 };
  return { time, schedule: createReconnectSchedule({ now: () => time.now, jitter: () => 0.5 }) };
}

it("doubles the delay with each failure up to 30 seconds, with jitter", () => {
  const { schedule } = setUp();
  const delays = Array.from({ length: 10 }, () => {
    const delay = schedule.delay();
    schedule.failed();
    return delay;
  });
  expect(delays).toEqual([62.5, 125, 250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
});

it("counts a connection of less than 10 seconds as a failure, and resets after a longer one", () => {
  const { schedule, time } = setUp();
  schedule.connected();
  time.now = 9999;
  schedule.disconnected();
  expect(schedule.failures).toBe(1);
  schedule.connected();
  time.now += 10_000;
  schedule.disconnected();
  expect(schedule.failures).toBe(0);
});
