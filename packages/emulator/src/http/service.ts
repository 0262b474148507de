import { setTimeout as wait } from "node:timers/promises";
import type { Caller, Engine } from "../engine/engine.ts";
import { ServiceError, badRequest, methodNotAllowed, notFound } from "../engine/errors.ts";
import { applyRetention } from "../engine/retention.ts";
import { OPERATION_NOT_IN_VERSION_STATUS } from "../engine/unverified.ts";
import type { Fault, Faults } from "../control/faults.ts";
import type { RequestLog } from "../control/request-log.ts";
import type { Operation, OperationVersion, RouteMatch, Routes } from "../spec/routes.ts";
import { parseDateTime, parseInt32, parseUsDateTime } from "../spec/values.ts";
import { createAuthenticate } from "../tokens/authenticate.ts";
import { verifySignature } from "../tokens/hmac.ts";
import { readBody } from "./body.ts";
import { errorResponse } from "./errors.ts";
import { clientRequestId, commonHeaders, corsHeaders, preflight } from "./headers.ts";
import {
  type Handle,
  type WireOutcome,
  type WireRequest,
  type WireResponse,
  parseTarget,
} from "./message.ts";
import { HANDLERS } from "./operations/index.ts";
import type { RateLimiter } from "./rate-limits.ts";
import { checkScope } from "./scopes.ts";

/** The dependencies of the service. */
export interface ServiceParts {
  readonly engine: Engine;
  readonly routes: Routes;
  /** The key of signed identity requests, base64. */
  readonly accessKey: string;
  /** Serves unknown API versions as the newest one. */
  readonly skipApiVersionCheck: boolean;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly rateLimiter: RateLimiter;
  /** Aborted when the emulator closes. This ends delayed requests. */
  readonly closing: AbortSignal;
  /** Called with internal errors. */
  readonly onError: (error: unknown) => void;
}

/** What is known about a request while it is processed. */
interface Progress {
  operation?: Operation;
  apiVersion?: string;
  userId?: string;
}

/** Creates the chat and identity service. It routes and checks requests, and passes them to the engine. */
export function createService(parts: ServiceParts): Handle {
  const { engine, faults, log } = parts;
  const authenticate = createAuthenticate(engine);

  const serve = async (request: WireRequest, progress: Progress): Promise<WireOutcome> => {
    const { path, query } = parseTarget(request.target);
    const route = parts.routes.match(path);
    if (route === undefined) throw notFound("The path does not exist.");
    const operation = route.operations.get(request.method);
    if (operation === undefined) {
      throw methodNotAllowed(request.method, [...route.operations.keys()]);
    }
    progress.operation = operation;
    const fault = faults.take(operation.name);
    if (fault?.delayMilliseconds && !(await delay(fault.delayMilliseconds, parts.closing))) {
      return { drop: true };
    }
    if (fault?.action === "drop") return { drop: true };
    if (fault?.action === "status") throw faultError(fault);
    const response = await carryOut(operation, route, request, query, progress, fault);
    if (fault?.action === "commitThenDrop") return { drop: true };
    if (fault?.action === "commitThenStatus") throw faultError(fault);
    return response;
  };

  const carryOut = async (
    operation: Operation,
    route: RouteMatch,
    request: WireRequest,
    query: URLSearchParams,
    progress: Progress,
    fault: Fault | undefined,
  ): Promise<WireResponse> => {
    applyRetention(engine);
    const caller = identify(operation, request);
    if (operation.service === "chat") {
      progress.userId = caller.userId;
      checkScope(caller, operation.name);
    }
    const version = versionOf(operation, query, progress);
    if (parts.rateLimiter.enforced) {
      parts.rateLimiter.check(operation.name, caller.userId, route.parameters["chatThreadId"]);
    }
    checkQuery(version, query);
    const body = readBody(operation.service, version, request, engine.strictness);
    const handler = HANDLERS.get(operation.name);
    if (handler === undefined) throw new Error(`The operation ${operation.name} has no handler.`);
    const answer = await handler({
      engine,
      caller,
      apiVersion: progress.apiVersion ?? "",
      path: route.parameters,
      query,
      headers: request.headers,
      origin: originOf(request),
      body,
      bytes: request.body,
      ...(fault?.action === "shortPage" && { pageItems: fault.items ?? 0 }),
    });
    const status = version.successStatus;
    if (answer.json === undefined || version.answer === undefined) {
      const { body: bytes, headers = {} } = answer;
      return { status, headers, ...(bytes !== undefined && { body: bytes }) };
    }
    return {
      status,
      headers: { "Content-Type": "application/json; charset=utf-8", ...answer.headers },
      body: JSON.stringify(version.answer(answer.json, "")),
    };
  };

  const identify = (operation: Operation, request: WireRequest): Caller => {
    if (operation.service === "chat") return authenticate(request.headers["authorization"]);
    verifySignature(request, parts.accessKey);
    return NOBODY;
  };

  const versionOf = (
    operation: Operation,
    query: URLSearchParams,
    progress: Progress,
  ): OperationVersion => {
    const asked = query.get("api-version") ?? "";
    const exact = operation.versions.get(asked);
    if (exact !== undefined) {
      progress.apiVersion = asked;
      return exact;
    }
    const supported = `It supports ${operation.supportedVersions}.`;
    if (parts.skipApiVersionCheck) {
      const [newest, used] =
        [...operation.versions].findLast(isGeneral) ?? [...operation.versions].at(-1) ?? [];
      if (newest !== undefined && used !== undefined) {
        progress.apiVersion = newest;
        return used;
      }
    }
    if (asked === "") throw badRequest(`The query parameter api-version is missing. ${supported}`);
    const elsewhere = parts.routes.operations.some((other) => other.versions.has(asked));
    throw new ServiceError(
      elsewhere ? OPERATION_NOT_IN_VERSION_STATUS : 400,
      "UnsupportedApiVersion",
      `The operation does not support the api-version ${JSON.stringify(asked)}. ${supported}`,
    );
  };

  return async (request) => {
    const started = performance.now();
    if (request.method === "OPTIONS") return preflight(request);
    const progress: Progress = {};
    let outcome: WireOutcome;
    try {
      outcome = await serve(request, progress);
    } catch (error) {
      outcome = toErrorResponse(error, progress, parts.onError);
    }
    const milliseconds = performance.now() - started;
    if (!("drop" in outcome)) {
      const { service, supportedVersions } = progress.operation ?? {};
      // Chat does not list its versions to callers who are not authenticated.
      const supported =
        service === "chat" && outcome.status === 401 ? undefined : supportedVersions;
      outcome = {
        ...outcome,
        headers: {
          ...commonHeaders(engine.ids, milliseconds, supported),
          ...clientRequestId(request, service),
          ...corsHeaders(request),
          ...outcome.headers,
        },
      };
    }
    log.record({
      at: engine.clock.now(),
      request,
      outcome,
      milliseconds,
      ...(progress.operation && { operation: progress.operation.name }),
      ...(progress.apiVersion !== undefined && { apiVersion: progress.apiVersion }),
      ...(progress.userId !== undefined && { userId: progress.userId }),
    });
    return outcome;
  };
}

const isGeneral = ([version]: readonly [string, unknown]): boolean => !version.endsWith("-preview");

/** Returns the origin that the caller used, for links. An invalid host header is not repeated. */
function originOf({ scheme, headers }: WireRequest): string {
  const host = headers["host"] ?? "";
  return `${scheme}://${/^[\w.:[\]-]+$/.test(host) ? host : "localhost"}`;
}

const NOBODY: Caller = { userId: "", scopes: new Set() };

function checkQuery(version: OperationVersion, query: URLSearchParams): void {
  for (const { name, format, type, required } of version.query) {
    const value = query.get(name);
    if (value === null) {
      if (required === true) throw badRequest(`The query parameter ${name} is missing.`);
    } else if (type === "integer" && parseInt32(value) === undefined) {
      throw badRequest(`The query parameter ${name} must be a 32-bit integer.`);
    } else if (
      format === "date-time" &&
      (parseDateTime(value) ?? parseUsDateTime(value)) === undefined
    ) {
      throw badRequest(`The query parameter ${name} must be an RFC 3339 date-time.`);
    }
  }
}

function toErrorResponse(
  error: unknown,
  progress: Progress,
  onError: (error: unknown) => void,
): WireResponse {
  const known = error instanceof ServiceError;
  if (!known) onError(error);
  const { operation } = progress;
  // Problems with the storage are reported to the caller, who can correct them.
  const stored =
    error instanceof Error && error.name === "StorageError" ? error.message : undefined;
  const message = stored ?? "The emulator failed.";
  return errorResponse(known ? error : new ServiceError(500, "InternalServerError", message), {
    service: operation?.service ?? "chat",
    ...(operation && { operation: operation.name }),
  });
}

function faultError(fault: Fault): ServiceError {
  const { status = 503, retryAfterSeconds } = fault;
  return new ServiceError(
    status,
    "InjectedFault",
    "This is an injected fault, requested through /_emulator.",
    {
      headers: retryAfterSeconds === undefined ? {} : { "Retry-After": String(retryAfterSeconds) },
    },
  );
}

/** Waits. Resolves to false if the emulator closed in the meantime. */
const delay = (milliseconds: number, closing: AbortSignal): Promise<boolean> =>
  wait(milliseconds, true, { signal: closing }).catch(() => false);
