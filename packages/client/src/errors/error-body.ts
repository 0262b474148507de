import type { ChatError } from "../models.ts";

/** Deeper than the service ever nests; an answer that nests deeper is cut, not followed. */
const maxDepth = 8;

/**
 * What an error answer says, whatever its shape: the documented `{"error": {"code"}}`, the service's
 * real `{"CommunicationError": {"Code"}}`, the previews' `{"Error": …}`, or the bare error, all in any
 * letter case. `undefined` when the body is none of these.
 */
export function parseErrorBody(
  bodyAsText: string | null | undefined,
): Partial<ChatError> | undefined {
  if (!bodyAsText) return undefined;
  let body: unknown;
  try {
    body = JSON.parse(bodyAsText);
  } catch {
    return undefined;
  }
  const root = lowerCaseKeys(body);
  return toChatError(root?.["error"] ?? root?.["communicationerror"] ?? body, 0);
}

function toChatError(value: unknown, depth: number): Partial<ChatError> | undefined {
  const error = lowerCaseKeys(value);
  if (!error || depth > maxDepth) return undefined;
  const code = text(error["code"]);
  const message = text(error["message"]);
  const target = text(error["target"]);
  const details = Array.isArray(error["details"])
    ? error["details"]
        .map((detail) => complete(toChatError(detail, depth + 1)))
        .filter((detail) => detail !== undefined)
    : [];
  const innerError = complete(toChatError(error["innererror"], depth + 1));
  if (code === undefined && message === undefined && !details.length && !innerError)
    return undefined;
  return {
    ...(code !== undefined && { code }),
    ...(message !== undefined && { message }),
    ...(target !== undefined && { target }),
    ...(details.length > 0 && { details }),
    ...(innerError && { innerError }),
  };
}

/** Both are required in the model; the service leaves out one or the other. */
function complete(error: Partial<ChatError> | undefined): ChatError | undefined {
  return error && { ...error, code: error.code ?? "", message: error.message ?? "" };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function lowerCaseKeys(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]));
}
