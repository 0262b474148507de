import type { EmulatorClock } from "../engine/clock.ts";
import { badRequest } from "../engine/errors.ts";
import { LAST_TIME, milliseconds, readValue, time } from "./check.ts";

/**
 * Creates a clock that rejects invalid values with an error that names them.
 * @param clock - The clock to control.
 */
export function createCheckedClock(clock: EmulatorClock): EmulatorClock {
  return {
    now: () => clock.now(),
    freeze: (at) => clock.freeze(at === undefined ? at : readValue(at, "clock.freeze", time)),
    advance(wish) {
      const by = readValue(wish, "clock.advance", milliseconds);
      if (clock.now() + by > LAST_TIME) {
        throw badRequest("clock.advance must not set the clock past the year 9999.");
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
