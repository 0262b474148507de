import type { EmulatorClock } from "../engine/clock.ts";
import { badRequest } from "../engine/errors.ts";
import { LAST_TIME, milliseconds, readValue, time } from "./check.ts";

/**
 * A clock that refuses values out of range by name.
 * @param clock - The clock to move.
 */
export function createCheckedClock(clock: EmulatorClock): EmulatorClock {
  return {
    now: () => clock.now(),
    freeze: (at) => clock.freeze(at === undefined ? at : readValue(at, "clock.freeze", time)),
    advance(wish) {
      const by = readValue(wish, "clock.advance", milliseconds);
      if (clock.now() + by > LAST_TIME) {
        throw badRequest("clock.advance must not lead beyond the year 9999.");
      }
      clock.advance(by);
    },
    set: (at) => clock.set(readValue(at, "clock.set", time)),
    reset: () => clock.reset(),
    get frozen() {
      return clock.frozen;
    },
  };
}
