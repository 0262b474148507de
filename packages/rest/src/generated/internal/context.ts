// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 6182ce441dad9b0f. Do not edit.

import {
  agentPolicy,
  createDefaultHttpClient,
  createEmptyPipeline,
  decompressResponsePolicy,
  defaultRetryPolicy,
  getDefaultProxySettings,
  logPolicy,
  proxyPolicy,
  setClientRequestIdPolicy,
  tlsPolicy,
  userAgentPolicy,
} from "@azure/core-rest-pipeline";
import type {
  Agent,
  DefaultRetryPolicyOptions,
  HttpClient,
  LogPolicyOptions,
  Pipeline,
  PipelinePolicy,
  ProxySettings,
  TelemetryOptions,
  TlsSettings,
  UserAgentPolicyOptions,
} from "@azure/core-rest-pipeline";
import { tracingPolicy } from "./tracing.ts";

/** What every call needs: where to send it, and how. */
export interface ClientContext {
  /** The base URL, without a slash at its end. */
  readonly endpoint: string;
  readonly pipeline: Pipeline;
  readonly httpClient: HttpClient;
}

/** How a context sends its requests. */
export interface ClientOptions {
  /** Sends the requests once the pipeline has prepared them. Default: the one of the platform. */
  httpClient?: HttpClient | undefined;
  /** A pipeline to use as it is, authentication included; the options below then have no effect. */
  pipeline?: Pipeline | undefined;
  /** Policies to add to the pipeline: once per call, or once for each time that a request is sent. */
  additionalPolicies?:
    | readonly { readonly policy: PipelinePolicy; readonly position: "perCall" | "perRetry" }[]
    | undefined;
  /** What to put in front of the user agent. */
  userAgentOptions?: UserAgentPolicyOptions | undefined;
  /** How often and how fast failed requests are sent again. */
  retryOptions?: DefaultRetryPolicyOptions | undefined;
  /** What may be logged; tokens never are. */
  loggingOptions?: LogPolicyOptions | undefined;
  /** The proxy to use, in Node. Default: what the environment says. */
  proxyOptions?: ProxySettings | undefined;
  /** The agent that keeps the connections, in Node. */
  agent?: Agent | undefined;
  /** Certificates for the connections, in Node. */
  tlsOptions?: TlsSettings | undefined;
  /** The header that carries an id of each request. Default: `x-ms-client-request-id`. */
  telemetryOptions?: TelemetryOptions | undefined;
}

/** Makes the part that all contexts have in common. */
export function createClientContext(
  endpoint: string,
  options: ClientOptions,
  userAgent: string,
  authentication?: (origin: string) => PipelinePolicy,
): ClientContext {
  const origin = checkEndpoint(endpoint);
  return {
    endpoint: endpoint.replace(/\/+$/, ""),
    pipeline: options.pipeline ?? createPipeline(options, userAgent, authentication?.(origin)),
    httpClient: options.httpClient ?? createDefaultHttpClient(),
  };
}

function createPipeline(
  options: ClientOptions,
  userAgent: string,
  authentication?: PipelinePolicy,
): Pipeline {
  const pipeline = createEmptyPipeline();
  if (options.agent) pipeline.addPolicy(agentPolicy(options.agent));
  if (options.tlsOptions) pipeline.addPolicy(tlsPolicy(options.tlsOptions));
  const proxy = options.proxyOptions ?? getDefaultProxySettings();
  if (proxy) pipeline.addPolicy(proxyPolicy(proxy));
  if (typeof process === "object") pipeline.addPolicy(decompressResponsePolicy());
  const prefix = options.userAgentOptions?.userAgentPrefix;
  const userAgentPrefix = prefix ? `${prefix} ${userAgent}` : userAgent;
  pipeline.addPolicy(userAgentPolicy({ userAgentPrefix }));
  pipeline.addPolicy(setClientRequestIdPolicy(options.telemetryOptions?.clientRequestIdHeaderName));
  pipeline.addPolicy(defaultRetryPolicy(options.retryOptions), { phase: "Retry" });
  pipeline.addPolicy(tracingPolicy(userAgent), { afterPhase: "Retry" });
  if (authentication) pipeline.addPolicy(authentication, { phase: "Sign" });
  for (const { policy, position } of options.additionalPolicies ?? []) {
    pipeline.addPolicy(policy, position === "perRetry" ? { phase: "Sign" } : {});
  }
  pipeline.addPolicy(logPolicy(options.loggingOptions), { afterPhase: "Sign" });
  return pipeline;
}

/** Refuses endpoints that are none, and those that a token must not travel to in the clear; gives the origin. */
function checkEndpoint(endpoint: string): string {
  const url =
    typeof endpoint === "string" && URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") {
    throw new TypeError(
      `endpoint must be an absolute https URL, but is ${JSON.stringify(endpoint)}`,
    );
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw new TypeError(
      `endpoint must use https: http is for this machine only, and ${url.hostname} is another one`,
    );
  }
  return url.origin;
}

/** True for the names and addresses of this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
