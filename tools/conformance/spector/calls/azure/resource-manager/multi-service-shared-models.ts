import * as client from "#emitted/azure/resource-manager/multi-service-shared-models/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";
import { fast } from "../../../polling.ts";

const open = ({ endpoint }: CallContext) =>
  client.createCombinedContext("00000000-0000-0000-0000-000000000000", scopeToken, {
    validateResponses: true,
    endpoint,
  });

export const calls: Calls = {
  Azure_ResourceManager_MultiServiceSharedModels_Compute_VirtualMachines_get: (at) =>
    assert.resolves(client.virtualMachinesGet(open(at), "test-rg", "vm-shared1"), {
      id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Compute/virtualMachinesShared/vm-shared1",
      name: "vm-shared1",
      type: "Microsoft.Compute/virtualMachinesShared",
      location: "eastus",
      properties: {
        provisioningState: "Succeeded",
        metadata: {
          createdAt: new Date("2025-01-01T00:00:00.000Z"),
          createdBy: "user@example.com",
          tags: { environment: "production" },
        },
      },
    }),
  Azure_ResourceManager_MultiServiceSharedModels_Compute_VirtualMachines_createOrUpdate: (at) =>
    assert.resolves(
      client.virtualMachinesCreateOrUpdate(
        open(at),
        "test-rg",
        "vm-shared1",
        {
          location: "eastus",
          properties: {
            metadata: { createdBy: "user@example.com", tags: { environment: "production" } },
          },
        },
        fast,
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Compute/virtualMachinesShared/vm-shared1",
        name: "vm-shared1",
        type: "Microsoft.Compute/virtualMachinesShared",
        location: "eastus",
        properties: {
          provisioningState: "Succeeded",
          metadata: {
            createdAt: new Date("2025-01-01T00:00:00.000Z"),
            createdBy: "user@example.com",
            tags: { environment: "production" },
          },
        },
      },
    ),
  Azure_ResourceManager_MultiServiceSharedModels_Storage_StorageAccounts_get: (at) =>
    assert.resolves(client.storageAccountsGet(open(at), "test-rg", "account1"), {
      id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Storage/storageAccounts/account1",
      name: "account1",
      type: "Microsoft.Storage/storageAccounts",
      location: "westus",
      properties: {
        provisioningState: "Succeeded",
        metadata: {
          createdAt: new Date("2025-01-02T00:00:00.000Z"),
          createdBy: "admin@example.com",
          tags: { department: "engineering" },
        },
      },
    }),
  Azure_ResourceManager_MultiServiceSharedModels_Storage_StorageAccounts_createOrUpdate: (at) =>
    assert.resolves(
      client.storageAccountsCreateOrUpdate(
        open(at),
        "test-rg",
        "account1",
        {
          location: "westus",
          properties: {
            metadata: { createdBy: "admin@example.com", tags: { department: "engineering" } },
          },
        },
        fast,
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Storage/storageAccounts/account1",
        name: "account1",
        type: "Microsoft.Storage/storageAccounts",
        location: "westus",
        properties: {
          provisioningState: "Succeeded",
          metadata: {
            createdAt: new Date("2025-01-02T00:00:00.000Z"),
            createdBy: "admin@example.com",
            tags: { department: "engineering" },
          },
        },
      },
    ),
};
