import { isInstance } from "./across-copies.ts";

const brand = Symbol.for("acs-chat.ChatArgumentError");

/**
 * The error of an invalid argument. It is thrown before a request is sent.
 *
 * @example
 * ```ts
 * try {
 *   await thread.sendMessage({ content: longText });
 * } catch (error) {
 *   if (error instanceof ChatArgumentError) console.warn(error.argument, error.message);
 * }
 * ```
 */
export class ChatArgumentError extends TypeError {
  /** Always `InvalidArgument`. */
  readonly code = "InvalidArgument";
  /** The path of the invalid argument: `content`, `participants[3].id`. */
  declare readonly argument: string;

  constructor(argument: string, problem: string, options?: { readonly cause?: unknown }) {
    super(`${argument}: ${problem}`, options);
    this.name = "ChatArgumentError";
    this.argument = argument;
  }

  /** @internal */
  get [brand](): true {
    return true;
  }

  /** @internal */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstance(this, ChatArgumentError, brand, value);
  }
}
