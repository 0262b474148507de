import * as client from "#emitted/azure/client-generator-core/usage/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createUsageContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_Usage_ModelInOperation: async (at) => {
    await assert.nothing(client.modelInOperationInputToInputOutput(open(at), { name: "Madge" }));
    await assert.resolves(client.modelInOperationOutputToInputOutput(open(at)), { name: "Madge" });
    await assert.resolves(client.modelInOperationModelInReadOnlyProperty(open(at), {}), {
      result: { name: "Madge" },
    });
    await assert.nothing(
      client.modelInOperationOrphanModelSerializable(open(at), { name: "name", desc: "desc" }),
    );
  },
  Azure_ClientGenerator_Core_Usage_NamespaceUsage: (at) =>
    assert.nothing(client.namespaceUsageNamespaceModelSerializable(open(at), { name: "test" })),
};
