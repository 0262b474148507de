import type { RequestLog } from "../control/request-log.ts";
import { ServiceError } from "../engine/errors.ts";
import { createAuthenticate } from "../tokens/authenticate.ts";
import { errorResponse } from "./errors.ts";
import { clientRequestId, commonHeaders, corsHeaders, preflight } from "./headers.ts";
import type { Handle, WireOutcome, WireRequest, WireResponse } from "./message.ts";
import { type Findings, processRequest, type StepParts } from "./process-request.ts";

/** The dependencies of the service. */
export interface ServiceParts extends Omit<StepParts, "authenticate"> {
  readonly log: RequestLog;
  /** Called with internal errors. */
  readonly onError: (error: unknown) => void;
}

/** Creates the chat and identity service: every request gets a response, common headers and a log entry. */
export function createService(parts: ServiceParts): Handle {
  const { engine, log, onError } = parts;
  const steps: StepParts = { ...parts, authenticate: createAuthenticate(engine) };

  const addHeaders = (
    response: WireResponse,
    request: WireRequest,
    { operation }: Findings,
    milliseconds: number,
  ): WireResponse => {
    // Chat does not list its versions to callers who are not authenticated.
    const hidden = operation?.service === "chat" && response.status === 401;
    return {
      ...response,
      headers: {
        ...commonHeaders(
          engine.ids,
          milliseconds,
          hidden ? undefined : operation?.supportedVersions,
        ),
        ...clientRequestId(request, operation?.service),
        ...corsHeaders(request),
        ...response.headers,
      },
    };
  };

  return async (request) => {
    if (request.method === "OPTIONS") return preflight(request);
    const started = performance.now();
    const findings: Findings = {};
    let outcome: WireOutcome;
    try {
      outcome = await processRequest(steps, request, findings);
    } catch (error) {
      outcome = toErrorResponse(error, findings, onError);
    }
    const milliseconds = performance.now() - started;
    if (!("drop" in outcome)) outcome = addHeaders(outcome, request, findings, milliseconds);
    const { operation, ...known } = findings;
    log.record({
      at: engine.clock.now(),
      request,
      outcome,
      milliseconds,
      ...(operation && { operation: operation.name }),
      ...known,
    });
    return outcome;
  };
}

function toErrorResponse(
  error: unknown,
  { operation }: Findings,
  onError: (error: unknown) => void,
): WireResponse {
  const style = {
    service: operation?.service ?? "chat",
    ...(operation && { operation: operation.name }),
  } as const;
  if (error instanceof ServiceError) return errorResponse(error, style);
  onError(error);
  // Problems with the storage are reported to the caller, who can correct them.
  const stored = error instanceof Error && error.name === "StorageError";
  const message = stored ? error.message : "The emulator failed.";
  return errorResponse(new ServiceError(500, "InternalServerError", message), style);
}
