import type { Caller } from "../engine/engine.ts";
import { forbidden, unauthorized } from "../engine/errors.ts";

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
 * participants. A token that allows no chat at all is not let in.
 */
export function checkScope(caller: Caller, operation: string): void {
  const { scopes } = caller;
  requireChatScope(caller);
  if (scopes.has("chat")) return;
  if (THREAD_OPERATIONS.has(operation)) throw forbidden();
  if (scopes.has("chat.join")) return;
  if (PARTICIPANT_OPERATIONS.has(operation)) throw forbidden();
}

/**
 * Checks that a token allows anything of chat.
 * @throws {@link ServiceError} 401 if it does not.
 */
export function requireChatScope({ scopes }: Caller): void {
  if (CHAT_SCOPES.some((scope) => scopes.has(scope))) return;
  throw unauthorized("The token has no scope of chat.");
}

const CHAT_SCOPES = ["chat", "chat.join", "chat.join.limited"] as const;
