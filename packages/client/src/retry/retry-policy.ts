import type { PipelinePolicy, PipelineRequest, PipelineResponse } from "@azure/core-rest-pipeline";
import { isRestError } from "@azure/core-rest-pipeline";
import { delay } from "@azure/core-util";
import { abortError, type AbortSignalLike } from "../abort.ts";
import { removeCredentials } from "../credentials.ts";
import { backoffDelay, type BackoffOptions } from "./backoff.ts";
import type { ChatRetryEvent } from "./retry-event.ts";
import { isRepeatable, wasNeverSent } from "./repeatable.ts";
import { retryAfterInMs } from "./retry-after.ts";

/** The settings of retries. Tests replace the randomness, the clock and the delay. */
export interface RetrySettings extends BackoffOptions {
  maxRetries: number;
  onRetry?: ((event: ChatRetryEvent) => void) | undefined;
  random: () => number;
  now: () => number;
  pause: (milliseconds: number, signal?: AbortSignalLike) => Promise<void>;
}

export const defaultRetrySettings: RetrySettings = {
  maxRetries: 3,
  retryDelayInMs: 1000,
  maxRetryDelayInMs: 64_000,
  random: Math.random,
  now: Date.now,
  pause: (milliseconds, abortSignal) => delay(milliseconds, abortSignal && { abortSignal }),
};

/** The longest delay of a timer in milliseconds. A timer with a longer delay fires at once. */
const longestPauseInMs = 2 ** 31 - 1;

/**
 * Creates the policy that retries failed requests. Every request is retried after a 429 or a failure to connect,
 * because the service has not processed it. Requests that can be repeated (see {@link isRepeatable}) are also retried
 * after a 408, after a 5xx except 501 and 505, and after a lost connection.
 *
 * A `Retry-After` header takes precedence over the backoff. If it exceeds `maxRetryDelayInMs`, the policy returns the
 * response, and the caller's error contains the delay (`retryAfterInMs`).
 */
export function chatRetryPolicy(settings: RetrySettings): PipelinePolicy {
  return {
    name: "chatRetryPolicy",
    async sendRequest(request, next) {
      for (let retry = 1; ; retry += 1) {
        const outcome = await attempt(() => next(request));
        if (!outcome.failed && outcome.response.status < 400) return outcome.response;
        if (request.abortSignal?.aborted) throw abortError();
        const delayInMs = decideRetry(retry, request, outcome, settings);
        if (delayInMs === undefined) {
          if (outcome.failed) throw outcome.error;
          return outcome.response;
        }
        removeCredentials(request);
        notifyRetry(settings, request, { retry, delayInMs, ...reasonOf(outcome) });
        await settings.pause(delayInMs, request.abortSignal);
      }
    },
  };
}

/** The outcome of an attempt: a response, or an error that may contain one. */
type Outcome =
  | { failed: false; response: PipelineResponse }
  | { failed: true; error: unknown; response?: PipelineResponse | undefined };

async function attempt(send: () => Promise<PipelineResponse>): Promise<Outcome> {
  try {
    return { failed: false, response: await send() };
  } catch (error) {
    return { failed: true, error, response: isRestError(error) ? error.response : undefined };
  }
}

/** Returns the reason for a retry, as reported to the application. */
function reasonOf(outcome: Outcome): Pick<ChatRetryEvent, "statusCode" | "error"> {
  if (outcome.response) return { statusCode: outcome.response.status };
  return outcome.failed ? { error: outcome.error as Error } : {};
}

/** Returns the delay before a retry in milliseconds; `undefined` if the request is not retried. */
function decideRetry(
  retry: number,
  request: PipelineRequest,
  outcome: Outcome,
  settings: RetrySettings,
): number | undefined {
  if (retry > settings.maxRetries || !isRetriable(request, outcome)) return undefined;
  return delayBeforeRetry(retry, outcome.response, settings);
}

/** Returns whether a retry can succeed and does no harm. */
function isRetriable(request: PipelineRequest, outcome: Outcome): boolean {
  if (outcome.response) {
    const { status } = outcome.response;
    return status === 429 || (isTransient(status) && isRepeatable(request));
  }
  if (!outcome.failed || !isRestError(outcome.error)) return false;
  return wasNeverSent(outcome.error) || isRepeatable(request);
}

/**
 * Returns the delay before a retry in milliseconds: the delay that the service requests, otherwise the backoff.
 *
 * @returns `undefined` if the service requests more than `maxRetryDelayInMs`.
 */
export function delayBeforeRetry(
  retry: number,
  response: PipelineResponse | undefined,
  settings: RetrySettings,
): number | undefined {
  const asked = response && retryAfterInMs(response, settings.now);
  if (asked === undefined) return backoffDelay(retry, settings, settings.random);
  if (asked > settings.maxRetryDelayInMs) return undefined;
  // All throttled clients receive the same delay. A random addition spreads their retries; it never shortens the delay.
  const spread = settings.random() * Math.min(asked / 10, settings.retryDelayInMs);
  return Math.min(asked + spread, longestPauseInMs);
}

/** Reports a retry to the application. */
export function notifyRetry(
  { onRetry }: RetrySettings,
  request: PipelineRequest | undefined,
  event: Omit<ChatRetryEvent, "method" | "clientRequestId">,
): void {
  onRetry?.({
    ...event,
    method: request?.method ?? "POST",
    clientRequestId: request?.requestId ?? "",
  });
}

/** Returns whether a status code is transient: 408 or 5xx. 501 and 505 are permanent. */
export function isTransient(status: number): boolean {
  return status === 408 || (status >= 500 && status !== 501 && status !== 505);
}
