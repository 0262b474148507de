import * as client from "#emitted/parameters/body-root/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createBodyRootContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Parameters_BodyRoot_nested: (at) =>
    assert.nothing(
      client.nested(open(at), {
        bodyRootParameters: { category: "widget", linkType: "hard", wasSuccessful: true },
      }),
    ),
};
