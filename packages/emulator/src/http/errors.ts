import type { ServiceError } from "../engine/errors.ts";
import type { ServiceName } from "../spec/documents.ts";
import type { WireResponse } from "./message.ts";

/**
 * Creates an error response in the shape of the service: `CommunicationError` with capital letters
 * and indented for chat, `error` for identity and images, no body if authentication failed.
 */
export function errorResponse(
  error: ServiceError,
  style: { readonly service: ServiceName; readonly operation?: string },
): WireResponse {
  if (error.code === "Unauthorized") return { status: 401, headers: error.headers };
  const modern = style.service === "identity" || (style.operation ?? "").endsWith("Image");
  const message = error.showMessage ? error.message : undefined;
  const body = modern
    ? JSON.stringify({
        error: {
          code: error.code,
          message: message ?? error.code,
          ...(error.target !== undefined && { target: error.target }),
        },
      })
    : indented({
        CommunicationError: {
          Code: error.code,
          ...(message !== undefined && { Message: message }),
          Details: [],
        },
      });
  return {
    status: error.status,
    // Without a charset, unlike successful responses.
    headers: { "Content-Type": "application/json", ...error.headers },
    body,
  };
}

const indented = (value: object): string => JSON.stringify(value, null, 2).replaceAll("\n", "\r\n");
