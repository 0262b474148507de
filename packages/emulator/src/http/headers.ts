import type { IdSource } from "../engine/ids.ts";
import type { ServiceName } from "../spec/documents.ts";
import type { WireRequest, WireResponse } from "./message.ts";

/** Returns the headers of every response, except those for CORS. */
export function commonHeaders(
  ids: IdSource,
  milliseconds: number,
  supportedVersions: string | undefined,
): Record<string, string> {
  return {
    "MS-CV": ids.correlationVector(),
    "X-Azure-Ref": ids.correlationVector(),
    "X-Processing-Time": `${Math.max(0, Math.round(milliseconds))}ms`,
    // The service's header with a harmless value. With a longer one, browsers would refuse plain http
    // to every other server on localhost.
    "Strict-Transport-Security": "max-age=0",
    ...(supportedVersions !== undefined && { "api-supported-versions": supportedVersions }),
  };
}

/**
 * Returns headers that let pages of any origin read a response; no operation uses cookies. As with
 * the service, pages can read `Location` and the headers that browsers always expose, but not `Retry-After`.
 */
export function corsHeaders(request: WireRequest): Record<string, string> {
  return request.headers["origin"] === undefined
    ? { "Access-Control-Expose-Headers": "*" }
    : { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Location" };
}

/**
 * Returns the client's request id as a response header: always for identity, for chat only if the
 * client asks for it.
 */
export function clientRequestId(
  { headers }: WireRequest,
  service: ServiceName | undefined,
): Record<string, string> {
  const id = headers["x-ms-client-request-id"];
  const asked = /^true$/i.test(headers["x-ms-return-client-request-id"] ?? "");
  const returned = id !== undefined && (service === "identity" || asked);
  return returned ? { "x-ms-client-request-id": id } : {};
}

/**
 * Responds to a browser's preflight. The requested headers are repeated, because `*` does not
 * include Authorization.
 */
export function preflight(request: WireRequest): WireResponse {
  const asked = request.headers["access-control-request-headers"];
  return {
    status: 204,
    headers: {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE, OPTIONS",
      ...(asked !== undefined && { "Access-Control-Allow-Headers": asked }),
      "Access-Control-Max-Age": "600",
      Vary: "Access-Control-Request-Headers",
    },
  };
}
