import type { HttpsOptions, EmulatorOptions } from "./options.ts";
import type { EmulatorAddresses } from "./emulator.ts";
import { type Host, listen } from "../host/node.ts";
import type { Served } from "../http/message.ts";
import { WELL_KNOWN_ACCESS_KEY } from "../tokens/well-known.ts";

/** The listening hosts of an emulator. */
export interface Hosts {
  readonly http?: Host;
  readonly https?: Host & { readonly caFile: string | undefined };
  close(): Promise<void>;
}

/**
 * Starts to listen on http, and on https if the options ask for it.
 * @throws `TypeError` if the certificate cannot be used; an error of the system if a port is in use.
 */
export async function openHosts(
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
    const message = `The certificates cannot be stored in ${folder}: ${error.message}. Set XDG_DATA_HOME to a writable folder, or give your own certificate.`;
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

/** Returns the addresses of hosts on a network interface. Without hosts, the endpoint is a placeholder. */
export function addressesOf({ http, https }: Partial<Hosts>, host: string): EmulatorAddresses {
  const endpoint = http === undefined ? "https://localhost" : `http://${nameOf(host)}:${http.port}`;
  const httpsEndpoint = https === undefined ? undefined : `https://localhost:${https.port}`;
  return {
    endpoint,
    httpsEndpoint,
    connectionString: `endpoint=${httpsEndpoint ?? endpoint}/;accesskey=${WELL_KNOWN_ACCESS_KEY}`,
    caCertificate: https?.caFile,
  };
}
