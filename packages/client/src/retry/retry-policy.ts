import type {
  HttpMethods,
  PipelinePolicy,
  PipelineRequest,
  PipelineResponse,
} from "@azure/core-rest-pipeline";
import { isRestError } from "@azure/core-rest-pipeline";
import { delay } from "@azure/core-util";
import { abortError } from "../abort.ts";
import type { AbortSignalLike } from "../options.ts";
import { backoffDelay, type BackoffOptions } from "./backoff.ts";
import { isRepeatable, wasNeverSent } from "./repeatable.ts";
import { retryAfterInMs } from "./retry-after.ts";

/** A retry that is about to happen. */
export interface ChatRetryEvent {
  /** 1 for the first retry of the request. */
  retry: number;
  /** Milliseconds until it is sent. */
  delayInMs: number;
  /** The request's method. */
  method: HttpMethods;
  /** The request's `x-ms-client-request-id`, the same in all attempts. */
  clientRequestId: string;
  /** The status that made it necessary, if there was an answer. */
  statusCode?: number;
  /** The failure that made it necessary, if there was no answer. */
  error?: Error;
}

/** What a retry needs to know; everything that is not repeatable in a test is passed in. */
export interface RetrySettings extends BackoffOptions {
  maxRetries: number;
  onRetry?: ((event: ChatRetryEvent) => void) | undefined;
  random: () => number;
  now: () => number;
  pause: (milliseconds: number, signal?: AbortSignalLike) => Promise<void>;
}

/** The settings where the caller gives none. */
export const defaultRetrySettings: RetrySettings = {
  maxRetries: 3,
  retryDelayInMs: 1000,
  maxRetryDelayInMs: 64_000,
  random: Math.random,
  now: Date.now,
  pause: (milliseconds, abortSignal) => delay(milliseconds, abortSignal && { abortSignal }),
};

/**
 * Tries again what may be tried again: everything after 429 or a failure to connect, since the service
 * has done nothing; requests that can be repeated (see {@link isRepeatable}) after 408, 5xx and lost
 * connections too. A `Retry-After` is obeyed; one that is longer than `maxRetryDelayInMs` is not waited
 * for: the answer goes to the caller, who learns from it when to come back.
 */
export function chatRetryPolicy(settings: RetrySettings): PipelinePolicy {
  return {
    name: "chatRetryPolicy",
    async sendRequest(request, next) {
      for (let retry = 1; ; retry += 1) {
        let response: PipelineResponse | undefined;
        let error: unknown;
        try {
          response = await next(request);
          if (response.status < 400) return response;
        } catch (caught) {
          error = caught;
          if (isRestError(caught)) response = caught.response;
        }
        if (request.abortSignal?.aborted) throw abortError();
        const delayInMs = delayBefore(retry, request, response, error, settings);
        if (delayInMs === undefined) {
          if (error !== undefined) throw error;
          return response!;
        }
        await announce(settings, retry, delayInMs, request, response?.status, error);
      }
    },
  };
}

/** Tells of a retry, and lets the time before it pass. */
export function announce(
  { onRetry, pause }: RetrySettings,
  retry: number,
  delayInMs: number,
  request: PipelineRequest | undefined,
  statusCode: number | undefined,
  error: unknown,
): Promise<void> {
  // The error knows the request, and the callback may log it. The next attempt brings a token of its own.
  request?.headers.delete("authorization");
  onRetry?.({
    retry,
    delayInMs,
    method: request?.method ?? "POST",
    clientRequestId: request?.requestId ?? "",
    ...(statusCode ? { statusCode } : { error: error as Error }),
  });
  return pause(delayInMs, request?.abortSignal);
}

/** Milliseconds to wait before the retry, `undefined` when there must be none. */
function delayBefore(
  retry: number,
  request: PipelineRequest,
  response: PipelineResponse | undefined,
  error: unknown,
  settings: RetrySettings,
): number | undefined {
  const allowed = response
    ? response.status === 429 || (isTransient(response.status) && isRepeatable(request))
    : isRestError(error) && (wasNeverSent(error) || isRepeatable(request));
  if (!allowed || retry > settings.maxRetries) return undefined;
  const asked = response && retryAfterInMs(response, settings.now);
  if (asked === undefined) return backoffDelay(retry, settings, settings.random);
  if (asked > settings.maxRetryDelayInMs) return undefined;
  // Everybody who was throttled was told the same time: spread them a little, never before it.
  return asked + settings.random() * Math.min(asked / 10, settings.retryDelayInMs);
}

/** Statuses that say nothing about the next attempt. 501 and 505 will be the same for ever. */
export function isTransient(status: number): boolean {
  return status === 408 || (status >= 500 && status !== 501 && status !== 505);
}
