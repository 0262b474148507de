import * as client from "#emitted/client/structure/renamed-operation/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createRenamedOperationContext(endpoint, "renamed-operation");

export const calls: Calls = {
  Client_Structure_RenamedOperation: async (at) => {
    await assert.nothing(client.renamedOne(open(at)));
    await assert.nothing(client.renamedTwo(open(at)));
    await assert.nothing(client.renamedThree(open(at)));
    await assert.nothing(client.renamedFour(open(at)));
    await assert.nothing(client.renamedFive(open(at)));
    await assert.nothing(client.renamedSix(open(at)));
  },
};
