import * as client from "#emitted/azure/resource-manager/management-group/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";
import { all } from "../../../paging.ts";
import { fast } from "../../../polling.ts";

const open = ({ endpoint }: CallContext) =>
  client.createManagementGroupContext(scopeToken, { validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ResourceManager_ManagementGroup_ManagementGroupChildResources_get: (at) =>
    assert.resolves(client.managementGroupChildResourcesGet(open(at), "test-mg", "resource"), {
      id: "/providers/Microsoft.Management/managementGroups/test-mg/providers/Microsoft.ManagementGroupChild/managementGroupChildResources/resource",
      name: "resource",
      type: "Microsoft.ManagementGroupChild/managementGroupChildResources",
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
  Azure_ResourceManager_ManagementGroup_ManagementGroupChildResources_createOrUpdate: (at) =>
    assert.resolves(
      client.managementGroupChildResourcesCreateOrUpdate(
        open(at),
        "test-mg",
        "resource",
        { properties: { description: "valid" } },
        fast,
      ),
      {
        id: "/providers/Microsoft.Management/managementGroups/test-mg/providers/Microsoft.ManagementGroupChild/managementGroupChildResources/resource",
        name: "resource",
        type: "Microsoft.ManagementGroupChild/managementGroupChildResources",
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
  Azure_ResourceManager_ManagementGroup_ManagementGroupChildResources_update: (at) =>
    assert.resolves(
      client.managementGroupChildResourcesUpdate(open(at), "test-mg", "resource", {
        properties: { description: "valid2" },
      }),
      {
        id: "/providers/Microsoft.Management/managementGroups/test-mg/providers/Microsoft.ManagementGroupChild/managementGroupChildResources/resource",
        name: "resource",
        type: "Microsoft.ManagementGroupChild/managementGroupChildResources",
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
  Azure_ResourceManager_ManagementGroup_ManagementGroupChildResources_delete: (at) =>
    assert.nothing(client.managementGroupChildResourcesDelete(open(at), "test-mg", "resource")),
  Azure_ResourceManager_ManagementGroup_ManagementGroupChildResources_listByManagementGroup: (at) =>
    assert.resolves(
      all(client.managementGroupChildResourcesListByManagementGroup(open(at), "test-mg")),
      [
        {
          id: "/providers/Microsoft.Management/managementGroups/test-mg/providers/Microsoft.ManagementGroupChild/managementGroupChildResources/resource",
          name: "resource",
          type: "Microsoft.ManagementGroupChild/managementGroupChildResources",
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
