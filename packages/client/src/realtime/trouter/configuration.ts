import { parseRecord } from "../mapping/json.ts";
import { requireAddress } from "./address.ts";
import type { TrouterEnvironment } from "./environment.ts";
import type { Send } from "./send.ts";

/** The path of the configuration. Its API version is independent of the client's. */
const configurationPath = "/chat/config/realTimeNotifications?api-version=2024-09-01";

/** The addresses of the services behind real time. */
export interface Configuration {
  readonly trouterServiceUrl: string;
  readonly registrarServiceUrl: string;
}

/** Gets the configuration from the chat endpoint. */
export function fetchConfiguration(
  env: TrouterEnvironment,
  send: Send,
  signal: AbortSignal,
): Promise<Configuration> {
  const url = new URL(configurationPath, env.endpoint).href;
  return send({ url, signal, authentication: "bearer" }, (text) => {
    const record = parseRecord(text) ?? {};
    return {
      trouterServiceUrl: requireAddress(env, record, "trouterServiceUrl"),
      registrarServiceUrl: requireAddress(env, record, "registrarServiceUrl"),
    };
  });
}
