import * as client from "#emitted/azure/client-generator-core/client-location/move-to-existing-sub-client/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createMoveToExistingSubContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_ClientLocation_MoveToExistingSubClient_UserOperations: async (at) => {
    await assert.nothing(client.userOperationsGetUser(open(at)));
    await assert.nothing(client.adminOperationsDeleteUser(open(at)));
    await assert.nothing(client.adminOperationsGetAdminInfo(open(at)));
  },
};
