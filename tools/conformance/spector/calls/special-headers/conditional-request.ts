import * as client from "#emitted/special-headers/conditional-request/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createConditionalRequestContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  SpecialHeaders_ConditionalRequest_postIfUnmodifiedSince: (at) =>
    assert.nothing(
      client.postIfUnmodifiedSince(open(at), {
        ifUnmodifiedSince: new Date("2022-08-26T14:38:00.000Z"),
      }),
    ),
  SpecialHeaders_ConditionalRequest_headIfModifiedSince: (at) =>
    assert.nothing(
      client.headIfModifiedSince(open(at), {
        ifModifiedSince: new Date("2022-08-26T14:38:00.000Z"),
      }),
    ),
  SpecialHeaders_ConditionalRequest_postIfMatch: (at) =>
    assert.nothing(client.postIfMatch(open(at), { ifMatch: '"valid"' })),
  SpecialHeaders_ConditionalRequest_postIfNoneMatch: (at) =>
    assert.nothing(client.postIfNoneMatch(open(at), { ifNoneMatch: '"invalid"' })),
};
