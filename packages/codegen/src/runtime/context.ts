import {
  createDefaultHttpClient,
  createEmptyPipeline,
  decompressResponsePolicy,
  defaultRetryPolicy,
  getDefaultProxySettings,
  logPolicy,
  proxyPolicy,
  setClientRequestIdPolicy,
  tracingPolicy,
  userAgentPolicy,
} from "@azure/core-rest-pipeline";
import type {
  DefaultRetryPolicyOptions,
  HttpClient,
  LogPolicyOptions,
  Pipeline,
  PipelinePolicy,
  ProxySettings,
  UserAgentPolicyOptions,
} from "@azure/core-rest-pipeline";

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
    endpoint: trimSlashes(endpoint),
    pipeline: options.pipeline ?? createPipeline(options, userAgent, authentication?.(origin)),
    httpClient: options.httpClient ?? createDefaultHttpClient(),
  };
}

/** A URL without slashes at its end. */
export function trimSlashes(url: string): string {
  return url.replace(/\/+$/, "");
}

function createPipeline(
  options: ClientOptions,
  userAgent: string,
  authentication?: PipelinePolicy,
): Pipeline {
  const pipeline = createEmptyPipeline();
  const proxy = options.proxyOptions ?? getDefaultProxySettings();
  if (proxy) pipeline.addPolicy(proxyPolicy(proxy));
  if (isNode()) pipeline.addPolicy(decompressResponsePolicy());
  const prefix = options.userAgentOptions?.userAgentPrefix;
  const userAgentPrefix = prefix ? `${prefix} ${userAgent}` : userAgent;
  pipeline.addPolicy(userAgentPolicy({ userAgentPrefix }));
  pipeline.addPolicy(setClientRequestIdPolicy());
  pipeline.addPolicy(defaultRetryPolicy(options.retryOptions), { phase: "Retry" });
  const tracing = tracingPolicy({ userAgentPrefix, ...options.loggingOptions });
  pipeline.addPolicy(
    {
      name: tracing.name,
      // Nothing is spent on a span that nobody asked for.
      sendRequest: (request, next) =>
        request.tracingOptions?.tracingContext ? tracing.sendRequest(request, next) : next(request),
    },
    { afterPhase: "Retry" },
  );
  if (authentication) pipeline.addPolicy(authentication, { phase: "Sign" });
  for (const { policy, position } of options.additionalPolicies ?? []) {
    pipeline.addPolicy(policy, position === "perRetry" ? { phase: "Sign" } : {});
  }
  pipeline.addPolicy(logPolicy(options.loggingOptions), { afterPhase: "Sign" });
  return pipeline;
}

/** True in Node and what is like it, and not in a browser with parts of Node. */
function isNode(): boolean {
  return typeof process === "object" && typeof process.versions?.node === "string";
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
