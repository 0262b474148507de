import type { Hono } from "hono";
import type { Fault, Faults } from "./faults.ts";
import { json } from "./json.ts";

/** Adds the routes of the faults under `/_emulator/faults`. */
export function serveFaults(app: Hono, faults: Faults): void {
  app.get("/faults", (context) => context.json(faults.list()));
  app.post("/faults", async (context) => {
    faults.add((await json(context.req)) as Fault);
    return context.json(faults.list(), 201);
  });
  app.delete("/faults", (context) => {
    faults.clear();
    return context.body(null, 204);
  });
}
