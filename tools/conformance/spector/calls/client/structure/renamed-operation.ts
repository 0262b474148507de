import * as client from "#emitted/client/structure/renamed-operation/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createRenamedOperationContext(endpoint, "renamed-operation", { validateResponses: true });

export const calls: Calls = {
  Client_Structure_RenamedOperation: async (at) => {
    await assert.nothing(client.renamedOne(open(at)));
    await assert.nothing(client.groupRenamedTwo(open(at)));
    await assert.nothing(client.renamedThree(open(at)));
    await assert.nothing(client.groupRenamedFour(open(at)));
    await assert.nothing(client.renamedFive(open(at)));
    await assert.nothing(client.groupRenamedSix(open(at)));
  },
};
