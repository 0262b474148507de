import type { Faults } from "../control/faults.ts";
import type { Caller, Engine } from "../engine/engine.ts";
import { applyRetention } from "../engine/retention.ts";
import type { Operation, Routes } from "../spec/routes.ts";
import type { Authenticate } from "../tokens/authenticate.ts";
import { verifySignature } from "../tokens/hmac.ts";
import { parseTarget, type WireOutcome, type WireRequest, type WireResponse } from "./message.ts";
import { HANDLERS } from "./operations/index.ts";
import type { RateLimiter } from "./rate-limits.ts";
import { checkQuery } from "./steps/check-query.ts";
import { checkScope } from "./steps/check-scope.ts";
import { injectFault } from "./steps/inject-fault.ts";
import { type MatchedRoute, matchRoute } from "./steps/match-route.ts";
import { readBody } from "./steps/read-body.ts";
import { selectVersion } from "./steps/select-version.ts";
import { shapeResponse } from "./steps/shape-response.ts";

/** What the steps need from the emulator. */
export interface StepParts {
  readonly engine: Engine;
  readonly routes: Routes;
  readonly authenticate: Authenticate;
  /** The key of signed identity requests, base64. */
  readonly accessKey: string;
  /** Serves unknown API versions as the newest one. */
  readonly skipApiVersionCheck: boolean;
  readonly faults: Faults;
  readonly rateLimiter: RateLimiter;
  /** Aborted when the emulator closes. This ends delayed requests. */
  readonly closing: AbortSignal;
}

/** What the steps found out about a request. Error responses and the log use it. */
export interface Findings {
  operation?: Operation;
  apiVersion?: string;
  /** The caller's user id. Identity operations have no calling user. */
  userId?: string;
}

/**
 * Processes a request in the order of the steps. The first step that throws ends the request.
 * @throws {@link ServiceError} if a step refuses the request.
 */
export async function processRequest(
  parts: StepParts,
  request: WireRequest,
  findings: Findings,
): Promise<WireOutcome> {
  const { path, query } = parseTarget(request.target);

  // The path and the method select the operation.
  const route = matchRoute(parts.routes, request.method, path);
  findings.operation = route.operation;

  // A fault for this operation delays the request, replaces it, or replaces its response.
  const fault = parts.faults.take(route.operation.name);
  return await injectFault(fault, parts.closing, () => {
    const pageItems = fault?.action === "shortPage" ? (fault.items ?? 0) : undefined;
    return carryOut(parts, request, { ...route, query, pageItems }, findings);
  });
}

/** A request with its route. */
interface RoutedRequest extends MatchedRoute {
  readonly query: URLSearchParams;
  /** The most items on the page, if a fault limits them. */
  readonly pageItems: number | undefined;
}

async function carryOut(
  parts: StepParts,
  request: WireRequest,
  { operation, parameters, query, pageItems }: RoutedRequest,
  findings: Findings,
): Promise<WireResponse> {
  const { engine, rateLimiter } = parts;

  // Threads whose retention period has ended are deleted before anybody can see them.
  applyRetention(engine);

  // The token identifies the caller of a chat operation; identity requests are signed.
  const caller = identifyCaller(parts, operation, request);

  // The scopes of the token must allow the operation.
  if (operation.service === "chat") {
    findings.userId = caller.userId;
    checkScope(caller, operation.name);
  }

  // The API version decides which parameters and properties exist.
  const { routes, skipApiVersionCheck } = parts;
  const { apiVersion, version } = selectVersion(routes, operation, query, skipApiVersionCheck);
  findings.apiVersion = apiVersion;

  // Requests over the rate limits are refused, if the limits are on.
  if (rateLimiter.enforced) {
    rateLimiter.check(operation.name, caller.userId, parameters["chatThreadId"]);
  }

  // The query and the body must match the specification of this API version.
  checkQuery(version, query);
  const body = readBody(operation.service, version, request, engine.strictness);

  // The handler performs the operation.
  const answer = await HANDLERS[operation.name]({
    engine,
    caller,
    apiVersion,
    path: parameters,
    query,
    headers: request.headers,
    origin: originOf(request),
    body,
    bytes: request.body,
    ...(pageItems !== undefined && { pageItems }),
  });

  // The response has the status code and the properties of this API version.
  return shapeResponse(answer, version);
}

const NOBODY: Caller = { userId: "", scopes: new Set() };

function identifyCaller(
  { authenticate, accessKey }: StepParts,
  { service }: Operation,
  request: WireRequest,
): Caller {
  if (service === "chat") return authenticate(request.headers["authorization"]);
  verifySignature(request, accessKey);
  return NOBODY;
}

/** Returns the origin that the caller used, for links. An invalid host header is not repeated. */
function originOf({ scheme, headers }: WireRequest): string {
  const host = headers["host"] ?? "";
  return `${scheme}://${/^[\w.:[\]-]+$/.test(host) ? host : "localhost"}`;
}
