import { type Pipeline, type PipelinePolicy, tracingPolicyName } from "@azure/core-rest-pipeline";
import { chatRetryPolicy, type RetrySettings } from "./retry/retry-policy.ts";
import { transportPolicy } from "./transport-policy.ts";

/**
 * Makes the low-level package's pipeline chat's own: retries that double nothing, failures of the
 * transport that can be told apart, and spans only where the caller traces.
 */
export function adaptPipeline(pipeline: Pipeline, retry: RetrySettings): void {
  // Forms are none of chat's business.
  for (const name of ["defaultRetryPolicy", "formDataPolicy", "multipartPolicy"]) {
    pipeline.removePolicy({ name });
  }
  pipeline.addPolicy(chatRetryPolicy(retry), { phase: "Retry" });
  pipeline.addPolicy(transportPolicy, { afterPhase: "Sign", afterPolicies: ["logPolicy"] });
  for (const policy of pipeline.removePolicy({ name: tracingPolicyName })) {
    const sendRequest: PipelinePolicy["sendRequest"] = (request, next) =>
      // Azure's policy takes the URL apart before it asks whether anybody records.
      request.tracingOptions ? policy.sendRequest(request, next) : next(request);
    pipeline.addPolicy({ ...policy, sendRequest }, { afterPhase: "Retry" });
  }
}
