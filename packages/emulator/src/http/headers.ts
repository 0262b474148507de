import type { IdSource } from "../engine/ids.ts";
import type { ServiceName } from "../spec/documents.ts";
import type { WireRequest, WireResponse } from "./message.ts";

/** The headers that the service puts on every answer, but for those of CORS. */
export function commonHeaders(
  ids: IdSource,
  milliseconds: number,
  supportedVersions: string | undefined,
): Record<string, string> {
  return {
    "MS-CV": ids.correlationVector(),
    "X-Azure-Ref": ids.correlationVector(),
    "X-Processing-Time": `${Math.max(0, Math.round(milliseconds))}ms`,
    // The service's header with a harmless value: a longer one would make browsers refuse plain http
    // to every other server on localhost.
    "Strict-Transport-Security": "max-age=0",
    ...(supportedVersions !== undefined && { "api-supported-versions": supportedVersions }),
  };
}

/**
 * Lets pages of any origin read an answer; nothing here goes by cookies. Of the headers a page can
 * read `Location` alone, beside those that browsers always show: not `Retry-After`, for example.
 */
export function corsHeaders(request: WireRequest): Record<string, string> {
  return request.headers["origin"] === undefined
    ? { "Access-Control-Expose-Headers": "*" }
    : { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Location" };
}

/**
 * The id that a client gave its request comes back: always from identity, from chat if the client
 * asks for it.
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
 * The answer to a browser's preflight. The headers it asks for are repeated: `*` would not cover
 * Authorization.
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
