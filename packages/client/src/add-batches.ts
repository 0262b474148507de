import {
  addChatParticipants,
  type ChatParticipant,
  type OperationOptions as RestOptions,
} from "@acs-chat/rest";
import { toAddResult } from "./convert/to-public.ts";
import type { ClientCore } from "./core.ts";
import { ChatServiceError } from "./errors/chat-service-error.ts";
import { toServiceError } from "./errors/to-service-error.ts";
import type { ChatError } from "./models.ts";

/**
 * Adds participants with one request per batch, and combines the results.
 *
 * @param before - The result of the request that created the thread; absent if the thread exists.
 * @throws ChatServiceError if a request fails. Its `partialResult` has the result of the earlier requests, which would
 * otherwise be lost.
 */
export async function addBatches<T extends { readonly invalidParticipants?: ChatError[] }>(
  core: ClientCore,
  threadId: string,
  batches: ChatParticipant[][],
  options: RestOptions,
  before?: T,
): Promise<T> {
  let result = before;
  for (const participants of batches) {
    try {
      const added = toAddResult(
        await addChatParticipants(core.context, threadId, { participants }, options),
      );
      const invalidParticipants = [result, added].flatMap((one) => one?.invalidParticipants ?? []);
      const invalid = invalidParticipants.length > 0 && { invalidParticipants };
      result = Object.assign(added, result, invalid) as T;
    } catch (caught) {
      const error = toServiceError(caught, "ChatThreadClient.addParticipants");
      if (result && error instanceof ChatServiceError) error.partialResult = result;
      throw error;
    }
  }
  return result!;
}
