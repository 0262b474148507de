// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import type { TokenCredential } from "@azure/core-auth";
import { bearerPolicy } from "./internal/auth.ts";
import { createClientContext } from "./internal/context.ts";
import type { ClientContext, ClientOptions } from "./internal/context.ts";

/**
 * Chat for applications of Azure Communication Services: threads, their participants, and the
 * messages, read receipts and typing notifications in them. Every request is made on behalf of the
 * user of the access token.
 */
export interface ChatContext extends ClientContext {
  /** The API version of the request. */
  readonly apiVersion: string;
}

/** Options of {@link createChatContext}. */
export interface ChatContextOptions extends ClientOptions {
  /** The API version of the request. Default: "2025-03-15". */
  apiVersion?:
    | "2021-03-07"
    | "2021-09-07"
    | "2023-11-07"
    | "2024-03-07"
    | "2024-06-05-preview"
    | "2025-03-15"
    | (string & {})
    | undefined;
}

/**
 * Creates a context for the operations of Chat.
 *
 * @param endpoint - The endpoint of the Communication Services resource, for example
 * `https://contoso.communication.azure.com`.
 * @param credential - A bearer token.
 * @param options - How requests are sent.
 * @throws TypeError when the endpoint is not an absolute https URL; http is allowed for this
 * machine only, unless `allowInsecureConnection` is set.
 */
export function createChatContext(
  endpoint: string,
  credential: TokenCredential,
  options: ChatContextOptions = {},
): ChatContext {
  return {
    ...createClientContext(
      endpoint,
      options,
      "acs-chat-rest/0.1.0",
      bearerPolicy(credential, ["https://communication.azure.com/.default"], endpoint),
    ),
    apiVersion: options.apiVersion ?? "2025-03-15",
  };
}
