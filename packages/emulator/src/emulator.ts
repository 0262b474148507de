import { createFaults } from "./control/faults.ts";
import { createRequestLog } from "./control/request-log.ts";
import { createClock } from "./engine/clock.ts";
import { type Engine, type Strictness, createEngine } from "./engine/engine.ts";
import { createIdSource } from "./engine/ids.ts";
import { checkScopes, checkTokenMinutes, createIdentity } from "./engine/identities.ts";
import { LIMITS } from "./engine/limits.ts";
import { handleRequest } from "./host/fetch.ts";
import { type Host, listen } from "./host/node.ts";
import { createService } from "./http/service.ts";
import { createRoutes } from "./spec/routes.ts";
import { createMemoryStore } from "./store/memory.ts";
import { type IssuedToken, issueUserToken } from "./tokens/authenticate.ts";
import { WELL_KNOWN_ACCESS_KEY, WELL_KNOWN_RESOURCE_ID } from "./tokens/well-known.ts";

/** How an emulator is to run. */
export interface EmulatorOptions {
  /** Port for http on loopback. Default 0: a free one. */
  readonly port?: number;
  /** How closely to keep to the published limits. Default `"default"`. */
  readonly strictness?: Strictness;
  /** Serves unknown api-versions as the newest one, instead of 400. Default false. */
  readonly skipApiVersionCheck?: boolean;
}

/** What a token is to allow, and for how long. */
export interface TokenOptions {
  /** Default `["chat"]`. */
  readonly scopes?: readonly string[];
  /** 60 to 1440. Default 1440. */
  readonly expiresInMinutes?: number;
}

/** A user with a token. */
export interface EmulatorUser extends IssuedToken {
  /** Raw id: `8:acs:<resource>_<user>`. */
  readonly id: string;
}

/** A running emulator. */
export interface Emulator extends AsyncDisposable {
  /** Base URL for http, without a slash at the end. */
  readonly endpoint: string;
  readonly connectionString: string;
  readonly engine: Engine;
  /** Serves a request without a socket. */
  fetch(request: Request): Promise<Response>;
  /** Makes a user with a token. */
  createUser(options?: TokenOptions & { readonly id?: string }): Promise<EmulatorUser>;
  /** Makes a token for a user; a user of the emulator's resource that does not exist is made. */
  createToken(userId: string, options?: TokenOptions): Promise<IssuedToken>;
  /** Stops listening and lets go of everything. */
  close(): Promise<void>;
}

/**
 * Starts an emulator of Azure Communication Services Chat.
 * @example
 * await using emulator = await startEmulator();
 * const alice = await emulator.createUser();
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const clock = createClock();
  const engine = createEngine({
    store: createMemoryStore(),
    clock,
    ids: createIdSource(),
    resourceId: WELL_KNOWN_RESOURCE_ID,
    strictness: options.strictness ?? "default",
  });
  const handle = createService({
    engine,
    routes: createRoutes(),
    accessKey: WELL_KNOWN_ACCESS_KEY,
    skipApiVersionCheck: options.skipApiVersionCheck ?? false,
    faults: createFaults(),
    log: createRequestLog(),
    onError: (error) => console.error(error),
  });
  const host: Host = await listen(handle, { host: "127.0.0.1", port: options.port ?? 0 });
  const endpoint = `http://127.0.0.1:${host.port}`;

  const createToken = async (userId: string, wish: TokenOptions = {}): Promise<IssuedToken> => {
    const { scopes = ["chat"], expiresInMinutes = LIMITS.tokenMinutes.default } = wish;
    checkScopes(scopes);
    checkTokenMinutes(engine, expiresInMinutes);
    createIdentity(engine, { id: userId });
    return issueUserToken(engine, userId, { scopes, minutes: expiresInMinutes });
  };
  const close = (): Promise<void> => host.close();
  return {
    endpoint,
    connectionString: `endpoint=${endpoint}/;accesskey=${WELL_KNOWN_ACCESS_KEY}`,
    engine,
    fetch: (request) => handleRequest(handle, request),
    createToken,
    async createUser(wish = {}) {
      const { id } = createIdentity(engine, wish.id === undefined ? {} : { id: wish.id });
      return { id, ...(await createToken(id, wish)) };
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
