import { readFileSync } from "node:fs";
import { Hono } from "hono";
import type { EmulatorControl, UserOptions } from "../emulator/emulator.ts";
import { makeUser } from "../emulator/users.ts";
import type { Seed } from "../emulator/seed-schema.ts";
import type { Snapshot } from "../emulator/snapshot.ts";
import type { Engine } from "../engine/engine.ts";
import { ServiceError, notFound } from "../engine/errors.ts";
import { LIMITS_READ_ON, RATE_LIMITS } from "../engine/limits.ts";
import { type Handle, withOneSlash } from "../http/message.ts";
import { createChanges } from "./changes.ts";
import { serveChat } from "./chat-routes.ts";
import { serveRealtimeControl } from "../realtime/control.ts";
import type { Fault } from "./faults.ts";
import { checkClockWish, checkRateLimitWish, toLogFilter, toOverviewQuery } from "./input.ts";
import type { RequestLogFilter } from "./request-log.ts";
import { json } from "./json.ts";
import { overviewOf } from "./overview.ts";
import { streamEvents } from "./event-stream.ts";
import { serveEventGrid } from "./event-grid.ts";
import { servePage } from "./page.ts";

/** Creates the control API under `/_emulator`. The guard has checked host and origin before. */
export function createControlApp(engine: Engine, control: EmulatorControl): Handle {
  // Not strict, because the page is at /_emulator/ with a trailing slash.
  const app = new Hono({ strict: false }).basePath("/_emulator");
  const { clock, faults, requests } = control;

  const changes = createChanges(engine);
  // Requests consume faults. That changes the list without a call of the control API.
  faults.subscribe(() => changes.announce("/_emulator/faults"));
  app.use(async (context, next) => {
    await next();
    const { method, path } = context.req;
    // Changes in threads are announced by their domain events.
    if (path.startsWith("/_emulator/threads/")) return;
    if (method !== "GET" && method !== "HEAD" && context.res.ok) changes.announce(path);
  });
  app.get("/events", (context) => changes.stream(context));
  servePage(app);

  app.get("/health", (context) => context.json(control.health()));
  app.get("/certificate", (context) => {
    const { caCertificate } = control.health();
    if (caCertificate === undefined) throw notFound("The emulator has not created a certificate.");
    return context.body(readFileSync(caCertificate, "utf8"), 200, {
      "Content-Type": "application/x-pem-file",
    });
  });
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

  app.get("/threads", (context) =>
    context.json(overviewOf(engine.store, toOverviewQuery(context.req.query()))),
  );
  serveChat(app, control.chat);
  app.get("/users", (context) => context.json(engine.store.listIdentities()));
  app.post("/users", async (context) =>
    context.json(makeUser(engine, (await json(context.req)) as UserOptions), 201),
  );

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

  app.get("/faults", (context) => context.json(faults.list()));
  app.post("/faults", async (context) => {
    faults.add((await json(context.req)) as Fault);
    return context.json(faults.list(), 201);
  });
  app.delete("/faults", (context) => {
    faults.clear();
    return context.body(null, 204);
  });

  const rateLimits = (): object => ({
    enforced: control.rateLimits.enforced,
    readOn: LIMITS_READ_ON,
    limits: RATE_LIMITS,
  });
  app.get("/rate-limits", (context) => context.json(rateLimits()));
  app.put("/rate-limits", async (context) => {
    const { enforced } = checkRateLimitWish(await json(context.req));
    if (enforced !== undefined) control.rateLimits.enforced = enforced;
    return context.json(rateLimits());
  });

  app.get("/requests", (context) =>
    context.json(requests.list(toLogFilter(context.req.query()) as RequestLogFilter)),
  );
  app.delete("/requests", (context) => {
    requests.clear();
    return context.body(null, 204);
  });
  app.get("/requests/stream", (context) =>
    streamEvents(context, (tell) =>
      requests.subscribe((entry) =>
        tell({ id: String(entry.number), data: JSON.stringify(entry) }),
      ),
    ),
  );

  app.all(
    "/realtime/:action?",
    async (context) =>
      (await serveRealtimeControl(control.realtime, context.req.raw)) ?? context.notFound(),
  );

  serveEventGrid(app, control.eventGrid, () => changes.announce("/_emulator/event-grid"));

  app.notFound(() => answer(404, "NotFound", "The control API does not have this path."));
  app.onError((error) =>
    error instanceof ServiceError
      ? answer(error.status, error.code, error.message)
      : answer(500, "InternalServerError", String(error)),
  );
  return toHandle((request) => app.fetch(request));
}

function answer(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status });
}

function toHandle(serve: (request: Request) => Response | Promise<Response>): Handle {
  return async ({ method, target, scheme, headers, body }) => {
    const url = `${scheme}://${headers["host"] ?? "localhost"}${withOneSlash(target)}`;
    const bodiless = method === "GET" || method === "HEAD" || body.byteLength === 0;
    if (!URL.canParse(url)) return { status: 400, headers: {} };
    const init = { method, headers, ...(!bodiless && { body: new Uint8Array(body) }) };
    const response = await serve(new Request(url, init));
    const stream = response.headers.get("content-type")?.startsWith("text/event-stream");
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      ...(response.body !== null && {
        body: stream ? response.body : new Uint8Array(await response.arrayBuffer()),
      }),
    };
  };
}
