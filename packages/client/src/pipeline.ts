import { type Pipeline, type PipelinePolicy, tracingPolicyName } from "@azure/core-rest-pipeline";
import { chatRetryPolicy, type RetrySettings } from "./retry/retry-policy.ts";
import { transportPolicy } from "./transport-policy.ts";

/**
 * Adapts the low-level package's pipeline to chat: retries do not duplicate messages, failures of the transport can be
 * distinguished, and spans are created only if the caller traces.
 */
export function adaptPipeline(pipeline: Pipeline, retry: RetrySettings): void {
  // Chat requests have no form or multipart bodies.
  for (const name of ["defaultRetryPolicy", "formDataPolicy", "multipartPolicy"]) {
    pipeline.removePolicy({ name });
  }
  pipeline.addPolicy(chatRetryPolicy(retry), { phase: "Retry" });
  pipeline.addPolicy(transportPolicy, { afterPhase: "Sign", afterPolicies: ["logPolicy"] });
  for (const policy of pipeline.removePolicy({ name: tracingPolicyName })) {
    const sendRequest: PipelinePolicy["sendRequest"] = (request, next) =>
      // Azure's policy parses the URL before it checks whether spans are recorded.
      request.tracingOptions ? policy.sendRequest(request, next) : next(request);
    pipeline.addPolicy({ ...policy, sendRequest }, { afterPhase: "Retry" });
  }
}
