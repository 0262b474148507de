import * as client from "#emitted/client/structure/multi-client/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createClientAContext(endpoint, "multi-client", { validateResponses: true });
const openClientB = ({ endpoint }: CallContext) =>
  client.createClientBContext(endpoint, "multi-client", { validateResponses: true });

export const calls: Calls = {
  Client_Structure_MultiClient: async (at) => {
    await assert.nothing(client.renamedOne(open(at)));
    await assert.nothing(client.renamedTwo(openClientB(at)));
    await assert.nothing(client.renamedThree(open(at)));
    await assert.nothing(client.renamedFour(openClientB(at)));
    await assert.nothing(client.renamedFive(open(at)));
    await assert.nothing(client.renamedSix(openClientB(at)));
  },
};
