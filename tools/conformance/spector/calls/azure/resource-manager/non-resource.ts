import * as client from "#emitted/azure/resource-manager/non-resource/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";

const open = ({ endpoint }: CallContext) =>
  client.createNonResourceContext("00000000-0000-0000-0000-000000000000", scopeToken, {
    validateResponses: true,
    endpoint,
  });

export const calls: Calls = {
  Azure_ResourceManager_NonResource_NonResourceOperations_get: (at) =>
    assert.resolves(client.nonResourceOperationsGet(open(at), "eastus", "hello"), {
      id: "id",
      name: "hello",
      type: "nonResource",
    }),
  Azure_ResourceManager_NonResource_NonResourceOperations_create: (at) =>
    assert.resolves(
      client.nonResourceOperationsCreate(open(at), "eastus", "hello", {
        id: "id",
        name: "hello",
        type: "nonResource",
      }),
      { id: "id", name: "hello", type: "nonResource" },
    ),
};
