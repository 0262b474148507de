import type { ChatError } from "../models.ts";

/** The maximum depth of nested errors. The service nests fewer levels; deeper levels are dropped. */
const maxDepth = 8;

type Fields = Record<string, unknown>;

/**
 * Returns the error in the body of an error response. The body can be the documented `{"error": {"code"}}`, the
 * service's actual `{"CommunicationError": {"Code"}}`, the `{"Error": …}` of preview versions, or the error itself.
 * Property names are matched in any letter case. Returns an empty object for any other body.
 */
export function readErrorBody(text: string | null | undefined): Partial<ChatError> {
  let body: unknown;
  try {
    body = JSON.parse(text ?? "");
  } catch {
    return {};
  }
  const { error, communicationerror = body } = lowerCaseKeys(body);
  return read(error ?? communicationerror, 0);
}

function read(value: unknown, depth: number): Partial<ChatError> {
  const fields = lowerCaseKeys(value);
  const found: Fields = {};
  for (const name of ["code", "message", "target"]) {
    if (typeof fields[name] === "string" && fields[name]) found[name] = fields[name];
  }
  if (depth < maxDepth) {
    const nested = (inner: unknown) => complete(read(inner, depth + 1));
    const details = Array.isArray(fields["details"]) ? fields["details"].flatMap(nested) : [];
    if (details.length > 0) found["details"] = details;
    const [innerError] = nested(fields["innererror"]);
    if (innerError) found["innerError"] = innerError;
  }
  return found;
}

/**
 * Adds `code` and `message` if the service omits one of them; the model requires both. Returns an empty array for an
 * empty error.
 */
function complete(error: Partial<ChatError>): ChatError[] {
  return Object.keys(error).length > 0 ? [{ code: "", message: "", ...error }] : [];
}

function lowerCaseKeys(value: unknown): Fields {
  const fields: Fields = {};
  if (typeof value !== "object") return fields;
  for (const key in value) fields[key.toLowerCase()] = (value as Fields)[key];
  return fields;
}
