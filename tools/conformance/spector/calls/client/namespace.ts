import * as client from "#emitted/client/namespace/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createClientNamespaceFirstContext({ validateResponses: true, endpoint });
const openClientNamespaceSecond = ({ endpoint }: CallContext) =>
  client.createClientNamespaceSecondContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Client_ClientNamespace: async (at) => {
    await assert.resolves(client.getFirst(open(at)), { name: "first" });
    await assert.resolves(client.getSecond(openClientNamespaceSecond(at)), { type: "second" });
  },
};
