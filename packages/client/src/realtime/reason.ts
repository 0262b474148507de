/** The maximum number of errors to visit, because causes can be circular or have many branches. */
const maxErrors = 50;
/** The maximum length of a reason. */
const maxReasonLength = 500;

/**
 * The innermost errors below an error: the ends of its chains of `cause` and of `AggregateError`s.
 * `fetch` reports "fetch failed", and only the innermost error says why.
 */
export function innermostErrors(error: unknown): unknown[] {
  const found: unknown[] = [];
  const visited = new Set<unknown>();
  const visit = (current: unknown): void => {
    if (visited.has(current) || visited.size >= maxErrors) return;
    visited.add(current);
    const inner = innerErrors(current);
    if (inner.length === 0) found.push(current);
    inner.forEach(visit);
  };
  visit(error);
  return found;
}

function innerErrors(error: unknown): unknown[] {
  const { errors, cause } = Object(error) as { errors?: unknown; cause?: unknown };
  const causes = cause === undefined || cause === null ? [] : [cause];
  return Array.isArray(errors) ? [...(errors as unknown[]), ...causes] : causes;
}

/** Returns the reason of a failure for an error message, without tokens, keys and query strings. */
export function reasonOf(error: unknown, secrets: readonly string[] = []): string {
  const reasons = new Set(innermostErrors(error).map(describe));
  return redact([...reasons].join("; "), secrets).slice(0, maxReasonLength);
}

function describe(error: unknown): string {
  if (typeof error === "string") return error;
  const { message, code, name } = Object(error) as Record<string, unknown>;
  const words = [message, code, name].find((text) => typeof text === "string" && text !== "");
  return (words as string | undefined) ?? "unknown reason";
}

/** A JSON Web Token, such as `eyJhbGciOiJub25lIn0.eyJleHAiOjF9.x`. */
const jsonWebToken = /\beyJ[\w-]*(?:\.[\w-]*)*/g;
/** A token after its scheme, such as `Bearer abc`. */
const bearerToken = /\bbearer\s+\S+/gi;
/** A named secret, such as `accesskey=abc;`. */
const namedSecret = /\b(?:access_?key|key|secret|password|signature|sig|token)=[^\s;&]+/gi;
/** The query string of a URL, such as `?sig=abc`. */
const queryString = /\?[^\s"']+/g;
/** A word that is too long to be a name, such as a key in base64. */
const longWord = /[\w+/=-]{64,}/g;

/** Replaces tokens, keys and query strings in a text, and the given secrets wherever they occur. */
export function redact(text: string, secrets: readonly string[] = []): string {
  let redacted = text;
  for (const secret of secrets) if (secret) redacted = redacted.split(secret).join("[redacted]");
  for (const shape of [jsonWebToken, bearerToken, namedSecret, queryString, longWord]) {
    redacted = redacted.replace(shape, "[redacted]");
  }
  return redacted;
}
