import * as client from "#emitted/payload/head/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createHeadContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Payload_Head_contentTypeHeaderInResponse: (at) =>
    assert.resolves(client.contentTypeHeaderInResponse(open(at)), {
      contentType: "text/plain; charset=utf-8",
      metadata: "hello",
    }),
};
