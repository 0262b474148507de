import { describe } from "../guards.ts";
import { ChatServiceError } from "./chat-service-error.ts";
import { parseError } from "./codes.ts";

/** Throws what an answer deserves that is not what it must be. */
export function unexpectedAnswer(value: unknown, name: string, expected: string): never {
  throw new ChatServiceError(
    `unexpected response: ${name} should be ${expected}, but is ${describe(value)}`,
    { code: parseError },
  );
}
