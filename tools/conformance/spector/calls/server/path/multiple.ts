import * as client from "#emitted/server/path/multiple/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createMultipleContext(endpoint, { validateResponses: true });

export const calls: Calls = {
  Server_Path_Multiple_noOperationParams: (at) =>
    assert.nothing(client.noOperationParams(open(at))),
  Server_Path_Multiple_withOperationPathParam: (at) =>
    assert.nothing(client.withOperationPathParam(open(at), "test")),
};
