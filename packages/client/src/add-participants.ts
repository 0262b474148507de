import {
  addChatParticipants,
  type ChatParticipant,
  type OperationOptions as RestOptions,
} from "@acs-chat/rest";
import { toChatErrors } from "./convert/to-public.ts";
import type { ClientCore } from "./core.ts";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { ChatServiceError } from "./errors/chat-service-error.ts";
import { toServiceError } from "./errors/to-service-error.ts";
import { chatLimits } from "./limits.ts";
import type { ChatError } from "./models.ts";

/** Cuts the list into what one call takes; a longer list only if the caller wants more calls than one. */
export function inBatches<T>(participants: T[], batches: boolean): T[][] {
  const limit = chatLimits.participantsPerCall;
  if (participants.length > limit && !batches) {
    throw new ChatArgumentError(
      "participants",
      `are ${participants.length}; one call takes ${limit} at most. The option "batches" sends more in several calls`,
    );
  }
  const cut: T[][] = [];
  for (let start = 0; start < participants.length; start += limit)
    cut.push(participants.slice(start, start + limit));
  return cut;
}

/**
 * Adds participants batch by batch, and merges those who could not be added into what there was before.
 *
 * @throws ChatServiceError - with all that was reached until then in `partialResult`, or it would be lost
 */
export async function addBatches<T extends { readonly invalidParticipants?: ChatError[] }>(
  core: ClientCore,
  threadId: string,
  batches: ChatParticipant[][],
  restOptions: RestOptions,
  before?: T,
): Promise<T> {
  let result = before;
  const invalid: ChatError[] = [...(before?.invalidParticipants ?? [])];
  for (const participants of batches) {
    try {
      const added = await addChatParticipants(
        core.context,
        threadId,
        { participants },
        restOptions,
      );
      invalid.push(...toChatErrors(added.invalidParticipants ?? []));
      result = Object.assign(
        added,
        result,
        invalid.length > 0 && { invalidParticipants: invalid },
      ) as T;
    } catch (caught) {
      const error = toServiceError(caught, "addParticipants", core.now);
      if (result && error instanceof ChatServiceError) error.partialResult = result;
      throw error;
    }
  }
  return result as T;
}
