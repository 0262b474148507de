import * as client from "#emitted/azure/resource-manager/common-properties/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";

const open = ({ endpoint }: CallContext) =>
  client.createCommonPropertiesContext("00000000-0000-0000-0000-000000000000", scopeToken, {
    validateResponses: true,
    endpoint,
  });

export const calls: Calls = {
  Azure_ResourceManager_CommonProperties_ManagedIdentity_get: (at) =>
    assert.resolves(client.managedIdentityGet(open(at), "test-rg", "identity"), {
      id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.CommonProperties/managedIdentityTrackedResources/identity",
      location: "eastus",
      tags: { tagKey1: "tagValue1" },
      identity: {
        type: "SystemAssigned",
        principalId: "00000000-0000-0000-0000-000000000000",
        tenantId: "00000000-0000-0000-0000-000000000000",
      },
      properties: { provisioningState: "Succeeded" },
    }),
  Azure_ResourceManager_CommonProperties_ManagedIdentity_createWithSystemAssigned: (at) =>
    assert.resolves(
      client.managedIdentityCreateWithSystemAssigned(open(at), "test-rg", "identity", {
        location: "eastus",
        tags: { tagKey1: "tagValue1" },
        properties: {},
        identity: { type: "SystemAssigned" },
      }),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.CommonProperties/managedIdentityTrackedResources/identity",
        location: "eastus",
        tags: { tagKey1: "tagValue1" },
        identity: {
          type: "SystemAssigned",
          principalId: "00000000-0000-0000-0000-000000000000",
          tenantId: "00000000-0000-0000-0000-000000000000",
        },
        properties: { provisioningState: "Succeeded" },
      },
    ),
  Azure_ResourceManager_CommonProperties_ManagedIdentity_updateWithUserAssignedAndSystemAssigned: (
    at,
  ) =>
    assert.resolves(
      client.managedIdentityUpdateWithUserAssignedAndSystemAssigned(
        open(at),
        "test-rg",
        "identity",
        {
          identity: {
            type: "SystemAssigned,UserAssigned",
            userAssignedIdentities: {
              "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id1":
                {},
            },
          },
        },
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.CommonProperties/managedIdentityTrackedResources/identity",
        location: "eastus",
        tags: { tagKey1: "tagValue1" },
        identity: {
          type: "SystemAssigned,UserAssigned",
          userAssignedIdentities: {
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id1":
              {
                principalId: "00000000-0000-0000-0000-000000000000",
                clientId: "00000000-0000-0000-0000-000000000000",
              },
          },
          principalId: "00000000-0000-0000-0000-000000000000",
          tenantId: "00000000-0000-0000-0000-000000000000",
        },
        properties: { provisioningState: "Succeeded" },
      },
    ),
  Azure_ResourceManager_CommonProperties_Error_getForPredefinedError: (at) =>
    assert.rejects(client.errorGetForPredefinedError(open(at), "test-rg", "confidential"), {
      statusCode: 404,
      details: {
        error: {
          code: "ResourceNotFound",
          message:
            "The Resource 'Azure.ResourceManager.CommonProperties/confidentialResources/confidential' under resource group 'test-rg' was not found.",
        },
      },
    }),
  Azure_ResourceManager_CommonProperties_Error_createForUserDefinedError: (at) =>
    assert.rejects(
      client.errorCreateForUserDefinedError(open(at), "test-rg", "confidential", {
        location: "eastus",
        properties: { username: "00" },
      }),
      {
        statusCode: 400,
        details: {
          error: {
            code: "BadRequest",
            message: "Username should not contain only numbers.",
            innererror: { exceptiontype: "general" },
          },
        },
      },
    ),
  Azure_ResourceManager_CommonProperties_ArmResourceIdentifiers_get: (at) =>
    assert.resolves(client.armResourceIdentifiersGet(open(at), "test-rg", "armId"), {
      id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.CommonProperties/armResourceIdentifierResources/armId",
      location: "eastus",
      name: "armId",
      type: "Azure.ResourceManager.CommonProperties/armResourceIdentifierResources",
      properties: {
        provisioningState: "Succeeded",
        simpleArmId:
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Network/virtualNetworks/myVnet",
        armIdWithType:
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Network/virtualNetworks/myVnet",
        armIdWithTypeAndScope:
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Network/virtualNetworks/myVnet",
        armIdWithAllScopes:
          "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Compute/virtualMachines/myVm",
        armIdWithGroupScope:
          "/providers/Microsoft.Management/serviceGroups/test-sg/providers/Microsoft.Authorization/roleDefinitions/00000000-0000-0000-0000-000000000000",
      },
    }),
  Azure_ResourceManager_CommonProperties_ArmResourceIdentifiers_createOrReplace: (at) =>
    assert.resolves(
      client.armResourceIdentifiersCreateOrReplace(open(at), "test-rg", "armId", {
        location: "eastus",
        properties: {
          simpleArmId:
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Network/virtualNetworks/myVnet",
          armIdWithType:
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Network/virtualNetworks/myVnet",
          armIdWithTypeAndScope:
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Network/virtualNetworks/myVnet",
          armIdWithAllScopes:
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Compute/virtualMachines/myVm",
          armIdWithGroupScope:
            "/providers/Microsoft.Management/serviceGroups/test-sg/providers/Microsoft.Authorization/roleDefinitions/00000000-0000-0000-0000-000000000000",
        },
      }),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.CommonProperties/armResourceIdentifierResources/armId",
        location: "eastus",
        name: "armId",
        type: "Azure.ResourceManager.CommonProperties/armResourceIdentifierResources",
        properties: {
          provisioningState: "Succeeded",
          simpleArmId:
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Network/virtualNetworks/myVnet",
          armIdWithType:
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Network/virtualNetworks/myVnet",
          armIdWithTypeAndScope:
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Network/virtualNetworks/myVnet",
          armIdWithAllScopes:
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Compute/virtualMachines/myVm",
          armIdWithGroupScope:
            "/providers/Microsoft.Management/serviceGroups/test-sg/providers/Microsoft.Authorization/roleDefinitions/00000000-0000-0000-0000-000000000000",
        },
      },
    ),
};
