import * as client from "#emitted/azure/client-generator-core/client-location/move-to-root-client/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createMoveToRootContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_ClientLocation_MoveToRootClient_ResourceOperations: async (at) => {
    await assert.nothing(client.resourceOperationsGetResource(open(at)));
    await assert.nothing(client.getHealthStatus(open(at)));
  },
};
