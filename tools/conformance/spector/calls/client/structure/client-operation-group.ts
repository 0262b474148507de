import * as client from "#emitted/client/structure/client-operation-group/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createFirstContext(endpoint, "client-operation-group", { validateResponses: true });
const openSecond = ({ endpoint }: CallContext) =>
  client.createSecondContext(endpoint, "client-operation-group", { validateResponses: true });

export const calls: Calls = {
  Client_Structure_ClientOperationGroup: async (at) => {
    await assert.nothing(client.one(open(at)));
    await assert.nothing(client.group3Two(open(at)));
    await assert.nothing(client.group3Three(open(at)));
    await assert.nothing(client.group4Four(open(at)));
  },
  Client_Structure_AnotherClientOperationGroup: async (at) => {
    await assert.nothing(client.five(openSecond(at)));
    await assert.nothing(client.group5Six(openSecond(at)));
  },
};
