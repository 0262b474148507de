import * as client from "#emitted/azure/client-generator-core/client-location/move-to-new-sub-client/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createMoveToNewSubContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_ClientLocation_MoveToNewSubClient_ProductOperations: async (at) => {
    await assert.nothing(client.productOperationsListProducts(open(at)));
    await assert.nothing(client.archiveOperationsArchiveProduct(open(at)));
  },
};
