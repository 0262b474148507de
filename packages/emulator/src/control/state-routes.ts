import type { Hono } from "hono";
import type { EmulatorControl } from "../emulator/emulator.ts";
import type { Seed } from "../emulator/seed-schema.ts";
import type { Snapshot } from "../emulator/snapshot.ts";
import { json } from "./json.ts";

/** Adds the routes that read or replace the whole state: `reset`, `snapshot`, `state` and `seed`. */
export function serveState(app: Hono, control: EmulatorControl): void {
  app.post("/reset", async (context) => {
    await control.reset();
    return context.body(null, 204);
  });

  app.get("/snapshot", (context) => context.json(control.snapshot()));
  app.put("/snapshot", async (context) => {
    control.restore((await json(context.req)) as Snapshot);
    return context.body(null, 204);
  });
  app.get("/state", (context) => context.json(control.state()));
  app.post("/seed", async (context) =>
    context.json(await control.seed((await json(context.req)) as Seed)),
  );
}
