import type { TrouterEnvironment } from "./environment.ts";
import type { Send } from "./send.ts";
import {
  type Allocation,
  type Configuration,
  fetchConfiguration,
  type Handshake,
  performHandshake,
  requestAllocation,
} from "./service-addresses.ts";
import { unregisterTimeout } from "./timings.ts";

/** Requests the address of a server to connect to, and keeps the addresses for the next connection. */
export interface Allocator {
  /** Requests the configuration (once), an allocation and a session, and registers during the handshake. */
  allocate(signal: AbortSignal): Promise<AllocatedSession>;
  /** Renews the registration of the last allocation. */
  renewRegistration(signal: AbortSignal): Promise<void>;
  /** Removes the registration, if there is one. */
  unregister(): Promise<void>;
  /** Forgets the addresses: the next allocation begins with the configuration. */
  forgetAddresses(): void;
}

/** A session on a server, with the registration of its events. */
interface AllocatedSession extends Handshake {
  /** Settled when the service knows where to send the user's events. */
  readonly registered: Promise<void>;
}

/** Describes the client in its registration. The service uses it to choose the format of events. */
const clientDescription = {
  appId: "AcsWeb",
  templateKey: "AcsWeb_Chat_2.1",
  platform: "SPOOL",
  platformUIVersion: "0.0.0",
  languageId: "en-US",
  aesKey: "",
};

/** Creates the allocator of one client. */
export function createAllocator(env: TrouterEnvironment, send: Send): Allocator {
  const registrationId = env.newId();
  let configuration: Configuration | undefined;
  let allocation: Allocation | undefined;
  /** Whether the next allocation uses the configuration, which stays known for the registration. */
  let isConfigured = false;
  /** Whether the next allocation is requested from the server of the last one. */
  let staysOnServer = false;
  let connectionCount = 0;

  const register = async (signal: AbortSignal): Promise<void> => {
    if (!configuration || !allocation) return;
    const { inboundUrl: path, registrationSeconds: ttl } = allocation;
    const body = JSON.stringify({
      clientDescription,
      registrationId,
      nodeId: "",
      transports: { TROUTER: [{ context: "", path, ttl }] },
    });
    const url = `${configuration.registrarServiceUrl}v3/registrations`;
    await send({ url, body, contentType: "application/json", signal });
  };

  const createQuery = (more: Record<string, string>): URLSearchParams =>
    new URLSearchParams({ ...(staysOnServer && allocation?.connectParameters), ...more });

  return {
    async allocate(signal) {
      if (!isConfigured) configuration = await fetchConfiguration(env, send, signal);
      isConfigured = true;
      connectionCount += 1;
      const connection = {
        epid: registrationId,
        cor_id: env.newId(),
        con_num: `${env.now()}_${connectionCount}`,
      };
      // The server of the last allocation may return the same place again, with the events that it has kept.
      const baseUrl = (staysOnServer && allocation?.socketUrl) || configuration!.trouterServiceUrl;
      const url = `${baseUrl}v4/a?${createQuery(connection)}`;
      allocation = await requestAllocation(env, send, url, signal);
      staysOnServer = true;
      const registered = register(signal);
      // The handshake may fail first. The registration is awaited only after it.
      registered.catch(() => {});
      const query = createQuery({
        v: "v4",
        tc: '{"cv":"1"}',
        timeout: "40",
        auth: "true",
        ccid: allocation.connectionId,
        ...connection,
      });
      const handshake = await performHandshake(send, allocation.socketUrl, query, signal);
      return { ...handshake, registered };
    },
    renewRegistration: register,
    async unregister() {
      if (!configuration) return;
      const url = `${configuration.registrarServiceUrl}v3/registrations/${registrationId}`;
      await send({ url, method: "DELETE", timeout: unregisterTimeout });
    },
    forgetAddresses() {
      isConfigured = false;
      staysOnServer = false;
    },
  };
}
