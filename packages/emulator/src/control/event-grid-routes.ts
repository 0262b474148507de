import type { Hono } from "hono";
import { badRequest } from "../engine/errors.ts";
import type { EventGridControl, PublishedEvent } from "../event-grid/event-grid.ts";
import type { EventSubscriptionOptions } from "../event-grid/subscription.ts";
import { json } from "./json.ts";

/** Changes are announced to pages at most this often, because deliveries can come by the hundred. */
const ANNOUNCE_MILLISECONDS = 200;

/** Adds the routes of Event Grid under `/_emulator/event-grid`. */
export function serveEventGrid(app: Hono, control: EventGridControl, announce: () => void): void {
  let announcing: NodeJS.Timeout | undefined;
  control.onChange(() => {
    announcing ??= setTimeout(() => {
      announcing = undefined;
      announce();
    }, ANNOUNCE_MILLISECONDS).unref();
  });

  app.get("/event-grid", (context) =>
    context.json({
      subscriptions: control.subscriptions(),
      deliveries: control.deliveries(),
      deadLetters: control.deadLetters(),
    }),
  );
  app.post("/event-grid/subscriptions", async (context) => {
    const options = (await json(context.req)) as EventSubscriptionOptions;
    return context.json(await control.subscribe(options), 201);
  });
  app.delete("/event-grid/subscriptions/:name", (context) => {
    control.unsubscribe(context.req.param("name"));
    return context.body(null, 204);
  });
  app.post("/event-grid/events", async (context) => {
    control.publish((await json(context.req)) as PublishedEvent);
    return context.body(null, 204);
  });
  app.post("/event-grid/retry", (context) => context.json({ events: control.retryNow() }));
  app.get("/event-grid/validate", (context) => {
    const { name = "", code = "" } = context.req.query();
    if (control.confirm(name, code)) return context.text("The subscription is active.");
    throw badRequest("The validation code is wrong or has expired.");
  });
}
