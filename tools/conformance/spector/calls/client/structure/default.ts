import * as client from "#emitted/client/structure/default/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createServiceContext(endpoint, "default", { validateResponses: true });

export const calls: Calls = {
  Client_Structure_Service: async (at) => {
    await assert.nothing(client.one(open(at)));
    await assert.nothing(client.two(open(at)));
    await assert.nothing(client.fooThree(open(at)));
    await assert.nothing(client.fooFour(open(at)));
    await assert.nothing(client.barFive(open(at)));
    await assert.nothing(client.barSix(open(at)));
    await assert.nothing(client.bazFooSeven(open(at)));
    await assert.nothing(client.quxEight(open(at)));
    await assert.nothing(client.quxBarNine(open(at)));
  },
};
