import * as client from "#emitted/azure/client-generator-core/usage/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) => client.createUsageContext(endpoint);

export const calls: Calls = {
  Azure_ClientGenerator_Core_Usage_ModelInOperation: async (at) => {
    await assert.nothing(client.inputToInputOutput(open(at), { name: "Madge" }));
    await assert.resolves(client.outputToInputOutput(open(at)), { name: "Madge" });
    await assert.resolves(client.modelInReadOnlyProperty(open(at), undefined), {
      result: { name: "Madge" },
    });
    await assert.nothing(client.orphanModelSerializable(open(at), { name: "name", desc: "desc" }));
  },
  Azure_ClientGenerator_Core_Usage_NamespaceUsage: (at) =>
    assert.nothing(client.namespaceModelSerializable(open(at), { name: "test" })),
};
