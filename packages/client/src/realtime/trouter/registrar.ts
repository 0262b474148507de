import type { Allocation } from "./allocation.ts";
import type { Send } from "./send.ts";
import { unregisterTimeout } from "./timings.ts";

/** Tells the service where to send the user's events. */
export interface Registrar {
  /** Registers the inbound URL of an allocation, or renews its registration. */
  register(registrarUrl: string, allocation: Allocation, signal: AbortSignal): Promise<void>;
  /** Removes the registration. */
  unregister(registrarUrl: string): Promise<void>;
}

/** What kind of client registers. The service chooses the format of the events by it. */
const clientDescription = {
  appId: "AcsWeb",
  templateKey: "AcsWeb_Chat_2.1",
  platform: "SPOOL",
  platformUIVersion: "0.0.0",
  languageId: "en-US",
  aesKey: "",
};

/** Creates the registrar of one client. */
export function createRegistrar(send: Send, registrationId: string): Registrar {
  return {
    async register(registrarUrl, { inboundUrl, registrationSeconds }, signal) {
      const body = JSON.stringify({
        clientDescription,
        registrationId,
        nodeId: "",
        transports: { TROUTER: [{ context: "", path: inboundUrl, ttl: registrationSeconds }] },
      });
      const url = `${registrarUrl}v3/registrations`;
      await send({ url, body, contentType: "application/json", signal });
    },
    async unregister(registrarUrl) {
      await send({
        url: `${registrarUrl}v3/registrations/${registrationId}`,
        method: "DELETE",
        timeout: unregisterTimeout,
      });
    },
  };
}
