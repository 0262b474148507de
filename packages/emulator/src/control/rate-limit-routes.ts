import type { Hono } from "hono";
import type { EmulatorControl } from "../emulator/emulator.ts";
import { LIMITS_READ_ON, RATE_LIMITS } from "../engine/limits.ts";
import { checkRateLimitWish } from "./input.ts";
import { json } from "./json.ts";

/** Adds the routes of the rate limits under `/_emulator/rate-limits`. */
export function serveRateLimits(app: Hono, settings: EmulatorControl["rateLimits"]): void {
  const rateLimits = (): object => ({
    enforced: settings.enforced,
    readOn: LIMITS_READ_ON,
    limits: RATE_LIMITS,
  });
  app.get("/rate-limits", (context) => context.json(rateLimits()));
  app.put("/rate-limits", async (context) => {
    const { enforced } = checkRateLimitWish(await json(context.req));
    if (enforced !== undefined) settings.enforced = enforced;
    return context.json(rateLimits());
  });
}
