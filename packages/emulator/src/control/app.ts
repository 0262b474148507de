import { readFileSync } from "node:fs";
import { Hono } from "hono";
import type { EmulatorControl, UserOptions } from "../emulator/emulator.ts";
import { makeUser } from "../emulator/users.ts";
import type { Engine } from "../engine/engine.ts";
import { ServiceError, notFound } from "../engine/errors.ts";
import { type Handle, withOneSlash } from "../http/message.ts";
import { serveRealtimeControl } from "../realtime/control.ts";
import { type Changes, createChanges } from "./changes.ts";
import { serveChat } from "./chat-routes.ts";
import { serveClock } from "./clock-routes.ts";
import { serveEventGrid } from "./event-grid-routes.ts";
import { serveFaults } from "./fault-routes.ts";
import { toOverviewQuery } from "./input.ts";
import { json } from "./json.ts";
import { overviewOf } from "./overview.ts";
import { servePage } from "./page.ts";
import { serveRateLimits } from "./rate-limit-routes.ts";
import { serveRequests } from "./request-routes.ts";
import { serveState } from "./state-routes.ts";

/** Creates the control API under `/_emulator`. The guard has checked host and origin before. */
export function createControlApp(engine: Engine, control: EmulatorControl): Handle {
  // Not strict, because the page is at /_emulator/ with a trailing slash.
  const app = new Hono({ strict: false }).basePath("/_emulator");
  const changes = announceChanges(app, engine, control);
  servePage(app);
  serveHealth(app, control);
  serveState(app, control);
  serveUsersAndThreads(app, engine);
  serveChat(app, control.chat);
  serveClock(app, control.clock);
  serveFaults(app, control.faults);
  serveRateLimits(app, control.rateLimits);
  serveRequests(app, control.requests);
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

/** Announces changes to open pages: those made through the control API, and those of faults. */
function announceChanges(app: Hono, engine: Engine, control: EmulatorControl): Changes {
  const changes = createChanges(engine);
  // Requests use up faults, which changes the list without a request to the control API.
  control.faults.subscribe(() => changes.announce("/_emulator/faults"));
  app.use(async (context, next) => {
    await next();
    const { method, path } = context.req;
    // Changes in threads are announced by their domain events.
    if (path.startsWith("/_emulator/threads/")) return;
    if (method !== "GET" && method !== "HEAD" && context.res.ok) changes.announce(path);
  });
  app.get("/events", (context) => changes.stream(context));
  return changes;
}

function serveHealth(app: Hono, control: EmulatorControl): void {
  app.get("/health", (context) => context.json(control.health()));
  app.get("/certificate", (context) => {
    const { caCertificate } = control.health();
    if (caCertificate === undefined) throw notFound("The emulator has not created a certificate.");
    return context.body(readFileSync(caCertificate, "utf8"), 200, {
      "Content-Type": "application/x-pem-file",
    });
  });
}

function serveUsersAndThreads(app: Hono, engine: Engine): void {
  app.get("/threads", (context) =>
    context.json(overviewOf(engine.store, toOverviewQuery(context.req.query()))),
  );
  app.get("/users", (context) => context.json(engine.store.listIdentities()));
  app.post("/users", async (context) =>
    context.json(makeUser(engine, (await json(context.req)) as UserOptions), 201),
  );
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
