import type { PipelineRequest } from "@azure/core-rest-pipeline";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";

/** @throws ChatArgumentError if a value is not a credential: it has no method `getToken`. The value could be a key. */
export function requireCredential(value: unknown): void {
  if (typeof (Object(value) as { getToken?: unknown }).getToken === "function") return;
  const expected = "must be a credential, such as new AzureCommunicationTokenCredential(token)";
  const isObject = typeof value === "object" && value;
  const received = isObject ? "an object without the method getToken" : kindOf(value);
  throw new ChatArgumentError("credential", `${expected}, but is ${received}`);
}

const kindOf = (value: unknown) =>
  value === undefined || value === null ? String(value) : `a ${typeof value}`;

/**
 * Removes the token from a request. An error contains its request, and the application may log both. The next attempt
 * gets its own token.
 */
export function removeCredentials(request: PipelineRequest | undefined): void {
  request?.headers.delete("authorization");
}
