import type { ChatError } from "../models.ts";
import { ChatServiceError } from "./chat-service-error.ts";

/**
 * Gives back the result of a create or an add in which everybody was added, and throws otherwise: the
 * service calls it a success when nobody was.
 *
 * @example
 * ```ts
 * const { chatThread } = throwIfInvalidParticipants(await client.createChatThread({ topic }, { participants }));
 * ```
 * @throws ChatServiceError with the code `InvalidParticipants` and the participants' errors in `details`
 */
export function throwIfInvalidParticipants<
  T extends { readonly invalidParticipants?: ChatError[] },
>(result: T): T {
  const details = result.invalidParticipants;
  if (!details?.length) return result;
  const first = details[0]!;
  throw new ChatServiceError(
    `${details.length} participant(s) could not be added. The first: ${first.target ?? "(no target)"}: ${first.message || first.code}`,
    { code: "InvalidParticipants", details },
  );
}
