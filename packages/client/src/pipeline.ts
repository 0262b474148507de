import type { Pipeline } from "@azure/core-rest-pipeline";
import { createClientLogger } from "@azure/logger";
import type { ChatClientOptions } from "./options.ts";
import { chatRetryPolicy, type RetrySettings } from "./retry/retry-policy.ts";
import { transportPolicy } from "./transport-policy.ts";

/** This package's logger: nothing that it is given holds a token or a message. */
export const logger = createClientLogger("acs-chat");

/** Headers that tell nothing about anybody, beyond those that Azure's log shows anyway. */
const loggedHeaders = [
  "api-supported-versions",
  "repeatability-request-id",
  "x-azure-ref",
  "x-processing-time",
];

/** What may be logged: by default under `azure:acs-chat`, and never a token or a body. */
export function loggingOptions({ loggingOptions: given }: ChatClientOptions) {
  return {
    logger: logger.info,
    ...given,
    additionalAllowedHeaderNames: [
      ...loggedHeaders,
      ...(given?.additionalAllowedHeaderNames ?? []),
    ],
  };
}

/**
 * Makes the low-level package's pipeline chat's own: retries that double nothing, and failures of the
 * transport that can be told apart.
 */
export function adaptPipeline(pipeline: Pipeline, retry: RetrySettings): void {
  pipeline.removePolicy({ name: "defaultRetryPolicy" });
  pipeline.addPolicy(chatRetryPolicy(retry), { phase: "Retry" });
  pipeline.addPolicy(transportPolicy, { afterPhase: "Sign", afterPolicies: ["logPolicy"] });
}
