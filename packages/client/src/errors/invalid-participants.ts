import type { ChatError } from "../models.ts";
import { ChatServiceError } from "./chat-service-error.ts";

/**
 * Returns the result of creating a thread or adding participants if all participants were added, and throws otherwise.
 * The service reports success even if it added none of them.
 *
 * @example
 * ```ts
 * const { chatThread } = throwIfInvalidParticipants(await client.createChatThread({ topic }, { participants }));
 * ```
 * @throws ChatServiceError with the code `InvalidParticipants`, and the participants' errors in `details`.
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
