import type { ServiceError } from "../engine/errors.ts";
import type { ServiceName } from "../spec/documents.ts";
import type { WireResponse } from "./message.ts";

export const JSON_TYPE = "application/json; charset=utf-8";

/**
 * An error in the shape the service sends: `CommunicationError` with capital letters for chat,
 * `error` for identity and images, no body at all for 401.
 */
export function errorResponse(
  error: ServiceError,
  style: { readonly service: ServiceName; readonly operation?: string },
): WireResponse {
  if (error.status === 401) return { status: 401, headers: error.headers };
  const modern = style.service === "identity" || (style.operation ?? "").endsWith("Image");
  const message = error.showMessage ? error.message : undefined;
  const body = modern
    ? { error: { code: error.code, message: message ?? error.code } }
    : {
        CommunicationError: {
          Code: error.code,
          ...(message !== undefined && { Message: message }),
          Details: [],
        },
      };
  return {
    status: error.status,
    headers: { "Content-Type": JSON_TYPE, ...error.headers },
    body: JSON.stringify(body),
  };
}
