import { type ChatContext, type ChatContextOptions, createChatContext } from "@acs-chat/rest";
import type { CommunicationTokenCredential } from "@azure/communication-common";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import {
  check,
  fieldsOf,
  read,
  requireCount,
  requireFunction,
  requireId,
  requireObject,
} from "./guards.ts";
import type { ChatClientOptions } from "./options.ts";
import { adaptPipeline, logger } from "./pipeline.ts";
import { defaultRetrySettings, type RetrySettings } from "./retry/retry-policy.ts";
import { packageVersion } from "./version.ts";

/** What a ChatClient shares with the thread clients it gives. */
export class ClientCore {
  readonly context: ChatContext;
  readonly credential: CommunicationTokenCredential;
  readonly retry: RetrySettings;

  /** Checks what a client is made of and makes the parts that its calls need. */
  constructor(
    endpoint: string,
    credential: CommunicationTokenCredential,
    options: ChatClientOptions = {},
  ) {
    requireFunction(requireObject(credential, "credential").getToken, "credential.getToken");
    const { apiVersion, retryOptions } = read(options, optionGuards, "options");
    this.retry = { ...defaultRetrySettings, ...(retryOptions as Partial<RetrySettings>) };
    const prefix = options.userAgentOptions?.userAgentPrefix;
    this.credential = credential;
    this.context = createContext(endpoint, credential, {
      ...options,
      apiVersion,
      userAgentOptions: {
        userAgentPrefix: `${prefix ? `${prefix} ` : ""}acs-chat-client/${packageVersion}`,
      },
      // By default under `azure:acs-chat`, and never a token or a body.
      loggingOptions: { logger: logger.info, ...options.loggingOptions },
    });
    adaptPipeline(this.context.pipeline, this.retry);
  }
}

/** The core that a client is made of, or one made from what it is given. */
export function coreOf(
  given: string | ClientCore,
  credential?: CommunicationTokenCredential,
  options?: ChatClientOptions,
): ClientCore {
  return given instanceof ClientCore ? given : new ClientCore(given, credential!, options);
}

function createContext(
  endpoint: string,
  credential: CommunicationTokenCredential,
  options: ChatContextOptions,
): ChatContext {
  try {
    return createChatContext(endpoint, { getToken: () => credential.getToken() }, options);
  } catch (cause) {
    // The rules for endpoints are the low-level package's: https, http on loopback hosts alone.
    const { message } = cause as Error;
    throw new ChatArgumentError(/^endpoint/.exec(message)?.[0] ?? "options", message, { cause });
  }
}

const optionGuards = {
  apiVersion: requireId,
  retryOptions: fieldsOf({
    maxRetries: requireCount,
    retryDelayInMs: requireCount,
    maxRetryDelayInMs: requireCount,
    onRetry: requireFunction,
  }),
};

/** The one version of the service that has images and takes attachments. */
export const imageApiVersion = "2024-06-05-preview";

/** Refuses what only that version can do. */
export function requireImages({ context }: ClientCore): void {
  check(
    context.apiVersion === imageApiVersion,
    "options.apiVersion",
    `${imageApiVersion} for images`,
    context.apiVersion,
  );
}
