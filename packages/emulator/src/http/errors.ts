import type { ServiceError } from "../engine/errors.ts";
import type { ServiceName } from "../spec/documents.ts";
import type { WireResponse } from "./message.ts";

/**
 * An error in the shape the service sends: `CommunicationError` with capital letters for chat,
 * indented; `error` for identity and images; no body at all where nobody is let in.
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
    // Without a charset, unlike what succeeds.
    headers: { "Content-Type": "application/json", ...error.headers },
    body,
  };
}

const indented = (value: object): string => JSON.stringify(value, null, 2).replaceAll("\n", "\r\n");
