import * as client from "#emitted/azure/client-generator-core/client-location/move-method-parameter-to-client/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createMoveMethodParameterToContext("testaccount", { validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_ClientLocation_MoveMethodParameterToClient_BlobOperations: (at) =>
    assert.resolves(client.blobOperationsGetBlob(open(at), "testcontainer", "testblob.txt"), {
      id: "blob-001",
      name: "testblob.txt",
      size: 1024,
      path: "/testcontainer/testblob.txt",
    }),
};
