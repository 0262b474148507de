import * as client from "#emitted/azure/resource-manager/service-group/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";
import { all } from "../../../paging.ts";
import { fast } from "../../../polling.ts";

const open = ({ endpoint }: CallContext) =>
  client.createServiceGroupExtensionContext(scopeToken, { validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ResourceManager_ServiceGroupExtension_ServiceGroupExtensionResources_get: (at) =>
    assert.resolves(client.serviceGroupExtensionResourcesGet(open(at), "test-sg", "resource"), {
      id: "/providers/Microsoft.Management/serviceGroups/test-sg/providers/Microsoft.ServiceGroupExtension/serviceGroupExtensionResources/resource",
      name: "resource",
      type: "Microsoft.ServiceGroupExtension/serviceGroupExtensionResources",
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
  Azure_ResourceManager_ServiceGroupExtension_ServiceGroupExtensionResources_createOrUpdate: (at) =>
    assert.resolves(
      client.serviceGroupExtensionResourcesCreateOrUpdate(
        open(at),
        "test-sg",
        "resource",
        { properties: { description: "valid" } },
        fast,
      ),
      {
        id: "/providers/Microsoft.Management/serviceGroups/test-sg/providers/Microsoft.ServiceGroupExtension/serviceGroupExtensionResources/resource",
        name: "resource",
        type: "Microsoft.ServiceGroupExtension/serviceGroupExtensionResources",
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
  Azure_ResourceManager_ServiceGroupExtension_ServiceGroupExtensionResources_update: (at) =>
    assert.resolves(
      client.serviceGroupExtensionResourcesUpdate(open(at), "test-sg", "resource", {
        properties: { description: "valid2" },
      }),
      {
        id: "/providers/Microsoft.Management/serviceGroups/test-sg/providers/Microsoft.ServiceGroupExtension/serviceGroupExtensionResources/resource",
        name: "resource",
        type: "Microsoft.ServiceGroupExtension/serviceGroupExtensionResources",
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
  Azure_ResourceManager_ServiceGroupExtension_ServiceGroupExtensionResources_delete: (at) =>
    assert.nothing(client.serviceGroupExtensionResourcesDelete(open(at), "test-sg", "resource")),
  Azure_ResourceManager_ServiceGroupExtension_ServiceGroupExtensionResources_listByServiceGroup: (
    at,
  ) =>
    assert.resolves(
      all(client.serviceGroupExtensionResourcesListByServiceGroup(open(at), "test-sg")),
      [
        {
          id: "/providers/Microsoft.Management/serviceGroups/test-sg/providers/Microsoft.ServiceGroupExtension/serviceGroupExtensionResources/resource",
          name: "resource",
          type: "Microsoft.ServiceGroupExtension/serviceGroupExtensionResources",
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
};
