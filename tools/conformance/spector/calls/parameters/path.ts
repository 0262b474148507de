import * as client from "#emitted/parameters/path/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createPathContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Parameters_Path_normal: (at) => assert.nothing(client.normal(open(at), "foo")),
  Parameters_Path_optional: async (at) => {
    await assert.nothing(client.optional(open(at)));
    await assert.nothing(client.optional(open(at), { name: "foo" }));
  },
};
