import { callback, readValue } from "../control/check.ts";
import { checkSubscriptions } from "../event-grid/subscription.ts";
import { toHttpClient } from "../host/azure.ts";
import { handleRequest } from "../host/fetch.ts";
import { createMemoryStore } from "../store/memory.ts";
import type { Store } from "../store/store.ts";
import { type Assembly, assemble } from "./assemble.ts";
import { checkOptions } from "./check-options.ts";
import type { Emulator, EmulatorAddresses } from "./emulator.ts";
import { addressesOf, type Hosts, openHosts } from "./hosts.ts";
import type { EmulatorOptions } from "./options.ts";
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
  const store = await openStore(options.location);
  let addresses: EmulatorAddresses = addressesOf({}, host);
  const parts = assemble(options, store, () => addresses);
  const { engine, control, served } = parts;

  let hosts: Hosts;
  try {
    if (store.isEmpty()) await applySeed(engine, options.seed ?? DEFAULT_SEED);
    hosts = await listen(parts, host, options);
  } catch (error) {
    parts.end();
    store.close();
    throw error;
  }
  addresses = addressesOf(hosts, host);
  parts.eventGrid.start(subscriptions);

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    parts.end();
    return (closing ??= hosts.close().finally(() => store.close()));
  };
  const serve = (request: Request): Promise<Response> => handleRequest(served, request);
  return {
    ...addresses,
    fetch: serve,
    httpClient: toHttpClient(serve),
    createUser: async (wish) => makeUser(engine, wish),
    createToken: async (userId, wish) => makeToken(engine, userId, wish),
    subscribe: (listener) => engine.subscribe(readValue(listener, "listener", callback())),
    control,
    engine,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Opens the hosts, and passes their WebSocket upgrades to real time. */
async function listen(
  { served, realtime }: Assembly,
  host: string,
  options: EmulatorOptions,
): Promise<Hosts> {
  if (options.listen === false) return { close: () => Promise.resolve() };
  const hosts = await openHosts(served, host, options);
  for (const { server } of [hosts.http, hosts.https].filter((one) => one !== undefined)) {
    server.on("upgrade", (request, socket, head) => {
      if (!realtime.upgrade(request, socket, head)) socket.destroy();
    });
  }
  return hosts;
}

async function openStore(location: string | undefined): Promise<Store> {
  if (location === undefined) return createMemoryStore();
  const { openSqliteStore } = await import("../store/sqlite/store.ts");
  return openSqliteStore(location);
}
