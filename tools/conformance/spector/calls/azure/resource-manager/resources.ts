import * as client from "#emitted/azure/resource-manager/resources/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";
import { all } from "../../../paging.ts";
import { fast } from "../../../polling.ts";

const open = ({ endpoint }: CallContext) =>
  client.createResourcesContext(endpoint, "00000000-0000-0000-0000-000000000000", scopeToken);

export const calls: Calls = {
  Azure_ResourceManager_Resources_ExtensionsResources_get: async (at) => {
    await assert.resolves(
      client.extensionsResourcesGet(
        open(at),
        "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg",
        "extension",
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        name: "extension",
        type: "Azure.ResourceManager.Resources/extensionsResources",
        properties: { description: "valid", provisioningState: "Succeeded" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    );
    await assert.resolves(
      client.extensionsResourcesGet(
        open(at),
        "subscriptions/00000000-0000-0000-0000-000000000000",
        "extension",
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        name: "extension",
        type: "Azure.ResourceManager.Resources/extensionsResources",
        properties: { description: "valid", provisioningState: "Succeeded" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    );
    await assert.resolves(
      client.extensionsResourcesGet(
        open(at),
        "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top",
        "extension",
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        name: "extension",
        type: "Azure.ResourceManager.Resources/extensionsResources",
        properties: { description: "valid", provisioningState: "Succeeded" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    );
  },
  Azure_ResourceManager_Resources_ExtensionsResources_createOrUpdate: (at) =>
    assert.resolves(
      client.extensionsResourcesCreateOrUpdate(
        open(at),
        "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg",
        "extension",
        { properties: { description: "valid" } },
        fast,
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        name: "extension",
        type: "Azure.ResourceManager.Resources/extensionsResources",
        properties: { description: "valid", provisioningState: "Succeeded" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    ),
  Azure_ResourceManager_Resources_ExtensionsResources_update: async (at) => {
    await assert.resolves(
      client.extensionsResourcesUpdate(
        open(at),
        "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg",
        "extension",
        { properties: { description: "valid2" } },
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        name: "extension",
        type: "Azure.ResourceManager.Resources/extensionsResources",
        properties: { provisioningState: "Succeeded", description: "valid2" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    );
    await assert.resolves(
      client.extensionsResourcesUpdate(
        open(at),
        "subscriptions/00000000-0000-0000-0000-000000000000",
        "extension",
        { properties: { description: "valid2" } },
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        name: "extension",
        type: "Azure.ResourceManager.Resources/extensionsResources",
        properties: { provisioningState: "Succeeded", description: "valid2" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    );
    await assert.resolves(
      client.extensionsResourcesUpdate(
        open(at),
        "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top",
        "extension",
        { properties: { description: "valid2" } },
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        name: "extension",
        type: "Azure.ResourceManager.Resources/extensionsResources",
        properties: { provisioningState: "Succeeded", description: "valid2" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    );
  },
  Azure_ResourceManager_Resources_ExtensionsResources_delete: async (at) => {
    await assert.nothing(
      client.extensionsResourcesDelete(
        open(at),
        "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg",
        "extension",
      ),
    );
    await assert.nothing(
      client.extensionsResourcesDelete(
        open(at),
        "subscriptions/00000000-0000-0000-0000-000000000000",
        "extension",
      ),
    );
    await assert.nothing(
      client.extensionsResourcesDelete(
        open(at),
        "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top",
        "extension",
      ),
    );
  },
  Azure_ResourceManager_Resources_ExtensionsResources_listByScope: (at) =>
    assert.resolves(
      all(
        client.listByScope(
          open(at),
          "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg",
        ),
      ),
      [
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
          name: "extension",
          type: "Azure.ResourceManager.Resources/extensionsResources",
          properties: { description: "valid", provisioningState: "Succeeded" },
          systemData: {
            createdBy: "AzureSDK",
            createdByType: "User",
            createdAt: new Date("2024-10-04T00:56:07.442Z"),
            lastModifiedBy: "AzureSDK",
            lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
            lastModifiedByType: "User",
          },
        },
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
          name: "extension",
          type: "Azure.ResourceManager.Resources/extensionsResources",
          properties: { description: "valid", provisioningState: "Succeeded" },
          systemData: {
            createdBy: "AzureSDK",
            createdByType: "User",
            createdAt: new Date("2024-10-04T00:56:07.442Z"),
            lastModifiedBy: "AzureSDK",
            lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
            lastModifiedByType: "User",
          },
        },
        {
          id: "/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
          name: "extension",
          type: "Azure.ResourceManager.Resources/extensionsResources",
          properties: { description: "valid", provisioningState: "Succeeded" },
          systemData: {
            createdBy: "AzureSDK",
            createdByType: "User",
            createdAt: new Date("2024-10-04T00:56:07.442Z"),
            lastModifiedBy: "AzureSDK",
            lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
            lastModifiedByType: "User",
          },
        },
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
          name: "extension",
          type: "Azure.ResourceManager.Resources/extensionsResources",
          properties: { description: "valid", provisioningState: "Succeeded" },
          systemData: {
            createdBy: "AzureSDK",
            createdByType: "User",
            createdAt: new Date("2024-10-04T00:56:07.442Z"),
            lastModifiedBy: "AzureSDK",
            lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
            lastModifiedByType: "User",
          },
        },
      ],
    ),
  Azure_ResourceManager_Resources_LocationResources_get: (at) =>
    assert.resolves(client.locationResourcesGet(open(at), ":location", ":locationResourceName"), {
      id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/locations/eastus/locationResources/resource",
      name: "resource",
      type: "Azure.ResourceManager.Resources/locationResources",
      properties: { description: "valid", provisioningState: "Succeeded" },
      systemData: {
        createdBy: "AzureSDK",
        createdByType: "User",
        createdAt: new Date("2024-10-04T00:56:07.442Z"),
        lastModifiedBy: "AzureSDK",
        lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
        lastModifiedByType: "User",
      },
    }),
  Azure_ResourceManager_Resources_LocationResources_createOrUpdate: (at) =>
    assert.resolves(
      client.locationResourcesCreateOrUpdate(open(at), ":location", ":locationResourceName", {
        properties: { description: "valid" },
      }),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/locations/eastus/locationResources/resource",
        name: "resource",
        type: "Azure.ResourceManager.Resources/locationResources",
        properties: { description: "valid", provisioningState: "Succeeded" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    ),
  Azure_ResourceManager_Resources_LocationResources_update: (at) =>
    assert.resolves(
      client.locationResourcesUpdate(open(at), ":location", ":locationResourceName", {
        properties: { description: "valid2" },
      }),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/locations/eastus/locationResources/resource",
        name: "resource",
        type: "Azure.ResourceManager.Resources/locationResources",
        properties: { provisioningState: "Succeeded", description: "valid2" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    ),
  Azure_ResourceManager_Resources_LocationResources_delete: (at) =>
    assert.nothing(client.locationResourcesDelete(open(at), ":location", ":locationResourceName")),
  Azure_ResourceManager_Resources_LocationResources_listByLocation: (at) =>
    assert.resolves(all(client.listByLocation(open(at), "eastus")), [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/locations/eastus/locationResources/resource",
        name: "resource",
        type: "Azure.ResourceManager.Resources/locationResources",
        properties: { description: "valid", provisioningState: "Succeeded" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    ]),
  Azure_ResourceManager_Resources_Singleton_getByResourceGroup: (at) =>
    assert.resolves(client.getByResourceGroup(open(at), "test-rg"), {
      id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/singletonTrackedResources/default",
      name: "default",
      type: "Azure.ResourceManager.Resources/singletonTrackedResources",
      location: "eastus",
      properties: { provisioningState: "Succeeded", description: "valid" },
      systemData: {
        createdBy: "AzureSDK",
        createdByType: "User",
        createdAt: new Date("2024-10-04T00:56:07.442Z"),
        lastModifiedBy: "AzureSDK",
        lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
        lastModifiedByType: "User",
      },
    }),
  Azure_ResourceManager_Resources_Singleton_createOrUpdate: (at) =>
    assert.resolves(
      client.singletonCreateOrUpdate(
        open(at),
        "test-rg",
        { location: "eastus", properties: { description: "valid" } },
        fast,
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/singletonTrackedResources/default",
        name: "default",
        type: "Azure.ResourceManager.Resources/singletonTrackedResources",
        location: "eastus",
        properties: { provisioningState: "Succeeded", description: "valid" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    ),
  Azure_ResourceManager_Resources_Singleton_update: (at) =>
    assert.resolves(
      client.singletonUpdate(open(at), "test-rg", { properties: { description: "valid2" } }),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/singletonTrackedResources/default",
        name: "default",
        type: "Azure.ResourceManager.Resources/singletonTrackedResources",
        location: "eastus",
        properties: { provisioningState: "Succeeded", description: "valid2" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    ),
  Azure_ResourceManager_Resources_Singleton_listByResourceGroup: (at) =>
    assert.resolves(all(client.singletonListByResourceGroup(open(at), "test-rg")), [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/singletonTrackedResources/default",
        name: "default",
        type: "Azure.ResourceManager.Resources/singletonTrackedResources",
        location: "eastus",
        properties: { provisioningState: "Succeeded", description: "valid" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    ]),
  Azure_ResourceManager_Resources_TopLevel_actionSync: (at) =>
    assert.nothing(
      client.actionSync(open(at), "test-rg", "top", {
        message: "Resource action at top level.",
        urgent: true,
      }),
    ),
  Azure_ResourceManager_Resources_TopLevel_get: (at) =>
    assert.resolves(client.topLevelGet(open(at), "test-rg", "top"), {
      id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top",
      name: "top",
      type: "Azure.ResourceManager.Resources/topLevelTrackedResources",
      location: "eastus",
      properties: { provisioningState: "Succeeded", description: "valid" },
      systemData: {
        createdBy: "AzureSDK",
        createdByType: "User",
        createdAt: new Date("2024-10-04T00:56:07.442Z"),
        lastModifiedBy: "AzureSDK",
        lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
        lastModifiedByType: "User",
      },
    }),
  Azure_ResourceManager_Resources_TopLevel_createOrReplace: (at) =>
    assert.resolves(
      client.topLevelCreateOrReplace(
        open(at),
        "test-rg",
        "top",
        { location: "eastus", properties: { description: "valid" } },
        fast,
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top",
        name: "top",
        type: "Azure.ResourceManager.Resources/topLevelTrackedResources",
        location: "eastus",
        properties: { provisioningState: "Succeeded", description: "valid" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    ),
  Azure_ResourceManager_Resources_TopLevel_update: (at) =>
    assert.resolves(
      client.topLevelUpdate(
        open(at),
        "test-rg",
        "top",
        { properties: { description: "valid2" } },
        fast,
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top",
        name: "top",
        type: "Azure.ResourceManager.Resources/topLevelTrackedResources",
        location: "eastus",
        properties: { provisioningState: "Succeeded", description: "valid2" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    ),
  Azure_ResourceManager_Resources_TopLevel_delete: (at) =>
    assert.nothing(client.topLevelDelete(open(at), "test-rg", "top", fast)),
  Azure_ResourceManager_Resources_TopLevel_listByResourceGroup: (at) =>
    assert.resolves(all(client.listBySubscription(open(at))), [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top",
        name: "top",
        type: "Azure.ResourceManager.Resources/topLevelTrackedResources",
        location: "eastus",
        properties: { provisioningState: "Succeeded", description: "valid" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    ]),
  Azure_ResourceManager_Resources_TopLevel_listBySubscription: (at) =>
    assert.resolves(all(client.listBySubscription(open(at))), [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top",
        name: "top",
        type: "Azure.ResourceManager.Resources/topLevelTrackedResources",
        location: "eastus",
        properties: { provisioningState: "Succeeded", description: "valid" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    ]),
  Azure_ResourceManager_Resources_Nested_get: (at) =>
    assert.resolves(client.topLevelGet(open(at), "test-rg", "top/nestedProxyResources/nested"), {
      id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources/nested",
      name: "nested",
      type: "Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources",
      properties: { provisioningState: "Succeeded", description: "valid" },
      systemData: {
        createdBy: "AzureSDK",
        createdByType: "User",
        createdAt: new Date("2024-10-04T00:56:07.442Z"),
        lastModifiedBy: "AzureSDK",
        lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
        lastModifiedByType: "User",
      },
    }),
  Azure_ResourceManager_Resources_Nested_createOrReplace: (at) =>
    assert.resolves(
      client.topLevelCreateOrReplace(
        open(at),
        "test-rg",
        "top/nestedProxyResources/nested",
        { properties: { description: "valid" } },
        fast,
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources/nested",
        name: "nested",
        type: "Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources",
        properties: { provisioningState: "Succeeded", description: "valid" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    ),
  Azure_ResourceManager_Resources_Nested_update: (at) =>
    assert.resolves(
      client.topLevelUpdate(
        open(at),
        "test-rg",
        "top/nestedProxyResources/nested",
        { properties: { description: "valid2" } },
        fast,
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources/nested",
        name: "nested",
        type: "Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources",
        properties: { provisioningState: "Succeeded", description: "valid2" },
        systemData: {
          createdBy: "AzureSDK",
          createdByType: "User",
          createdAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedBy: "AzureSDK",
          lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
          lastModifiedByType: "User",
        },
      },
    ),
  Azure_ResourceManager_Resources_Nested_delete: (at) =>
    assert.nothing(
      client.topLevelDelete(open(at), "test-rg", "top/nestedProxyResources/nested", fast),
    ),
  Azure_ResourceManager_Resources_Nested_listByTopLevelTrackedResource: (at) =>
    assert.resolves(client.topLevelGet(open(at), "test-rg", "top/nestedProxyResources"), {
      value: [
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources/nested",
          name: "nested",
          type: "Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources",
          properties: { provisioningState: "Succeeded", description: "valid" },
          systemData: {
            createdBy: "AzureSDK",
            createdByType: "User",
            createdAt: "2024-10-04T00:56:07.442Z",
            lastModifiedBy: "AzureSDK",
            lastModifiedAt: "2024-10-04T00:56:07.442Z",
            lastModifiedByType: "User",
          },
        },
      ],
    }),
};
