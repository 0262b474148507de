import * as client from "#emitted/response/status-code-range/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createStatusCodeRangeContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Response_StatusCodeRange_errorResponseStatusCodeInRange: (at) =>
    assert.rejects(client.errorResponseStatusCodeInRange(open(at)), {
      statusCode: 494,
      details: { code: "request-header-too-large", message: "Request header too large" },
    }),
  Response_StatusCodeRange_errorResponseStatusCode404: (at) =>
    assert.rejects(client.errorResponseStatusCode404(open(at)), {
      statusCode: 404,
      details: { code: "not-found", resourceId: "resource1" },
    }),
};
