import { type ChatContext, type ChatContextOptions, createChatContext } from "@acs-chat/rest";
import type { CommunicationTokenCredential } from "@azure/communication-common";
import { clientOptionGuards } from "./client-options.ts";
import { requireCredential } from "./credentials.ts";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { optionsOf, readFields } from "./fields.ts";
import { problemOf, withoutQuery } from "./endpoint.ts";
import { check } from "./guards.ts";
import { logger } from "./logger.ts";
import type { ChatClientOptions } from "./options.ts";
import { adaptPipeline } from "./pipeline.ts";
import { defaultRetrySettings, type RetrySettings } from "./retry/retry-policy.ts";
import { packageVersion } from "./version.ts";

/** The parts that a ChatClient shares with its thread clients. */
export interface ClientCore {
  readonly context: ChatContext;
  readonly credential: CommunicationTokenCredential;
  readonly retry: RetrySettings;
}

/**
 * Checks the arguments of a client and creates its core.
 *
 * @throws ChatArgumentError if an argument is invalid.
 */
function createCore(
  endpoint: string,
  credential: CommunicationTokenCredential,
  options: ChatClientOptions,
): ClientCore {
  requireCredential(credential);
  const {
    retryOptions,
    realtime: _,
    ...checked
  } = readFields(options, clientOptionGuards, "options") as ChatClientOptions;
  const retry = { ...defaultRetrySettings, ...(retryOptions as Partial<RetrySettings>) };
  const prefix = checked.userAgentOptions?.userAgentPrefix;
  const context = createContext(endpoint, credential, {
    ...checked,
    userAgentOptions: {
      userAgentPrefix: `${prefix ? `${prefix} ` : ""}acs-chat-client/${packageVersion}`,
    },
    // By default, requests are logged under `azure:acs-chat`. Tokens and bodies are never logged.
    loggingOptions: { logger: logger.info, ...checked.loggingOptions },
  });
  adaptPipeline(context.pipeline, retry);
  return { context, credential, retry };
}

// Why clients have no private members: docs/decisions/0048-clients-can-be-wrapped.md
/**
 * Provides the core of a client. The constructor accepts every argument, because wrappers and mocks construct clients
 * before they know the arguments. If an argument is invalid, each call of `get` throws the `ChatArgumentError`.
 */
export class CoreSource {
  readonly get: () => ClientCore;

  constructor(
    endpoint: string,
    credential: CommunicationTokenCredential,
    options?: ChatClientOptions | null,
  ) {
    this.get = constructed(() => createCore(endpoint, credential, optionsOf(options, "options")));
  }
}

/** Runs `construct` at once. Returns a function that returns its result or throws its `ChatArgumentError`. */
function constructed<T>(construct: () => T): () => T {
  try {
    const result = construct();
    return () => result;
  } catch (error) {
    if (!(error instanceof ChatArgumentError)) throw error;
    return () => {
      throw error;
    };
  }
}

function createContext(
  endpoint: string,
  credential: CommunicationTokenCredential,
  options: ChatContextOptions,
): ChatContext {
  try {
    const base = withoutQuery(endpoint);
    return createChatContext(base, { getToken: () => credential.getToken() }, options);
  } catch (cause) {
    const { message } = cause as Error;
    // The low-level package checks the endpoint. Its message is replaced because it suggests an option that has no
    // effect here.
    if (!message.startsWith("endpoint")) throw new ChatArgumentError("options", message, { cause });
    throw new ChatArgumentError("endpoint", problemOf(endpoint));
  }
}

/** The only API version that supports images and attachments. */
const imageApiVersion = "2024-06-05-preview";

/** Returns whether the client's API version supports images and attachments. */
export function hasImages({ context }: ClientCore): boolean {
  return context.apiVersion === imageApiVersion;
}

/**
 * Checks that the client's API version supports images.
 *
 * @throws ChatArgumentError if it does not.
 */
export function requireImages(core: ClientCore): void {
  const expected = `${imageApiVersion} for images`;
  check(hasImages(core), "options.apiVersion", expected, core.context.apiVersion);
}
