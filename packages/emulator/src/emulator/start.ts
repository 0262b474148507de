import { leadToPage } from "../control/front-door.ts";
import { isControl, refuseForeign } from "../control/guard.ts";
import { createClock } from "../engine/clock.ts";
import { type Engine, createEngine } from "../engine/engine.ts";
import { createIdSource } from "../engine/ids.ts";
import { createEventGrid } from "../event-grid/event-grid.ts";
import { checkSubscriptions } from "../event-grid/subscription.ts";
import { formatDateTime } from "../spec/values.ts";
import { toHttpClient } from "../host/azure.ts";
import { handleRequest } from "../host/fetch.ts";
import { type Host, listen } from "../host/node.ts";
import type { Handle, Served } from "../http/message.ts";
import { requireChatScope } from "../http/steps/check-scope.ts";
import { createRateLimiter } from "../http/rate-limits.ts";
import { createService } from "../http/service.ts";
import { createRealtime } from "../realtime/realtime.ts";
import { type Routes, createRoutes } from "../spec/routes.ts";
import { createMemoryStore } from "../store/memory.ts";
import type { Store } from "../store/store.ts";
import { createAuthenticate } from "../tokens/authenticate.ts";
import { WELL_KNOWN_ACCESS_KEY, WELL_KNOWN_RESOURCE_ID } from "../tokens/well-known.ts";
import { VERSION } from "../version.ts";
import { createControl } from "./control.ts";
import type { Emulator, EmulatorAddresses, EmulatorControl } from "./emulator.ts";
import { checkOptions } from "./check-options.ts";
import type { EmulatorOptions, HttpsOptions } from "./options.ts";
import { DEFAULT_SEED, applySeed } from "./seed.ts";
import { makeToken, makeUser } from "./users.ts";

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/**
 * Starts an emulator of Azure Communication Services Chat.
 * @throws {@link StorageError} if the data in `location` cannot be used; an error with the code
 * `EADDRINUSE` if a port is in use; `TypeError` for unknown options, invalid values, and options that contradict each other.
 * @example
 * await using emulator = await startEmulator();
 * const alice = await emulator.createUser();
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  checkOptions(options);
  const host = options.host ?? "127.0.0.1";
  if (!LOOPBACK.test(host) && options.unsafeHost !== true) {
    throw new TypeError(
      `host ${host} can be reached by other machines. Set unsafeHost to true to allow that.`,
    );
  }
  const subscriptions = checkSubscriptions(options.eventGrid ?? []);
  const clock = createClock(options.now);
  const store = await openStore(options.location);
  const engine = createEngine({
    store,
    clock,
    ids: createIdSource(options.randomBytes),
    resourceId: WELL_KNOWN_RESOURCE_ID,
    strictness: options.strictness ?? "default",
  });
  const onError = options.onError ?? ((error: unknown) => console.error(error));
  const rateLimiter = createRateLimiter(clock, engine.strictness === "strict");
  const seed = options.seed ?? DEFAULT_SEED;
  const routes = lazyRoutes();
  let addresses: EmulatorAddresses | undefined;
  const authenticate = createAuthenticate(engine);
  const realtime = createRealtime({
    subscribe: (listener) => engine.subscribe(listener),
    nameOf: (threadId, userId) => store.getParticipant(threadId, userId)?.displayName,
    now: () => clock.now(),
    uuid: () => engine.ids.uuid(),
    checkToken(token) {
      const caller = authenticate(`Bearer ${token}`);
      requireChatScope(caller);
      return caller.userId;
    },
  });
  const eventGrid = createEventGrid({
    subscribe: (listener) => engine.subscribe(listener),
    thread: (threadId) => store.getThread(threadId),
    resourceId: engine.resourceId,
    clock,
    uuid: () => engine.ids.uuid(),
    baseUrl: () => (addresses ?? addressesOf(undefined, undefined, host)).endpoint,
  });
  const control = createControl({
    engine,
    rateLimiter,
    seed,
    realtime: realtime.control,
    eventGrid,
    health: () => ({
      status: "ok",
      version: VERSION,
      now: formatDateTime(clock.now()),
      resourceId: engine.resourceId,
      storage: options.location === undefined ? "memory" : "sqlite",
      strictness: engine.strictness,
      apiVersions: routes.versions("chat"),
      users: store.listIdentities().length,
      threads: store.countThreads(),
      ...(addresses ?? addressesOf(undefined, undefined, host)),
    }),
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
    onError,
  });
  const controlled = withControl(service, engine, control);
  const guard = { anyHost: options.unsafeHost ?? false };
  const served: Served = {
    refuse: (head) => refuseForeign(head, guard),
    handle: async (request) => realtime.handle(request) ?? controlled(request),
  };

  let hosts: Hosts = { close: () => Promise.resolve() };
  try {
    if (store.isEmpty()) await applySeed(engine, seed);
    if (options.listen !== false) hosts = await openHosts(served, host, options);
    for (const { server } of [hosts.http, hosts.https].filter((one) => one !== undefined)) {
      server.on("upgrade", (request, socket, head) => {
        if (!realtime.upgrade(request, socket, head)) socket.destroy();
      });
    }
  } catch (error) {
    realtime.close();
    eventGrid.close();
    store.close();
    throw error;
  }
  const known = addressesOf(hosts.http, hosts.https, host);
  addresses = known;
  eventGrid.start(subscriptions);

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    ending.abort();
    realtime.close();
    eventGrid.close();
    return (closing ??= hosts.close().finally(() => store.close()));
  };
  const serve = (request: Request): Promise<Response> => handleRequest(served, request);
  return {
    ...known,
    fetch: serve,
    httpClient: toHttpClient(serve),
    createUser: async (wish) => makeUser(engine, wish),
    createToken: async (userId, wish) => makeToken(engine, userId, wish),
    subscribe: (listener) => engine.subscribe(listener),
    control,
    engine,
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function openStore(location: string | undefined): Promise<Store> {
  if (location === undefined) return createMemoryStore();
  const { openSqliteStore } = await import("../store/sqlite/store.ts");
  return openSqliteStore(location);
}

/** Loads the specs with the first request, so that the emulator starts fast. */
function lazyRoutes(): Routes {
  let routes: Routes | undefined;
  const get = (): Routes => (routes ??= createRoutes());
  return {
    match: (path) => get().match(path),
    versions: (service) => get().versions(service),
    get operations() {
      return get().operations;
    },
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

interface Hosts {
  readonly http?: Host;
  readonly https?: Host & { readonly caFile: string | undefined };
  close(): Promise<void>;
}

async function openHosts(
  served: Served,
  host: string,
  options: Pick<EmulatorOptions, "port" | "https">,
): Promise<Hosts> {
  const http = await listen(served, { host, port: options.port ?? 0 });
  const { https } = options;
  if (https === undefined || https === false) return { http, close: () => http.close() };
  try {
    const secure = await openHttps(served, host, https === true ? {} : https);
    const close = async (): Promise<void> => {
      await Promise.all([http.close(), secure.close()]);
    };
    return { http, https: secure, close };
  } catch (error) {
    await http.close();
    throw error;
  }
}

async function openHttps(
  served: Served,
  host: string,
  options: HttpsOptions,
): Promise<Host & { readonly caFile: string | undefined }> {
  const { cert, key, port = 0, names = [] } = options;
  if ((cert === undefined) !== (key === undefined)) {
    throw new TypeError("https.cert and https.key must be used together. Set both or neither.");
  }
  if (cert !== undefined && key !== undefined) {
    try {
      return { ...(await listen(served, { host, port }, { cert, key })), caFile: undefined };
    } catch (error) {
      if (isSystemError(error)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      const message = `https.cert and https.key cannot be used: ${reason}. Give a certificate and its key, both PEM.`;
      throw new TypeError(message, { cause: error });
    }
  }
  const { defaultCertificateFolder, keptCertificates } = await import("../host/certificates.ts");
  const folder = options.certificateFolder ?? defaultCertificateFolder(names);
  const certificates = await keptCertificates(folder, names).catch((error: unknown) => {
    if (!isSystemError(error)) throw error;
    const message = `The certificates cannot be kept in ${folder}: ${error.message}. Set XDG_DATA_HOME to a folder that can be written, or give a certificate of your own.`;
    throw new TypeError(message, { cause: error });
  });
  return {
    ...(await listen(served, { host, port }, certificates)),
    caFile: certificates.caFile,
  };
}

/** True for errors of the operating system. */
const isSystemError = (error: unknown): error is Error =>
  error instanceof Error && "syscall" in error;

/** Returns the host name for URLs of a listening address, as seen from this machine. */
function nameOf(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function addressesOf(http: Hosts["http"], https: Hosts["https"], host: string): EmulatorAddresses {
  const endpoint = http === undefined ? "https://localhost" : `http://${nameOf(host)}:${http.port}`;
  const httpsEndpoint = https === undefined ? undefined : `https://localhost:${https.port}`;
  return {
    endpoint,
    httpsEndpoint,
    connectionString: `endpoint=${httpsEndpoint ?? endpoint}/;accesskey=${WELL_KNOWN_ACCESS_KEY}`,
    caCertificate: https?.caFile,
  };
}
