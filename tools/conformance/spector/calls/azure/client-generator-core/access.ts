import * as client from "#emitted/azure/client-generator-core/access/client";
// The package does not export internal operations, so they are imported from their module.
import * as internal from "#emitted/azure/client-generator-core/access/client/operations/internal-operation.ts";
import * as relative from "#emitted/azure/client-generator-core/access/client/operations/relative-model-in-operation.ts";
import * as shared from "#emitted/azure/client-generator-core/access/client/operations/shared-model-in-operation.ts";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createAccessContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_Access_PublicOperation: async (at) => {
    await assert.resolves(client.publicOperationNoDecoratorInPublic(open(at), "sample"), {
      name: "sample",
    });
    await assert.resolves(client.publicOperationPublicDecoratorInPublic(open(at), "sample"), {
      name: "sample",
    });
  },
  Azure_ClientGenerator_Core_Access_InternalOperation: async (at) => {
    assert.equal("noDecoratorInInternal" in client, false);
    await assert.resolves(internal.internalOperationNoDecoratorInInternal(open(at), "sample"), {
      name: "sample",
    });
    await assert.resolves(
      internal.internalOperationInternalDecoratorInInternal(open(at), "sample"),
      {
        name: "sample",
      },
    );
    await assert.resolves(internal.internalOperationPublicDecoratorInInternal(open(at), "sample"), {
      name: "sample",
    });
  },
  Azure_ClientGenerator_Core_Access_SharedModelInOperation: async (at) => {
    await assert.resolves(client.sharedModelInOperationPublic(open(at), "sample"), {
      name: "sample",
    });
    await assert.resolves(shared.sharedModelInOperationInternal(open(at), "sample"), {
      name: "sample",
    });
  },
  Azure_ClientGenerator_Core_Access_RelativeModelInOperation: async (at) => {
    await assert.resolves(relative.relativeModelInOperationOperation(open(at), "Madge"), {
      name: "Madge",
      inner: { name: "Madge" },
    });
    await assert.resolves(relative.relativeModelInOperationDiscriminator(open(at), "real"), {
      name: "Madge",
      kind: "real",
    });
  },
};
