import * as client from "#emitted/azure/core/model/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createModelContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_Core_Model_AzureCoreEmbeddingVector_get: (at) =>
    assert.resolves(client.azureCoreEmbeddingVectorGet(open(at)), [0, 1, 2, 3, 4]),
  Azure_Core_Model_AzureCoreEmbeddingVector_put: (at) =>
    assert.nothing(client.azureCoreEmbeddingVectorPut(open(at), [0, 1, 2, 3, 4])),
  Azure_Core_Model_AzureCoreEmbeddingVector_post: (at) =>
    assert.resolves(client.azureCoreEmbeddingVectorPost(open(at), { embedding: [0, 1, 2, 3, 4] }), {
      embedding: [5, 6, 7, 8, 9],
    }),
};
