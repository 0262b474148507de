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
import { check } from "./guards.ts";
import { parseError } from "./errors/codes.ts";
import type { SendChatMessageResult } from "./models.ts";
import { backoffDelay } from "./retry/backoff.ts";
import { wasNeverSent } from "./retry/repeatable.ts";
import { announce, isTransient } from "./retry/retry-policy.ts";
import { sendIdKey } from "./send-id-key.ts";

/** Messages on a page when looking for one that was just sent: it is among the newest. */
const pageSize = 50;

/**
 * How far behind the time of the first attempt to look: the service's machines need not agree on the
 * time to the second. Choose it too large and a page more is read, too small and a message is doubled.
 */
const clockToleranceInMs = 60_000;

/**
 * Sends a message once. A failure that leaves open whether it arrived is settled by looking for its id
 * among the newest messages, and only if it is not there it is sent again.
 *
 * What no client can rule out: an attempt that the service carries out only after it was looked for.
 */
export async function sendOnce(
  { context, retry: settings }: ClientCore,
  threadId: string,
  message: SendChatMessageRequest,
  restOptions: RestOptions,
): Promise<SendChatMessageResult> {
  const { apiVersion } = context;
  // Where the service drops metadata no search would find the id, and each send again would be one more message.
  check(apiVersion > "2021-03-07", "options.apiVersion", "later for safeRetry", apiVersion);
  // An id of the caller's stays: whoever shows a message before it is sent recognizes it by this id.
  const sendId = message.metadata?.[sendIdKey] || randomId();
  const marked = { ...message, metadata: { ...message.metadata, [sendIdKey]: sendId } };
  const startedAt = Date.now();
  for (let retry = 1; ; retry += 1) {
    try {
      return await sendChatMessage(context, threadId, marked, restOptions);
    } catch (error) {
      if (!mayHaveArrived(error)) throw error;
      const delayInMs = backoffDelay(retry, settings, settings.random);
      await announce(settings, retry, delayInMs, error.request, error.statusCode, error);
      const id = await findSent(context, threadId, sendId, startedAt, restOptions).catch(() => {
        // That the search failed says nothing of the message: it may be there.
        throw error;
      });
      if (id !== undefined) return { id };
      if (retry > settings.maxRetries) throw error;
    }
  }
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
  startedAt: number,
  restOptions: RestOptions,
): Promise<string | undefined> {
  // The send's own callback is for the send's answers.
  const { onResponse: _, ...options } = restOptions;
  const pages = listChatMessages(context, threadId, {
    ...options,
    maxPageSize: pageSize,
  }).byPage();
  // Versions are epoch milliseconds by the service's clock, and the list is ordered by them. None is newer
  // than now; so what is older than the newest by more than all of this took was there before.
  let oldest: number | undefined;
  for await (const page of pages) {
    for (const message of page) {
      if (message.metadata?.[sendIdKey] === sendId) return message.id;
      const version = Number(message.version);
      oldest ??= version - Math.max(0, Date.now() - startedAt) - clockToleranceInMs;
      if (version < oldest) return undefined;
    }
  }
  return undefined;
}
