import { leadToPage } from "../control/front-door.ts";
import { isControl, refuseForeign } from "../control/guard.ts";
import { createClock } from "../engine/clock.ts";
import { type Engine, createEngine } from "../engine/engine.ts";
import { createIdSource } from "../engine/ids.ts";
import { createEventGrid, type EventGrid } from "../event-grid/event-grid.ts";
import type { Handle, Served } from "../http/message.ts";
import { createRateLimiter } from "../http/rate-limits.ts";
import { createService } from "../http/service.ts";
import { requireChatScope } from "../http/steps/check-scope.ts";
import { createRealtime, type Realtime } from "../realtime/realtime.ts";
import { type Routes, createRoutes } from "../spec/routes.ts";
import { formatDateTime } from "../spec/values.ts";
import type { Store } from "../store/store.ts";
import { createAuthenticate } from "../tokens/authenticate.ts";
import { WELL_KNOWN_ACCESS_KEY, WELL_KNOWN_RESOURCE_ID } from "../tokens/well-known.ts";
import { VERSION } from "../version.ts";
import { createControl } from "./control.ts";
import type { EmulatorAddresses, EmulatorControl, Health } from "./emulator.ts";
import type { EmulatorOptions } from "./options.ts";
import { DEFAULT_SEED } from "./seed.ts";

/**
 * The routes of all emulators in this process. They load the specs with the first request, so that
 * emulators start fast.
 */
const routes = lazyRoutes();

function lazyRoutes(): Routes {
  let loaded: Routes | undefined;
  const get = (): Routes => (loaded ??= createRoutes());
  return {
    match: (path) => get().match(path),
    versions: (service) => get().versions(service),
    get operations() {
      return get().operations;
    },
  };
}

/** The parts of an emulator that does not listen yet. */
export interface Assembly {
  readonly engine: Engine;
  readonly realtime: Realtime;
  readonly eventGrid: EventGrid;
  readonly control: EmulatorControl;
  /** Processes requests, whatever host receives them. */
  readonly served: Served;
  /** Ends delayed requests, connections and deliveries, and closes nothing else. */
  end(): void;
}

/**
 * Creates the parts of an emulator and connects them.
 * @param addresses Returns the emulator's addresses at the time of the call.
 */
export function assemble(
  options: EmulatorOptions,
  store: Store,
  addresses: () => EmulatorAddresses,
): Assembly {
  const engine = createEngine({
    store,
    clock: createClock(options.now),
    ids: createIdSource(options.randomBytes),
    resourceId: WELL_KNOWN_RESOURCE_ID,
    strictness: options.strictness ?? "default",
  });
  const rateLimiter = createRateLimiter(engine.clock, engine.strictness === "strict");
  const realtime = connectRealtime(engine);
  const eventGrid = createEventGrid({
    subscribe: (listener) => engine.subscribe(listener),
    thread: (threadId) => store.getThread(threadId),
    resourceId: engine.resourceId,
    clock: engine.clock,
    uuid: () => engine.ids.uuid(),
    baseUrl: () => addresses().endpoint,
  });
  const control = createControl({
    engine,
    rateLimiter,
    seed: options.seed ?? DEFAULT_SEED,
    realtime: realtime.control,
    eventGrid,
    health: () => healthOf(engine, options, addresses()),
  });
  const ending = new AbortController();
  const service = createService({
    engine,
    routes,
    accessKey: WELL_KNOWN_ACCESS_KEY,
    skipApiVersionCheck: options.skipApiVersionCheck ?? false,
    faults: control.faults,
    log: control.requests,
    rateLimiter,
    closing: ending.signal,
    onError: options.onError ?? ((error: unknown) => console.error(error)),
  });
  const controlled = withControl(service, engine, control);
  const guard = { anyHost: options.unsafeHost ?? false };
  return {
    engine,
    realtime,
    eventGrid,
    control,
    served: {
      refuse: (head) => refuseForeign(head, guard),
      handle: async (request) => realtime.handle(request) ?? controlled(request),
    },
    end() {
      ending.abort();
      realtime.close();
      eventGrid.close();
    },
  };
}

function connectRealtime(engine: Engine): Realtime {
  const authenticate = createAuthenticate(engine);
  return createRealtime({
    subscribe: (listener) => engine.subscribe(listener),
    nameOf: (threadId, userId) => engine.store.getParticipant(threadId, userId)?.displayName,
    now: () => engine.clock.now(),
    uuid: () => engine.ids.uuid(),
    checkToken(token) {
      const caller = authenticate(`Bearer ${token}`);
      requireChatScope(caller);
      return caller.userId;
    },
  });
}

function healthOf(
  { store, clock, resourceId, strictness }: Engine,
  options: EmulatorOptions,
  addresses: EmulatorAddresses,
): Health {
  return {
    status: "ok",
    version: VERSION,
    now: formatDateTime(clock.now()),
    resourceId,
    storage: options.location === undefined ? "memory" : "sqlite",
    strictness,
    apiVersions: routes.versions("chat"),
    users: store.listIdentities().length,
    threads: store.countThreads(),
    ...addresses,
  };
}

/** Handles the control API and the page before the service. They are loaded with their first request. */
function withControl(service: Handle, engine: Engine, control: EmulatorControl): Handle {
  let app: Promise<Handle> | undefined;
  return async (request) => {
    if (!isControl(request.target)) return leadToPage(request) ?? service(request);
    app ??= import("../control/app.ts").then(({ createControlApp }) =>
      createControlApp(engine, control),
    );
    return (await app)(request);
  };
}
