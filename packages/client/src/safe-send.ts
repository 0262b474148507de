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

/** Messages on a page when looking for one that was just sent: it is among the newest. */
const pageSize = 50;

/**
 * How far behind the time of the first attempt to look: the service's machines need not agree on the
 * time to the second. Choose it too large and a page more is read, too small and a message is doubled.
 */
const clockToleranceInMs = 60_000;

/** The shortest time, in milliseconds, that the service gets to finish an attempt which timed out. */
const shortestSettleTimeInMs = 1000;

/** The longest such time, after a long timeout. */
const longestSettleTimeInMs = 10_000;

// Why it works this way: docs/decisions/0042-a-safe-send-reads-before-it-sends-again.md
/**
 * Sends a message once. After a failure that leaves open whether the message arrived, looks for its id among the
 * newest messages, and sends it again only if it is not there.
 *
 * No client can rule out that the service carries out an attempt after the search for it.
 */
export async function sendOnce(
  { context, retry: settings }: ClientCore,
  threadId: string,
  message: SendChatMessageRequest,
  options: RestOptions,
): Promise<SendChatMessageResult> {
  const { apiVersion } = context;
  // Where the service drops metadata no search would find the id, and each send again would be one more message.
  check(apiVersion > "2021-03-07", "options.apiVersion", "later for safeRetry", apiVersion);
  // The caller's own id is kept: an app that shows a message before it is sent recognizes it by this id.
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
        // A failed search says nothing of the message: it may be there.
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
 * Milliseconds from the failure to the search, which the next attempt follows at once: as for any retry, and after
 * a timeout long enough for the service to finish the attempt. `undefined` if the service asks for more than
 * `maxRetryDelayInMs`.
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

/** Whether a failed send may be in the thread all the same. */
function mayHaveArrived(error: unknown): error is RestError {
  if (!isRestError(error)) return false;
  const { code, statusCode } = error;
  if (!statusCode) return !wasNeverSent(error);
  // A 201 that cannot be read did arrive; its id is in the list.
  return isTransient(statusCode) || (code === parseError && statusCode < 400);
}

/** The id of the message with this send id, if it is in the thread. */
async function findSent(
  context: ChatContext,
  threadId: string,
  sendId: string,
  elapsedInMs: number,
  options: RestOptions,
): Promise<string | undefined> {
  // The callbacks of the send are for the send.
  const { onResponse: _, requestOptions, ...others } = options;
  const { onUploadProgress: __, onDownloadProgress: ___, ...settings } = requestOptions ?? {};
  const pages = listChatMessages(context, threadId, {
    ...others,
    requestOptions: settings,
    maxPageSize: pageSize,
  }).byPage();
  // Versions are epoch milliseconds by the service's clock, and the list is ordered by them. None is newer
  // than now; so what is older than the newest by more than all of this took was there before.
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
