import {
  addChatParticipants,
  type ChatParticipant,
  type OperationOptions as RestOptions,
} from "@acs-chat/rest";
import { toAddResult } from "./convert/to-public.ts";
import type { ClientCore } from "./core.ts";
import { ChatServiceError } from "./errors/chat-service-error.ts";
import { toServiceError } from "./errors/to-service-error.ts";
import { chatLimits } from "./limits.ts";
import type { ChatError } from "./models.ts";

/**
 * Adds participants batch by batch, and merges those who could not be added into what there was before.
 *
 * @throws ChatServiceError - with all that was reached until then in `partialResult`, or it would be lost
 */
export async function addBatches<T extends { readonly invalidParticipants?: ChatError[] }>(
  core: ClientCore,
  threadId: string,
  participants: ChatParticipant[],
  options: RestOptions,
  before: T,
): Promise<T> {
  const size = chatLimits.participantsPerCall;
  const invalid = [...(before.invalidParticipants ?? [])];
  const result = () => ({ ...before, ...(invalid.length > 0 && { invalidParticipants: invalid }) });
  for (let start = 0; start < participants.length; start += size) {
    const batch = { participants: participants.slice(start, start + size) };
    try {
      const added = toAddResult(await addChatParticipants(core.context, threadId, batch, options));
      invalid.push(...(added.invalidParticipants ?? []));
    } catch (caught) {
      const error = toServiceError(caught, "addParticipants", core.retry.now);
      if (error instanceof ChatServiceError) error.partialResult = result();
      throw error;
    }
  }
  return result();
}
