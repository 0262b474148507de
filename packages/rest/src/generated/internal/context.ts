// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 9e908e83e9562191. Do not edit.

import { createDefaultHttpClient, createPipelineFromOptions } from "@azure/core-rest-pipeline";
import { createClientLogger } from "@azure/logger";
import type {
  HttpClient,
  InternalPipelineOptions,
  Pipeline,
  PipelinePolicy,
} from "@azure/core-rest-pipeline";

/** What every call needs: where to send it, and how. */
export interface ClientContext {
  /** The base URL, without a slash at its end. */
  readonly endpoint: string;
  readonly pipeline: Pipeline;
  readonly httpClient: HttpClient;
  /** Whether responses that are not what the service's description says are errors. */
  readonly validateResponses: boolean;
  /** Logs a warning about a place in an operation's response, once for each place. */
  readonly warn: (place: string, problem: string) => void;
}

/** How a context sends its requests: retries, proxy, user agent, logging and what else Azure's pipeline knows. */
export interface ClientOptions extends PipelineSettings {
  /** Sends the requests once the pipeline has prepared them. Default: the one of the platform. */
  httpClient?: HttpClient | undefined;
  /**
   * `true` makes a response an error (`PARSE_ERROR`, with the JSON path) if it lacks a required property, or has a value
   * of an unexpected type. By default such values pass through as they come, and a warning is logged once for each
   * operation and path.
   */
  validateResponses?: boolean | undefined;
  /** A pipeline to use as it is, authentication included; the other options then have no effect. */
  pipeline?: Pipeline | undefined;
  /** Whether to send requests, with their credential, over http to other machines than this one. Default: false. */
  allowInsecureConnection?: boolean | undefined;
  /** Policies to add to the pipeline: once per call, or once for each time that a request is sent. */
  additionalPolicies?:
    | readonly { readonly policy: PipelinePolicy; readonly position: "perCall" | "perRetry" }[]
    | undefined;
}

/** The options of Azure's pipeline; each may be undefined. */
type PipelineSettings = {
  [Name in keyof InternalPipelineOptions]?: InternalPipelineOptions[Name] | undefined;
};

/** Makes the part that all contexts have in common. */
export function createClientContext(
  endpoint: string,
  options: ClientOptions,
  userAgent: string,
  authentication?: PipelinePolicy,
): ClientContext {
  checkEndpoint(endpoint, options.allowInsecureConnection);
  const { httpClient = createDefaultHttpClient(), userAgentOptions } = options;
  let { pipeline } = options;
  if (!pipeline) {
    const prefix = userAgentOptions?.userAgentPrefix;
    const userAgentPrefix = prefix ? `${prefix} ${userAgent}` : userAgent;
    const settings = { ...options, userAgentOptions: { userAgentPrefix } };
    pipeline = createPipelineFromOptions(settings as InternalPipelineOptions);
    // A proxy of the environment is no part of this machine: a token would leave it in the clear.
    if (/^http:/i.test(endpoint) && !options.proxyOptions) {
      pipeline.removePolicy({ name: "proxyPolicy" });
    }
    if (authentication) pipeline.addPolicy(authentication, { phase: "Sign" });
    for (const { policy, position } of options.additionalPolicies ?? []) {
      pipeline.addPolicy(policy, position === "perRetry" ? { phase: "Sign" } : {});
    }
  }
  return {
    endpoint: trimSlashes(endpoint),
    pipeline,
    httpClient,
    validateResponses: options.validateResponses === true,
    warn: warnOnce(userAgent.replace(/\/.*/, "")),
  };
}

/** The most places that are remembered, and warned about, in one context. */
const mostWarnings = 1000;

/** Makes a function that logs a warning under a package's name, once for each place. */
function warnOnce(packageName: string): ClientContext["warn"] {
  const logger = createClientLogger(packageName);
  const known = new Set<string>();
  return (place, problem) => {
    if (known.has(place) || known.size >= mostWarnings) return;
    known.add(place);
    logger.warning(place, problem);
  };
}

/** A URL without slashes at its end. */
export function trimSlashes(url: string): string {
  return url.replace(/\/+$/, "");
}

/** Refuses what is no URL, and http to other machines, where a credential would travel in the clear, unless allowed. */
function checkEndpoint(endpoint: string, allowInsecureConnection: boolean | undefined): void {
  let origin = "";
  try {
    origin = new URL(endpoint).origin;
  } catch {
    // Refused below.
  }
  const safe = /^https:|^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;
  if (!safe.test(origin) && !(allowInsecureConnection && origin.startsWith("http:"))) {
    // The value is left out of the message: it could be a connection string that contains a key.
    throw new TypeError(
      "endpoint must be an https URL, or http on this machine; options.allowInsecureConnection lets http to others through",
    );
  }
}
