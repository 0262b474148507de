import {
  type ChatContext,
  listChatMessages,
  type OperationOptions as RestOptions,
  randomId,
  sendChatMessage,
  type SendChatMessageRequest,
} from "@acs-chat/rest";
import { isRestError, type RestError } from "@azure/core-rest-pipeline";
import type { ClientCore } from "./core.ts";
import { removeCredentials } from "./credentials.ts";
import { check } from "./guards.ts";
import { parseError, timeoutError } from "./errors/codes.ts";
import type { SendChatMessageResult } from "./models.ts";
import { wasNeverSent } from "./retry/repeatable.ts";
import {
  delayBeforeRetry,
  isTransient,
  notifyRetry,
  type RetrySettings,
} from "./retry/retry-policy.ts";
import { sendIdKey } from "./send-id-key.ts";

/** The page size of the search for a message that was just sent, which is among the newest. */
const pageSize = 50;

/**
 * How far before the first attempt the search goes back, in milliseconds. The clocks of the service's machines can
 * differ by seconds. Too large a value reads one more page; too small a value can duplicate a message.
 */
const clockToleranceInMs = 60_000;

/** The minimum time that the service gets to finish an attempt after a timeout, in milliseconds. */
const shortestSettleTimeInMs = 1000;

/** The maximum time that the service gets to finish an attempt after a timeout, in milliseconds. */
const longestSettleTimeInMs = 10_000;

// Why it works this way: docs/decisions/0042-a-safe-send-reads-before-it-sends-again.md
/**
 * Sends a message once. After a failure that leaves open whether the message arrived, searches for its id among the
 * newest messages, and retries only if no message has the id.
 *
 * No client can rule out that the service processes an attempt after the search.
 */
export async function sendOnce(
  { context, retry: settings }: ClientCore,
  threadId: string,
  message: SendChatMessageRequest,
  options: RestOptions,
): Promise<SendChatMessageResult> {
  const { apiVersion } = context;
  // In an API version without metadata, the search cannot find the id, and each retry would add another message.
  check(apiVersion > "2021-03-07", "options.apiVersion", "later for safeRetry", apiVersion);
  // The caller's id is kept: applications that show a message before it is sent recognize it by this id.
  const sendId = message.metadata?.[sendIdKey] || randomId();
  const marked = { ...message, metadata: { ...message.metadata, [sendIdKey]: sendId } };
  const startedAt = settings.now();
  for (let retry = 1; ; retry += 1) {
    try {
      return await sendChatMessage(context, threadId, marked, options);
    } catch (error) {
      if (!mayHaveArrived(error)) throw error;
      const delayInMs = delayBeforeSearch(retry, error, options, settings);
      if (delayInMs === undefined) throw error;
      await settings.pause(delayInMs, options.abortSignal);
      const elapsedInMs = Math.max(0, settings.now() - startedAt);
      const id = await findSent(context, threadId, sendId, elapsedInMs, options).catch(() => {
        // After a failed search, the message may still be in the thread, so the send is not retried.
        throw error;
      });
      if (id !== undefined) return { id };
      if (retry > settings.maxRetries) throw error;
      const { request, statusCode } = error;
      removeCredentials(request);
      notifyRetry(settings, request, {
        retry,
        delayInMs: 0,
        ...(statusCode ? { statusCode } : { error }),
      });
    }
  }
}

/**
 * Returns the delay between the failure and the search in milliseconds. The retry follows the search at once. The delay
 * is that of any retry; after a timeout, it is long enough for the service to finish the attempt.
 *
 * @returns `undefined` if the service requests more than `maxRetryDelayInMs`.
 */
function delayBeforeSearch(
  retry: number,
  { statusCode, code, response }: RestError,
  { requestOptions }: RestOptions,
  settings: RetrySettings,
): number | undefined {
  const delayInMs = delayBeforeRetry(retry, response, settings);
  // The service or a gateway reports a timeout with these status codes.
  const isTimeout = code === timeoutError || statusCode === 408 || statusCode === 504;
  if (delayInMs === undefined || !isTimeout) return delayInMs;
  const timeoutInMs = requestOptions?.timeout ?? 0;
  const settleTimeInMs = Math.min(
    Math.max(timeoutInMs, shortestSettleTimeInMs),
    longestSettleTimeInMs,
  );
  return Math.max(delayInMs, settleTimeInMs);
}

/** Returns whether the message of a failed send may be in the thread. */
function mayHaveArrived(error: unknown): error is RestError {
  if (!isRestError(error)) return false;
  const { code, statusCode } = error;
  if (!statusCode) return !wasNeverSent(error);
  // After a success that cannot be parsed, the message is in the thread, and the search returns its id.
  return isTransient(statusCode) || (code === parseError && statusCode < 400);
}

/** Returns the id of the message with this send id; `undefined` if the search does not find it. */
async function findSent(
  context: ChatContext,
  threadId: string,
  sendId: string,
  elapsedInMs: number,
  options: RestOptions,
): Promise<string | undefined> {
  // The callbacks apply to the send, not to the search.
  const { onResponse: _, requestOptions, ...others } = options;
  const { onUploadProgress: __, onDownloadProgress: ___, ...settings } = requestOptions ?? {};
  const pages = listChatMessages(context, threadId, {
    ...others,
    requestOptions: settings,
    maxPageSize: pageSize,
  }).byPage();
  // Versions are milliseconds since the Unix epoch by the service's clock. The list is ordered by version, and no
  // version is later than now. A message that is older than the newest by more than the elapsed time and the tolerance
  // was there before the first attempt.
  let oldest: number | undefined;
  for await (const page of pages) {
    for (const message of page) {
      if (message.metadata?.[sendIdKey] === sendId) return message.id;
      const version = Number(message.version);
      oldest ??= version - elapsedInMs - clockToleranceInMs;
      if (version < oldest) return undefined;
    }
  }
  return undefined;
}
