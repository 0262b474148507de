import * as client from "#emitted/azure/core/lro/rpc/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";
import { fast } from "../../../../polling.ts";

const open = ({ endpoint }: CallContext) =>
  client.createRpcContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_Core_Lro_Rpc_longRunningRpc: (at) =>
    assert.resolves(client.longRunningRpc(open(at), { prompt: "text" }, fast), {
      data: "text data",
    }),
};
