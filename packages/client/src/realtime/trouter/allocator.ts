import { type Allocation, requestAllocation } from "./allocation.ts";
import { type Configuration, fetchConfiguration } from "./configuration.ts";
import type { TrouterEnvironment } from "./environment.ts";
import { type Handshake, performHandshake } from "./handshake.ts";
import { createRegistrar } from "./registrar.ts";
import type { Send } from "./send.ts";

/** Leads to a server to connect to, and remembers the addresses from one connection to the next. */
export interface Allocator {
  /** Gets the configuration (once), an allocation and a session, and registers beside the handshake. */
  allocate(signal: AbortSignal): Promise<AllocatedSession>;
  /** Renews the registration of the last allocation. */
  renewRegistration(signal: AbortSignal): Promise<void>;
  /** Removes the registration, if there is one. */
  unregister(): Promise<void>;
  /** Forgets the addresses: the next allocation begins with the configuration. */
  forgetAddresses(): void;
}

/** A session on a server, with the registration of its events. */
export interface AllocatedSession extends Handshake {
  /** Settled when the service knows where to send the user's events. */
  readonly registered: Promise<void>;
}

/** Creates the allocator of one client. */
export function createAllocator(env: TrouterEnvironment, send: Send): Allocator {
  const registrationId = env.newId();
  const registrar = createRegistrar(send, registrationId);
  /** The configuration stays known for the registrar. `isCurrent`: connections may use it, too. */
  let addresses: { configuration: Configuration; isCurrent: boolean } | undefined;
  let allocation: Allocation | undefined;
  /** Whether the next allocation is asked of the server of the last one. */
  let staysOnServer = false;
  let connectionCount = 0;

  const currentConfiguration = async (signal: AbortSignal): Promise<Configuration> => {
    if (!addresses?.isCurrent) {
      addresses = { configuration: await fetchConfiguration(env, send, signal), isCurrent: true };
    }
    return addresses.configuration;
  };

  const createQuery = (connection: Record<string, string>, more: Record<string, string> = {}) =>
    new URLSearchParams({
      ...(staysOnServer && allocation?.connectParameters),
      ...more,
      ...connection,
    });

  return {
    async allocate(signal) {
      const { trouterServiceUrl, registrarServiceUrl } = await currentConfiguration(signal);
      connectionCount += 1;
      const connection = {
        epid: registrationId,
        cor_id: env.newId(),
        con_num: `${env.now()}_${connectionCount}`,
      };
      // The server of the last allocation may give the same place again, with the events it has kept.
      const baseUrl = (staysOnServer && allocation?.socketUrl) || trouterServiceUrl;
      const query = createQuery(connection);
      allocation = await requestAllocation(env, send, { baseUrl, query, signal });
      staysOnServer = true;
      const registered = registrar.register(registrarServiceUrl, allocation, signal);
      // The handshake may fail first. The registration is awaited only after it.
      registered.catch(() => {});
      const handshake = await performHandshake(send, {
        socketUrl: allocation.socketUrl,
        query: createQuery(connection, {
          v: "v4",
          tc: '{"cv":"1"}',
          timeout: "40",
          auth: "true",
          ccid: allocation.connectionId,
        }),
        signal,
      });
      return { ...handshake, registered };
    },
    async renewRegistration(signal) {
      if (!addresses || !allocation) return;
      await registrar.register(addresses.configuration.registrarServiceUrl, allocation, signal);
    },
    async unregister() {
      if (addresses) await registrar.unregister(addresses.configuration.registrarServiceUrl);
    },
    forgetAddresses() {
      if (addresses) addresses.isCurrent = false;
      staysOnServer = false;
    },
  };
}
