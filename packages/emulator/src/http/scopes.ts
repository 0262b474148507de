import type { Caller } from "../engine/engine.ts";
import { forbidden } from "../engine/errors.ts";

const THREAD_OPERATIONS: ReadonlySet<string> = new Set([
  "createChatThread",
  "updateChatThreadProperties",
  "deleteChatThread",
]);
const PARTICIPANT_OPERATIONS: ReadonlySet<string> = new Set([
  "addChatParticipants",
  "removeChatParticipant",
]);

/**
 * Checks that a token's scopes allow an operation: `chat` all of them; `chat.join` all but to
 * create, update and delete threads; `chat.join.limited` neither these nor to add and remove
 * participants.
 */
export function checkScope(caller: Caller, operation: string): void {
  const { scopes } = caller;
  if (scopes.has("chat")) return;
  if (THREAD_OPERATIONS.has(operation)) throw forbidden();
  if (scopes.has("chat.join")) return;
  if (PARTICIPANT_OPERATIONS.has(operation) || !scopes.has("chat.join.limited")) throw forbidden();
}
