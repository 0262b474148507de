import * as client from "#emitted/client/structure/two-operation-group/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createTwoOperationGroupContext(endpoint, "two-operation-group", {
    validateResponses: true,
  });

export const calls: Calls = {
  Client_Structure_TwoOperationGroup: async (at) => {
    await assert.nothing(client.group1One(open(at)));
    await assert.nothing(client.group2Two(open(at)));
    await assert.nothing(client.group1Three(open(at)));
    await assert.nothing(client.group1Four(open(at)));
    await assert.nothing(client.group2Five(open(at)));
    await assert.nothing(client.group2Six(open(at)));
  },
};
