import * as client from "#emitted/azure/resource-manager/operation-templates/client";
import { resourceGroup, resourceGroupPath, subscriptionId, systemData } from "../../../arm.ts";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";
import { all } from "../../../paging.ts";

const open = ({ endpoint }: CallContext) =>
  client.createOperationTemplatesContext(subscriptionId, scopeToken, {
    validateResponses: true,
    endpoint,
  });

const provider = `/${resourceGroupPath}/providers/Azure.ResourceManager.OperationTemplates`;
const types = "Azure.ResourceManager.OperationTemplates";

const widget = (properties: object) => ({
  id: `${provider}/widgets/widget1`,
  name: "widget1",
  type: `${types}/widgets`,
  location: "eastus",
  properties: {
    name: "widget1",
    description: "A test widget",
    provisioningState: "Succeeded",
    ...properties,
  },
  systemData,
});

const configuration = (configValue: string) => ({
  id: `${provider}/configurations/default`,
  name: "default",
  type: `${types}/configurations`,
  location: "eastus",
  properties: { configValue, provisioningState: "Succeeded" },
});

const collection = (name: string, displayName: string) => ({
  id: `${provider}/monitors/monitor1/collections/${name}`,
  name,
  type: `${types}/monitors/collections`,
  properties: { displayName },
});

const machine = (name: string, sendingMetrics: boolean) => ({
  id: `/${resourceGroupPath}/providers/Microsoft.Compute/virtualMachines/${name}`,
  sendingMetrics,
});

const taken = {
  nameAvailable: false,
  reason: "AlreadyExists",
  message: "Hostname 'checkName' already exists. Please select a different name.",
};

export const calls: Calls = {
  Azure_ResourceManager_OperationTemplates_ListAvailableOperations: (at) =>
    assert.resolves(all(client.operationsList(open(at))), [
      {
        name: "Microsoft.Compute/virtualMachines/write",
        isDataAction: false,
        display: {
          provider: "Microsoft Compute",
          resource: "Virtual Machines",
          operation: "Create or Update Virtual Machine.",
          description: "Add or modify virtual machines.",
        },
        origin: "user,system",
        actionType: "Internal",
      },
    ]),
  Azure_ResourceManager_OperationTemplates_CheckNameAvailability_checkGlobal: (at) =>
    assert.resolves(
      client.checkNameAvailabilityCheckGlobal(open(at), {
        name: "checkName",
        type: "Microsoft.Web/site",
      }),
      taken,
    ),
  Azure_ResourceManager_OperationTemplates_CheckNameAvailability_checkLocal: (at) =>
    assert.resolves(
      client.checkNameAvailabilityCheckLocal(open(at), "westus", {
        name: "checkName",
        type: "Microsoft.Web/site",
      }),
      taken,
    ),
  Azure_ResourceManager_OperationTemplates_OptionalBody_get: (at) =>
    assert.resolves(client.optionalBodyGet(open(at), resourceGroup, "widget1"), widget({})),
  Azure_ResourceManager_OperationTemplates_OptionalBody_patch: async (at) => {
    await assert.resolves(client.optionalBodyPatch(open(at), resourceGroup, "widget1"), widget({}));
    const properties = { name: "updated-widget", description: "Updated description" };
    await assert.resolves(
      client.optionalBodyPatch(open(at), resourceGroup, "widget1", {
        body: { properties },
      }),
      widget(properties),
    );
  },
  Azure_ResourceManager_OperationTemplates_OptionalBody_post: async (at) => {
    await assert.resolves(client.optionalBodyPost(open(at), resourceGroup, "widget1"), {
      result: "Action completed successfully",
    });
    await assert.resolves(
      client.optionalBodyPost(open(at), resourceGroup, "widget1", {
        body: { actionType: "perform", parameters: "test-parameters" },
      }),
      { result: "Action completed successfully with parameters" },
    );
  },
  Azure_ResourceManager_OperationTemplates_OptionalBody_providerPost: async (at) => {
    await assert.resolves(client.optionalBodyProviderPost(open(at)), {
      totalAllowed: 50,
      status: "Changed to default allowance",
    });
    await assert.resolves(
      client.optionalBodyProviderPost(open(at), {
        body: { totalAllowed: 100, reason: "Increased demand" },
      }),
      { totalAllowed: 100, status: "Changed to requested allowance" },
    );
  },
  Azure_ResourceManager_OperationTemplates_Paging_postActionPaging: (at) =>
    assert.resolves(
      all(
        client.pagingPostActionPaging(open(at), resourceGroup, "monitor1", {
          body: { filter: "status eq 'active'" },
        }),
      ),
      [machine("vm1", true), machine("vm2", false)],
    ),
  Azure_ResourceManager_OperationTemplates_Paging_markAsPageable: (at) =>
    assert.resolves(all(client.pagingMarkAsPageable(open(at), resourceGroup, "monitor1")), [
      collection("collection1", "Test Collection"),
      collection("collection2", "Another Collection"),
    ]),
  Azure_ResourceManager_OperationTemplates_Legacy_routedGet: (at) =>
    assert.resolves(client.legacyRoutedGet(open(at), resourceGroup, "default", "memory"), {
      name: "memory",
      status: "healthy",
    }),
  Azure_ResourceManager_OperationTemplates_Legacy_createOrReplaceOptionalBody: async (at) => {
    await assert.resolves(
      client.legacyCreateOrReplaceOptionalBody(open(at), resourceGroup, "default"),
      configuration("default-value"),
    );
    await assert.resolves(
      client.legacyCreateOrReplaceOptionalBody(open(at), resourceGroup, "default", {
        body: { location: "eastus", properties: { configValue: "custom-value" } },
      }),
      configuration("custom-value"),
    );
  },
};
