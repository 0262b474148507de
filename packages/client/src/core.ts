import { type ChatContext, type ChatContextOptions, createChatContext } from "@acs-chat/rest";
import type { CommunicationTokenCredential } from "@azure/communication-common";
import { createTracingClient, type TracingClient } from "@azure/core-tracing";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { read, requireCount, requireFunction, requireObject, requireString } from "./guards.ts";
import type { ChatClientOptions } from "./options.ts";
import { adaptPipeline, loggingOptions } from "./pipeline.ts";
import { defaultRetrySettings, type RetrySettings } from "./retry/retry-policy.ts";
import { randomUuid } from "./uuid.ts";
import { packageVersion } from "./version.ts";

/** Tells a core from an endpoint: a client is made of either. */
const coreBrand = Symbol("core");

/** What a ChatClient shares with the thread clients it gives. */
export interface ClientCore {
  readonly [coreBrand]: true;
  readonly context: ChatContext;
  readonly credential: CommunicationTokenCredential;
  readonly apiVersion: string;
  readonly tracing: TracingClient;
  readonly retry: RetrySettings;
  readonly now: () => number;
  readonly newId: () => string;
}

/** What no test could repeat, were it not passed in. */
export interface Environment {
  now: () => number;
  random: () => number;
  pause: RetrySettings["pause"];
  newId: () => string;
}

/** Whether a client's first argument is a core. */
export function isCore(value: unknown): value is ClientCore {
  return typeof value === "object" && value !== null && coreBrand in value;
}

/** The version that is spoken where the caller names none. */
export const defaultApiVersion = "2025-03-15";

const tracing = createTracingClient({
  namespace: "Microsoft.Communication",
  packageName: "@acs-chat/client",
  packageVersion,
});

/** Checks what a client is made of and makes the parts that its calls need. */
export function createCore(
  endpoint: string,
  credential: CommunicationTokenCredential,
  options: ChatClientOptions = {},
  environment: Partial<Environment> = {},
): ClientCore {
  if (requireString(endpoint, "endpoint").trim() === "") {
    throw new ChatArgumentError(
      "endpoint",
      "must not be empty: give the resource's URL, such as https://contoso.communication.azure.com",
    );
  }
  requireFunction(requireObject(credential, "credential").getToken, "credential.getToken");
  const { apiVersion = defaultApiVersion } = read(
    options,
    { apiVersion: requireString },
    "options.",
  );
  const retry = retrySettings(options, environment);
  const prefix = options.userAgentOptions?.userAgentPrefix;
  const context = createContext(endpoint, credential, {
    apiVersion,
    httpClient: options.httpClient,
    additionalPolicies: options.additionalPolicies,
    proxyOptions: options.proxyOptions,
    userAgentOptions: {
      userAgentPrefix: `${prefix ? `${prefix} ` : ""}acs-chat-client/${packageVersion}`,
    },
    loggingOptions: loggingOptions(options),
  });
  adaptPipeline(context.pipeline, options, retry);
  return {
    [coreBrand]: true,
    context,
    credential,
    apiVersion,
    retry,
    tracing,
    now: retry.now,
    newId: environment.newId ?? randomUuid,
  };
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
    throw new ChatArgumentError(
      "endpoint",
      cause instanceof Error ? cause.message : String(cause),
      { cause },
    );
  }
}

function retrySettings(
  { retryOptions = {} }: ChatClientOptions,
  environment: Partial<Environment>,
): RetrySettings {
  const argument = "options.retryOptions";
  const wishes = read(retryOptions, retryGuards, `${argument}.`, argument);
  return { ...defaultRetrySettings, ...environment, ...(wishes as Partial<RetrySettings>) };
}

const retryGuards = {
  maxRetries: requireCount,
  retryDelayInMs: requireCount,
  maxRetryDelayInMs: requireCount,
  onRetry: requireFunction,
};

/** The one version of the service that has images and takes attachments. */
export const imageApiVersion = "2024-06-05-preview";

/** Refuses what only that version can do. */
export function requireImages(core: ClientCore, feature: string): void {
  if (core.apiVersion !== imageApiVersion) {
    throw new ChatArgumentError(
      "options.apiVersion",
      `${feature} needs ${imageApiVersion}, but this client speaks ${core.apiVersion}: make the client with { apiVersion: "${imageApiVersion}" }`,
    );
  }
}
