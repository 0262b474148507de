import { createChatControl } from "../control/chat.ts";
import { createCheckedClock } from "../control/clock.ts";
import { createFaults } from "../control/faults.ts";
import { createRequestLog } from "../control/request-log.ts";
import type { Engine } from "../engine/engine.ts";
import type { EventGrid } from "../event-grid/event-grid.ts";
import type { RealtimeControl } from "../realtime/control.ts";
import type { RateLimiter } from "../http/rate-limits.ts";
import { withRetention } from "../engine/retention.ts";
import { emptyState } from "../store/store.ts";
import type { EmulatorControl, Health } from "./emulator.ts";
import { applySeed } from "./seed.ts";
import type { Seed } from "./seed-schema.ts";
import { checkSnapshot } from "./snapshot.ts";

/** What the control API needs from the emulator. */
export interface ControlParts {
  readonly engine: Engine;
  readonly rateLimiter: RateLimiter;
  /** The seed that a reset restores. */
  readonly seed: Seed;
  readonly health: () => Health;
  readonly realtime: RealtimeControl;
  readonly eventGrid: EventGrid;
}

/** Creates the control API of an emulator. */
export function createControl({
  engine,
  rateLimiter,
  seed,
  health,
  realtime,
  eventGrid,
}: ControlParts): EmulatorControl {
  const { store } = engine;
  const clock = createCheckedClock(withRetention(engine, () => eventGrid.wake()));
  const faults = createFaults();
  const requests = createRequestLog();
  return {
    health,
    clock,
    faults,
    requests,
    chat: createChatControl(engine),
    realtime,
    eventGrid: eventGrid.control,
    rateLimits: rateLimiter,
    async reset() {
      clock.reset();
      faults.clear();
      realtime.reset();
      requests.clear();
      rateLimiter.reset();
      rateLimiter.enforced = engine.strictness === "strict";
      store.load(emptyState());
      await eventGrid.reset(() => applySeed(engine, seed));
    },
    snapshot: () => ({ format: 1, at: clock.now(), state: store.dump() }),
    restore(snapshot) {
      store.load(checkSnapshot(snapshot).state);
      rateLimiter.reset();
    },
    seed: (more) => applySeed(engine, more),
    state() {
      const state = store.dump();
      const images = state.images.map((image) => Object.assign({}, image, { base64: "" }));
      return { ...state, images };
    },
  };
}
