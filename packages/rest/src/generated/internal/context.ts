// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import { createDefaultHttpClient, createPipelineFromOptions } from "@azure/core-rest-pipeline";
import type { AzureLogger } from "@azure/logger";
import { createClientLogger } from "@azure/logger";
import type {
  HttpClient,
  InternalPipelineOptions,
  Pipeline,
  PipelinePolicy,
} from "@azure/core-rest-pipeline";

/** Where and how requests are sent. */
export interface ClientContext {
  /** The base URL, without a trailing slash. */
  readonly endpoint: string;
  readonly pipeline: Pipeline;
  readonly httpClient: HttpClient;
  /** Whether responses that differ from the service's description are errors. */
  readonly validateResponses: boolean;
  /** Logs a warning about a place in an operation's response, once per place. */
  readonly warn: (place: string, problem: string) => void;
}

/** How a context sends requests: retries, proxy, user agent, logging, and the other options of Azure's pipeline. */
export interface ClientOptions extends PipelineSettings {
  /** Sends the requests after the pipeline. Default: the HTTP client of the platform. */
  httpClient?: HttpClient | undefined;
  /**
   * `true` makes a response an error (`PARSE_ERROR`, with the JSON path) if it lacks a required property, or has a value
   * of an unexpected type. By default such values are returned unchanged, and a warning is logged once for each
   * operation and path.
   */
  validateResponses?: boolean | undefined;
  /** A pipeline to use unchanged, including authentication. The other options have no effect then. */
  pipeline?: Pipeline | undefined;
  /** Whether to send requests, with their credential, over http to other machines. Default: false. */
  allowInsecureConnection?: boolean | undefined;
  /** Policies to add to the pipeline, per call or per retry. */
  additionalPolicies?:
    | readonly { readonly policy: PipelinePolicy; readonly position: "perCall" | "perRetry" }[]
    | undefined;
}

/** The options of Azure's pipeline, with undefined allowed. */
type PipelineSettings = {
  [Name in keyof InternalPipelineOptions]?: InternalPipelineOptions[Name] | undefined;
};

/** Creates the common part of all contexts. */
export function createClientContext(
  endpoint: string,
  options: ClientOptions,
  userAgent: string,
  authentication?: PipelinePolicy,
): ClientContext {
  const base = readEndpoint(endpoint, options.allowInsecureConnection);
  const { httpClient = createDefaultHttpClient(), userAgentOptions } = options;
  let { pipeline } = options;
  if (!pipeline) {
    const prefix = userAgentOptions?.userAgentPrefix;
    const userAgentPrefix = prefix ? `${prefix} ${userAgent}` : userAgent;
    const settings = { ...options, userAgentOptions: { userAgentPrefix } };
    pipeline = createPipelineFromOptions(settings as InternalPipelineOptions);
    // With a proxy from the environment, a token would leave this machine unencrypted.
    if (/^http:/i.test(base) && !options.proxyOptions) {
      pipeline.removePolicy({ name: "proxyPolicy" });
    }
    for (const policy of pipeline.removePolicy({ name: "decompressResponsePolicy" })) {
      pipeline.addPolicy(unlessEncoded(policy));
    }
    if (authentication) pipeline.addPolicy(authentication, { phase: "Sign" });
    for (const { policy, position } of options.additionalPolicies ?? []) {
      pipeline.addPolicy(policy, position === "perRetry" ? { phase: "Sign" } : {});
    }
  }
  return {
    endpoint: base,
    pipeline,
    httpClient,
    validateResponses: options.validateResponses === true,
    warn: warnOnce(userAgent.replace(/\/.*/, "")),
  };
}

/** Returns Azure's policy for compressed responses, without replacing the `Accept-Encoding` of a request. */
function unlessEncoded(policy: PipelinePolicy): PipelinePolicy {
  return {
    name: policy.name,
    sendRequest: (request, next) =>
      request.headers.has("accept-encoding") ? next(request) : policy.sendRequest(request, next),
  };
}

/** The most places that are remembered in one context. */
const mostWarnings = 1000;

/** The logger of all contexts. @azure/logger keeps every logger for the life of the process. */
let logger: AzureLogger | undefined;

/** Creates a function that logs a warning once per place, with a package's name. */
function warnOnce(packageName: string): ClientContext["warn"] {
  const known = new Set<string>();
  return (place, problem) => {
    if (known.has(place) || known.size >= mostWarnings) return;
    known.add(place);
    logger ??= createClientLogger(packageName);
    logger.warning(place, problem);
  };
}

/** Returns a URL without trailing slashes. */
export function trimSlashes(url: string): string {
  return url.replace(/\/+$/, "");
}

/**
 * Returns the endpoint without surrounding white space and trailing slashes. Throws for an invalid URL, and for http to
 * other machines unless allowed: a credential would be sent unencrypted.
 */
function readEndpoint(endpoint: unknown, allowInsecureConnection: boolean | undefined): string {
  // Callers in JavaScript can pass a URL object.
  const url = String(endpoint).trim();
  let origin = "";
  try {
    origin = new URL(url).origin;
  } catch {
    // Handled below.
  }
  const safe = /^https:|^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;
  // The value is left out of the messages: it could be a connection string that contains a key.
  if (!safe.test(origin) && !(allowInsecureConnection && origin.startsWith("http:"))) {
    throw new TypeError(
      "endpoint must be an https URL, or http on this machine; options.allowInsecureConnection allows http to other machines",
    );
  }
  // The paths of operations are appended, so a query would become part of them.
  if (/[?#]/.test(url)) throw new TypeError("endpoint must be a URL without query and fragment");
  return trimSlashes(url);
}
