import * as client from "#emitted/azure/special-headers/conditional-request/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createConditionalRequestContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_SpecialHeaders_ConditionalRequest_postIfMatch: (at) =>
    assert.nothing(client.postIfMatch(open(at), { ifMatch: '"valid"' })),
  Azure_SpecialHeaders_ConditionalRequest_postIfNoneMatch: (at) =>
    assert.nothing(client.postIfNoneMatch(open(at), { ifNoneMatch: '"invalid"' })),
  Azure_SpecialHeaders_ConditionalRequest_postCustomIfMatch: (at) =>
    assert.nothing(client.postCustomIfMatch(open(at), { ifMatch: '"valid"' })),
  Azure_SpecialHeaders_ConditionalRequest_postCustomIfNoneMatch: (at) =>
    assert.nothing(client.postCustomIfNoneMatch(open(at), { ifNoneMatch: '"invalid"' })),
};
