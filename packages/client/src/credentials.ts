import type { PipelineRequest } from "@azure/core-rest-pipeline";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { isObject, kindOf } from "./guards.ts";

/**
 * Checks that a value is a credential: that it has the method `getToken`.
 *
 * @throws ChatArgumentError without the value, which could be a key.
 */
export function requireCredential(value: unknown): void {
  if (typeof (Object(value) as { getToken?: unknown }).getToken === "function") return;
  const expected = "must be a credential, such as new AzureCommunicationTokenCredential(token)";
  const received = isObject(value) ? "an object without the method getToken" : kindOf(value);
  throw new ChatArgumentError("credential", `${expected}, but is ${received}`);
}

/**
 * Removes the token from a request. An error contains its request, and the application may log both. The next attempt
 * gets its own token.
 */
export function removeCredentials(request: PipelineRequest | undefined): void {
  request?.headers.delete("authorization");
}
