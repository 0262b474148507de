import {
  type ServiceError,
  badRequest,
  tooLarge,
  unsupportedMediaType,
  validationError,
} from "../../engine/errors.ts";
import type { Strictness } from "../../engine/engine.ts";
import { LARGEST_IMAGE, LARGEST_JSON_BODY } from "../../engine/unverified.ts";
import type { ServiceName } from "../../spec/documents.ts";
import type { OperationVersion } from "../../spec/routes.ts";
import type { Problem } from "../../spec/validate.ts";
import type { WireRequest } from "../message.ts";

const JSON_TYPES = /^application\/(?:merge-patch\+)?json\s*(?:;|$)/i;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The largest body that any operation accepts. Hosts stop reading there. */
export const LARGEST_BODY = Math.max(LARGEST_IMAGE, LARGEST_JSON_BODY);

/**
 * Reads and checks a request's body by the schema of the operation in the API version.
 * @returns The JSON value without properties that the version does not have; undefined without JSON.
 * @throws {@link ServiceError} 400, 413 or 415.
 */
export function readBody(
  service: ServiceName,
  version: OperationVersion,
  request: WireRequest,
  strictness: Strictness,
): unknown {
  const { body } = version;
  const size = request.body.byteLength;
  if (size > (body?.kind === "binary" ? LARGEST_IMAGE : LARGEST_JSON_BODY)) {
    throw tooLarge(`The body has ${size} bytes, which is too large.`);
  }
  if (body === undefined) return undefined;
  if (size === 0) {
    if (body.required) throw badRequest("The request must have a body.");
    return undefined;
  }
  if (body.kind === "binary") return undefined;
  const type = request.headers["content-type"];
  if (type !== undefined && !JSON_TYPES.test(type)) {
    throw unsupportedMediaType(`The body must be application/json, not ${type}.`);
  }
  const value = parse(request.body);
  // Clients send null for omitted properties. In a merge patch, null removes a property.
  const given = withoutNulls(value);
  const problem = body.validate(given);
  if (problem !== undefined) throw toError(service, problem);
  const unknown: string[] = [];
  const patch = request.method === "PATCH";
  const shaped = body.shape(patch ? value : given, "body", unknown);
  if (strictness === "strict" && unknown.length > 0) {
    throw badRequest(`This api-version does not have ${unknown.join(", ")}.`);
  }
  return shaped;
}

/** The identity API names the invalid property, with a capital letter. */
function toError(service: ServiceName, { message, property, missing }: Problem): ServiceError {
  if (service !== "identity" || property === undefined) return badRequest(message);
  const name = property.charAt(0).toUpperCase() + property.slice(1);
  return validationError(name, missing ? `${name}: The ${name} field is required.` : message);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch (error) {
    throw badRequest(`The body is not valid JSON: ${error instanceof Error ? error.message : "?"}`);
  }
}

/** The most levels of nesting: more than the service has anywhere, and safe for recursion. */
const DEEPEST = 32;

function withoutNulls(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth > DEEPEST) throw badRequest(`The body is nested more than ${DEEPEST} levels deep.`);
  if (Array.isArray(value)) return value.map((part) => withoutNulls(part, depth + 1));
  const entries = Object.entries(value).filter(([, part]) => part !== null);
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutNulls(part, depth + 1)]));
}
