import * as client from "#emitted/response/body-or-no-content/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createBodyOrNoContentContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Response_BodyOrNoContent_getBody: (at) =>
    assert.resolves(client.getBody(open(at)), { content: "hello" }),
  Response_BodyOrNoContent_getNoContent: (at) =>
    assert.resolves(client.getNoContent(open(at)), { requestId: "no-content-request" }),
};
