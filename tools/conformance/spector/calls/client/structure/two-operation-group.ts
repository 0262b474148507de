import * as client from "#emitted/client/structure/two-operation-group/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createTwoOperationGroupContext(endpoint, "two-operation-group");

export const calls: Calls = {
  Client_Structure_TwoOperationGroup: async (at) => {
    await assert.nothing(client.one(open(at)));
    await assert.nothing(client.two(open(at)));
    await assert.nothing(client.three(open(at)));
    await assert.nothing(client.four(open(at)));
    await assert.nothing(client.five(open(at)));
    await assert.nothing(client.six(open(at)));
  },
};
