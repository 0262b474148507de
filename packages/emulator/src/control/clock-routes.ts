import type { Hono } from "hono";
import type { EmulatorClock } from "../engine/clock.ts";
import { checkClockWish } from "./input.ts";
import { json } from "./json.ts";

/** Adds the routes of the clock under `/_emulator/clock`. */
export function serveClock(app: Hono, clock: EmulatorClock): void {
  const time = (): object => ({ now: new Date(clock.now()).toISOString(), frozen: clock.frozen });
  app.get("/clock", (context) => context.json(time()));
  app.post("/clock", async (context) => {
    const wish = checkClockWish(await json(context.req));
    if (wish.reset) clock.reset();
    if (wish.set !== undefined) clock.set(wish.set);
    if (wish.freeze) clock.freeze();
    if (wish.advance !== undefined) clock.advance(wish.advance);
    return context.json(time());
  });
}
