import type { Caller } from "../../engine/engine.ts";
import { forbidden, unauthorized } from "../../engine/errors.ts";
import type { OperationName } from "../../spec/operations.ts";

const THREAD_OPERATIONS: ReadonlySet<OperationName> = new Set([
  "createChatThread",
  "updateChatThreadProperties",
  "deleteChatThread",
]);
const PARTICIPANT_OPERATIONS: ReadonlySet<OperationName> = new Set([
  "addChatParticipants",
  "removeChatParticipant",
]);

/**
 * Checks that a token's scopes allow an operation. `chat` allows all of them; `chat.join` all except
 * creating, updating and deleting threads; `chat.join.limited` in addition excludes adding and
 * removing participants. Tokens without a chat scope are refused.
 */
export function checkScope(caller: Caller, operation: OperationName): void {
  const { scopes } = caller;
  requireChatScope(caller);
  if (scopes.has("chat")) return;
  if (THREAD_OPERATIONS.has(operation)) throw forbidden();
  if (scopes.has("chat.join")) return;
  if (PARTICIPANT_OPERATIONS.has(operation)) throw forbidden();
}

/**
 * Checks that a token has a chat scope.
 * @throws {@link ServiceError} 401 if it does not.
 */
export function requireChatScope({ scopes }: Caller): void {
  if (CHAT_SCOPES.some((scope) => scopes.has(scope))) return;
  throw unauthorized("The token has no chat scope.");
}

const CHAT_SCOPES = ["chat", "chat.join", "chat.join.limited"] as const;
