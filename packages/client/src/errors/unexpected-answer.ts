import { describe } from "../guards.ts";
import { ChatServiceError } from "./chat-service-error.ts";
import { parseError } from "./codes.ts";

/**
 * Throws the error of a response that contains an unexpected value.
 *
 * @throws ChatServiceError with the code `PARSE_ERROR`.
 */
export function unexpectedAnswer(value: unknown, name: string, expected: string): never {
  throw new ChatServiceError(
    `unexpected response: ${name} should be ${expected}, but is ${describe(value)}`,
    { code: parseError },
  );
}
