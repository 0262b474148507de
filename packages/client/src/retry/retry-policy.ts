import type { PipelinePolicy, PipelineRequest, PipelineResponse } from "@azure/core-rest-pipeline";
import { isRestError } from "@azure/core-rest-pipeline";
import { delay } from "@azure/core-util";
import { abortError, type AbortSignalLike } from "../abort.ts";
import { removeCredentials } from "../credentials.ts";
import { backoffDelay, type BackoffOptions } from "./backoff.ts";
import type { ChatRetryEvent } from "./retry-event.ts";
import { isRepeatable, wasNeverSent } from "./repeatable.ts";
import { retryAfterInMs } from "./retry-after.ts";

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

/** The longest pause that a timer can count, in milliseconds; a longer one would end at once. */
const longestPauseInMs = 2 ** 31 - 1;

/**
 * Retries requests: every request after 429 or a failure to connect, since the service has done nothing; requests
 * that can be repeated (see {@link isRepeatable}) after 408, 5xx and lost connections too. A `Retry-After` is
 * obeyed; if it is longer than `maxRetryDelayInMs`, the response goes to the caller, whose error says when to come
 * back.
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

/** How an attempt ended: with a response, or with an error that may contain one. */
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

/** The reason for a retry, as the application is told it. */
function reasonOf(outcome: Outcome): Pick<ChatRetryEvent, "statusCode" | "error"> {
  if (outcome.response) return { statusCode: outcome.response.status };
  return outcome.failed ? { error: outcome.error as Error } : {};
}

/** Milliseconds to wait before a request is sent again; `undefined` to give up. */
function decideRetry(
  retry: number,
  request: PipelineRequest,
  outcome: Outcome,
  settings: RetrySettings,
): number | undefined {
  if (retry > settings.maxRetries || !isRetriable(request, outcome)) return undefined;
  return delayBeforeRetry(retry, outcome.response, settings);
}

/** Whether the next attempt may succeed and cannot do harm. */
function isRetriable(request: PipelineRequest, outcome: Outcome): boolean {
  if (outcome.response) {
    const { status } = outcome.response;
    return status === 429 || (isTransient(status) && isRepeatable(request));
  }
  if (!outcome.failed || !isRestError(outcome.error)) return false;
  return wasNeverSent(outcome.error) || isRepeatable(request);
}

/**
 * Milliseconds to wait before the next attempt: as long as the service asks for, else the back-off.
 *
 * @returns `undefined` if the service asks for longer than `maxRetryDelayInMs`
 */
export function delayBeforeRetry(
  retry: number,
  response: PipelineResponse | undefined,
  settings: RetrySettings,
): number | undefined {
  const asked = response && retryAfterInMs(response, settings.now);
  if (asked === undefined) return backoffDelay(retry, settings, settings.random);
  if (asked > settings.maxRetryDelayInMs) return undefined;
  // All clients that were throttled got the same time: spread them a little, never before it.
  const spread = settings.random() * Math.min(asked / 10, settings.retryDelayInMs);
  return Math.min(asked + spread, longestPauseInMs);
}

/** Tells the application of a retry. */
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

/** Whether a status code says nothing about the next attempt. 501 and 505 are the same for ever. */
export function isTransient(status: number): boolean {
  return status === 408 || (status >= 500 && status !== 501 && status !== 505);
}
