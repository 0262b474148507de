import type { ChatError } from "../models.ts";

/** Deeper than the service ever nests; an answer that nests deeper is cut, not followed. */
const maxDepth = 8;

type Fields = Record<string, unknown>;

/**
 * What an error answer says, whatever its shape: the documented `{"error": {"code"}}`, the service's
 * real `{"CommunicationError": {"Code"}}`, the previews' `{"Error": …}`, or the bare error, all in any
 * letter case. Empty when the body is none of these.
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

/** Code and message are required in the model; the service leaves out one or the other. Nothing stays nothing. */
function complete(error: Partial<ChatError>): ChatError[] {
  return Object.keys(error).length > 0 ? [{ code: "", message: "", ...error }] : [];
}

function lowerCaseKeys(value: unknown): Fields {
  const fields: Fields = {};
  if (typeof value !== "object") return fields;
  for (const key in value) fields[key.toLowerCase()] = (value as Fields)[key];
  return fields;
}
