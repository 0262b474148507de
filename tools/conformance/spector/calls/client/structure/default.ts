import * as client from "#emitted/client/structure/default/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) => client.createServiceContext(endpoint, "default");

export const calls: Calls = {
  Client_Structure_Service: async (at) => {
    await assert.nothing(client.one(open(at)));
    await assert.nothing(client.two(open(at)));
    await assert.nothing(client.three(open(at)));
    await assert.nothing(client.four(open(at)));
    await assert.nothing(client.five(open(at)));
    await assert.nothing(client.six(open(at)));
    await assert.nothing(client.seven(open(at)));
    await assert.nothing(client.eight(open(at)));
    await assert.nothing(client.nine(open(at)));
  },
};
