import * as client from "#emitted/azure/resource-manager/method-subscription-id/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";
import { all } from "../../../paging.ts";

const open = ({ endpoint }: CallContext) =>
  client.createMethodSubscriptionIdContext("00000000-0000-0000-0000-000000000000", scopeToken, {
    validateResponses: true,
    endpoint,
  });

export const calls: Calls = {
  Azure_ResourceManager_MethodSubscriptionId_Operations: (at) =>
    assert.resolves(all(client.operationsList(open(at))), [
      {
        name: "Azure.ResourceManager.MethodSubscriptionId/services/read",
        isDataAction: false,
        display: {
          provider: "Azure.ResourceManager.MethodSubscriptionId",
          resource: "services",
          operation: "Lists services",
          description: "Lists registered services",
        },
      },
    ]),
  Azure_ResourceManager_MethodSubscriptionId_TwoSubscriptionResourcesMethodLevel_SubscriptionResource1Operations_get:
    (at) =>
      assert.resolves(
        client.twoSubscriptionResourcesMethodLevelSubscriptionResource1OperationsGet(
          open(at),
          "00000000-0000-0000-0000-000000000000",
          "sub-resource-1",
        ),
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource1s/sub-resource-1",
          name: "sub-resource-1",
          type: "Azure.ResourceManager.MethodSubscriptionId/subscriptionResource1s",
          properties: {
            provisioningState: "Succeeded",
            description: "Valid subscription resource 1",
          },
          systemData: {
            createdBy: "AzureSDK",
            createdByType: "User",
            createdAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedBy: "AzureSDK",
            lastModifiedAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedByType: "User",
          },
        },
      ),
  Azure_ResourceManager_MethodSubscriptionId_TwoSubscriptionResourcesMethodLevel_SubscriptionResource1Operations_put:
    (at) =>
      assert.resolves(
        client.twoSubscriptionResourcesMethodLevelSubscriptionResource1OperationsPut(
          open(at),
          "00000000-0000-0000-0000-000000000000",
          "sub-resource-1",
          { properties: { description: "Valid subscription resource 1" } },
        ),
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource1s/sub-resource-1",
          name: "sub-resource-1",
          type: "Azure.ResourceManager.MethodSubscriptionId/subscriptionResource1s",
          properties: {
            provisioningState: "Succeeded",
            description: "Valid subscription resource 1",
          },
          systemData: {
            createdBy: "AzureSDK",
            createdByType: "User",
            createdAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedBy: "AzureSDK",
            lastModifiedAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedByType: "User",
          },
        },
      ),
  Azure_ResourceManager_MethodSubscriptionId_TwoSubscriptionResourcesMethodLevel_SubscriptionResource1Operations_delete:
    (at) =>
      assert.nothing(
        client.twoSubscriptionResourcesMethodLevelSubscriptionResource1OperationsDelete(
          open(at),
          "00000000-0000-0000-0000-000000000000",
          "sub-resource-1",
        ),
      ),
  Azure_ResourceManager_MethodSubscriptionId_TwoSubscriptionResourcesMethodLevel_SubscriptionResource2Operations_get:
    (at) =>
      assert.resolves(
        client.twoSubscriptionResourcesMethodLevelSubscriptionResource2OperationsGet(
          open(at),
          "00000000-0000-0000-0000-000000000000",
          "sub-resource-2",
        ),
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource2s/sub-resource-2",
          name: "sub-resource-2",
          type: "Azure.ResourceManager.MethodSubscriptionId/subscriptionResource2s",
          properties: { provisioningState: "Succeeded", configValue: "test-config" },
          systemData: {
            createdBy: "AzureSDK",
            createdByType: "User",
            createdAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedBy: "AzureSDK",
            lastModifiedAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedByType: "User",
          },
        },
      ),
  Azure_ResourceManager_MethodSubscriptionId_TwoSubscriptionResourcesMethodLevel_SubscriptionResource2Operations_put:
    (at) =>
      assert.resolves(
        client.twoSubscriptionResourcesMethodLevelSubscriptionResource2OperationsPut(
          open(at),
          "00000000-0000-0000-0000-000000000000",
          "sub-resource-2",
          { properties: { configValue: "test-config" } },
        ),
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource2s/sub-resource-2",
          name: "sub-resource-2",
          type: "Azure.ResourceManager.MethodSubscriptionId/subscriptionResource2s",
          properties: { provisioningState: "Succeeded", configValue: "test-config" },
          systemData: {
            createdBy: "AzureSDK",
            createdByType: "User",
            createdAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedBy: "AzureSDK",
            lastModifiedAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedByType: "User",
          },
        },
      ),
  Azure_ResourceManager_MethodSubscriptionId_TwoSubscriptionResourcesMethodLevel_SubscriptionResource2Operations_delete:
    (at) =>
      assert.nothing(
        client.twoSubscriptionResourcesMethodLevelSubscriptionResource2OperationsDelete(
          open(at),
          "00000000-0000-0000-0000-000000000000",
          "sub-resource-2",
        ),
      ),
  Azure_ResourceManager_MethodSubscriptionId_MixedSubscriptionPlacement_SubscriptionResourceOperations_get:
    (at) =>
      assert.resolves(
        client.mixedSubscriptionPlacementSubscriptionResourceOperationsGet(
          open(at),
          "00000000-0000-0000-0000-000000000000",
          "sub-resource",
        ),
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResources/sub-resource",
          name: "sub-resource",
          type: "Azure.ResourceManager.MethodSubscriptionId/subscriptionResources",
          properties: { provisioningState: "Succeeded", subscriptionSetting: "test-sub-setting" },
          systemData: {
            createdBy: "AzureSDK",
            createdByType: "User",
            createdAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedBy: "AzureSDK",
            lastModifiedAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedByType: "User",
          },
        },
      ),
  Azure_ResourceManager_MethodSubscriptionId_MixedSubscriptionPlacement_SubscriptionResourceOperations_put:
    (at) =>
      assert.resolves(
        client.mixedSubscriptionPlacementSubscriptionResourceOperationsPut(
          open(at),
          "00000000-0000-0000-0000-000000000000",
          "sub-resource",
          { properties: { subscriptionSetting: "test-sub-setting" } },
        ),
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResources/sub-resource",
          name: "sub-resource",
          type: "Azure.ResourceManager.MethodSubscriptionId/subscriptionResources",
          properties: { provisioningState: "Succeeded", subscriptionSetting: "test-sub-setting" },
          systemData: {
            createdBy: "AzureSDK",
            createdByType: "User",
            createdAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedBy: "AzureSDK",
            lastModifiedAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedByType: "User",
          },
        },
      ),
  Azure_ResourceManager_MethodSubscriptionId_MixedSubscriptionPlacement_SubscriptionResourceOperations_delete:
    (at) =>
      assert.nothing(
        client.mixedSubscriptionPlacementSubscriptionResourceOperationsDelete(
          open(at),
          "00000000-0000-0000-0000-000000000000",
          "sub-resource",
        ),
      ),
  Azure_ResourceManager_MethodSubscriptionId_MixedSubscriptionPlacement_ResourceGroupResourceOperations_get:
    (at) =>
      assert.resolves(
        client.mixedSubscriptionPlacementResourceGroupResourceOperationsGet(
          open(at),
          "test-rg",
          "rg-resource",
        ),
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.MethodSubscriptionId/resourceGroupResources/rg-resource",
          name: "rg-resource",
          type: "Azure.ResourceManager.MethodSubscriptionId/resourceGroupResources",
          location: "eastus",
          properties: { provisioningState: "Succeeded", resourceGroupSetting: "test-setting" },
          systemData: {
            createdBy: "AzureSDK",
            createdByType: "User",
            createdAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedBy: "AzureSDK",
            lastModifiedAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedByType: "User",
          },
        },
      ),
  Azure_ResourceManager_MethodSubscriptionId_MixedSubscriptionPlacement_ResourceGroupResourceOperations_put:
    (at) =>
      assert.resolves(
        client.mixedSubscriptionPlacementResourceGroupResourceOperationsPut(
          open(at),
          "test-rg",
          "rg-resource",
          {
            location: "eastus",
            properties: { resourceGroupSetting: "test-setting" },
          },
        ),
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.MethodSubscriptionId/resourceGroupResources/rg-resource",
          name: "rg-resource",
          type: "Azure.ResourceManager.MethodSubscriptionId/resourceGroupResources",
          location: "eastus",
          properties: { provisioningState: "Succeeded", resourceGroupSetting: "test-setting" },
          systemData: {
            createdBy: "AzureSDK",
            createdByType: "User",
            createdAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedBy: "AzureSDK",
            lastModifiedAt: new Date("2023-01-01T00:00:00.000Z"),
            lastModifiedByType: "User",
          },
        },
      ),
  Azure_ResourceManager_MethodSubscriptionId_MixedSubscriptionPlacement_ResourceGroupResourceOperations_delete:
    (at) =>
      assert.nothing(
        client.mixedSubscriptionPlacementResourceGroupResourceOperationsDelete(
          open(at),
          "test-rg",
          "rg-resource",
        ),
      ),
};
