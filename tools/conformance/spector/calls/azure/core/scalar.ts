import * as client from "#emitted/azure/core/scalar/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createScalarContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_Core_Scalar_AzureLocationScalar_get: (at) =>
    assert.resolves(client.azureLocationScalarGet(open(at)), "eastus"),
  Azure_Core_Scalar_AzureLocationScalar_put: (at) =>
    assert.nothing(client.azureLocationScalarPut(open(at), "eastus")),
  Azure_Core_Scalar_AzureLocationScalar_post: (at) =>
    assert.resolves(client.azureLocationScalarPost(open(at), { location: "eastus" }), {
      location: "eastus",
    }),
  Azure_Core_Scalar_AzureLocationScalar_header: (at) =>
    assert.nothing(client.azureLocationScalarHeader(open(at), "eastus")),
  Azure_Core_Scalar_AzureLocationScalar_query: (at) =>
    assert.nothing(client.azureLocationScalarQuery(open(at), "eastus")),
};
