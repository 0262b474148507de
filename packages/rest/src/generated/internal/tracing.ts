// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 6182ce441dad9b0f. Do not edit.

import type { PipelinePolicy } from "@azure/core-rest-pipeline";
import { createTracingClient } from "@azure/core-tracing";

/** Gives each request a span of its own; next to nothing is done while nobody records. */
export function tracingPolicy(userAgent: string): PipelinePolicy {
  const [packageName = "", packageVersion = ""] = userAgent.split("/");
  const client = createTracingClient({ namespace: "", packageName, packageVersion });
  return {
    name: "tracingPolicy",
    async sendRequest(request, next) {
      const { method, url, tracingOptions, requestId, headers } = request;
      const { span, updatedOptions } = client.startSpan(
        `HTTP ${method}`,
        { ...(tracingOptions && { tracingOptions }) },
        { spanKind: "client" },
      );
      if (!span.isRecording()) {
        span.end();
        return next(request);
      }
      span.setAttribute("http.method", method);
      // A query may hold what is nobody's business.
      span.setAttribute("http.url", url.replace(/[?#].*/s, ""));
      span.setAttribute("http.user_agent", headers.get("user-agent") ?? userAgent);
      span.setAttribute("requestId", requestId);
      const { tracingContext } = updatedOptions.tracingOptions;
      for (const [name, value] of Object.entries(client.createRequestHeaders(tracingContext))) {
        headers.set(name, value);
      }
      try {
        const response = await client.withContext(tracingContext, next, request);
        span.setAttribute("http.status_code", response.status);
        const serviceRequestId = response.headers.get("x-ms-request-id");
        if (serviceRequestId) span.setAttribute("serviceRequestId", serviceRequestId);
        if (response.status >= 400) span.setStatus({ status: "error" });
        return response;
      } catch (error) {
        span.setStatus({ status: "error", ...(error instanceof Error && { error }) });
        throw error;
      } finally {
        span.end();
      }
    },
  };
}
