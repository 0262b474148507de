import * as client from "#emitted/server/path/single/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createSingleContext(endpoint, { validateResponses: true });

export const calls: Calls = {
  Server_Path_Single_myOp: (at) => assert.nothing(client.myOp(open(at))),
};
