import * as client from "#emitted/azure/resource-manager/operation-templates/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";
import { all } from "../../../paging.ts";
import { fast } from "../../../polling.ts";

const open = ({ endpoint }: CallContext) =>
  client.createOperationTemplatesContext(
    endpoint,
    "00000000-0000-0000-0000-000000000000",
    scopeToken,
  );

export const calls: Calls = {
  Azure_ResourceManager_OperationTemplates_ListAvailableOperations: (at) =>
    assert.resolves(all(client.list(open(at))), [
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
      client.checkGlobal(open(at), { name: "checkName", type: "Microsoft.Web/site" }),
      {
        nameAvailable: false,
        reason: "AlreadyExists",
        message: "Hostname 'checkName' already exists. Please select a different name.",
      },
    ),
  Azure_ResourceManager_OperationTemplates_CheckNameAvailability_checkLocal: (at) =>
    assert.resolves(
      client.checkLocal(open(at), "westus", { name: "checkName", type: "Microsoft.Web/site" }),
      {
        nameAvailable: false,
        reason: "AlreadyExists",
        message: "Hostname 'checkName' already exists. Please select a different name.",
      },
    ),
  Azure_ResourceManager_OperationTemplates_Lro_createOrReplace: (at) =>
    assert.resolves(
      client.createOrReplace(
        open(at),
        "test-rg",
        "order1",
        { location: "eastus", properties: { productId: "product1", amount: 1 } },
        fast,
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.OperationTemplates/orders/order1",
        name: "order1",
        type: "Azure.ResourceManager.Resources/orders",
        location: "eastus",
        properties: { provisioningState: "Succeeded", productId: "product1", amount: 1 },
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
  Azure_ResourceManager_OperationTemplates_Lro_export: (at) =>
    assert.resolves(
      client.lroExport(open(at), "test-rg", "order1", { format: "csv" }, fast),
      undefined,
    ),
  Azure_ResourceManager_OperationTemplates_Lro_delete: (at) =>
    assert.nothing(client.lroDelete(open(at), "test-rg", "order1", fast)),
  Azure_ResourceManager_OperationTemplates_Lro_exportArray: (at) =>
    assert.resolves(client.exportArray(open(at), { format: "csv" }, fast), undefined),
  Azure_ResourceManager_OperationTemplates_OptionalBody_get: (at) =>
    assert.resolves(client.optionalBodyGet(open(at), "test-rg", "widget1"), {
      id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.OperationTemplates/widgets/widget1",
      name: "widget1",
      type: "Azure.ResourceManager.OperationTemplates/widgets",
      location: "eastus",
      properties: { name: "widget1", description: "A test widget", provisioningState: "Succeeded" },
      systemData: {
        createdBy: "AzureSDK",
        createdByType: "User",
        createdAt: new Date("2024-10-04T00:56:07.442Z"),
        lastModifiedBy: "AzureSDK",
        lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
        lastModifiedByType: "User",
      },
    }),
  Azure_ResourceManager_OperationTemplates_OptionalBody_patch: (at) =>
    assert.resolves(client.patch(open(at), "test-rg", "widget1"), undefined),
  Azure_ResourceManager_OperationTemplates_OptionalBody_post: (at) =>
    assert.resolves(client.post(open(at), "test-rg", "widget1"), undefined),
  Azure_ResourceManager_OperationTemplates_OptionalBody_providerPost: (at) =>
    assert.resolves(client.providerPost(open(at)), undefined),
  Azure_ResourceManager_OperationTemplates_LroPaging_postPagingLro: (at) =>
    assert.resolves(client.postPagingLro(open(at), "test-rg", "default", fast), {
      value: [
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.OperationTemplates/products/product2",
          name: "product2",
          type: "Azure.ResourceManager.OperationTemplates/products",
          location: "eastus",
          properties: { provisioningState: "Succeeded", productId: "product2" },
        },
      ],
    }),
  Azure_ResourceManager_OperationTemplates_LroPaging_postPagingLroWithBody: (at) =>
    assert.resolves(
      client.postPagingLroWithBody(open(at), "test-rg", "default", { vnetId: "vnet1" }, fast),
      {
        value: [
          {
            id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.OperationTemplates/products/product2",
            name: "product2",
            type: "Azure.ResourceManager.OperationTemplates/products",
            location: "eastus",
            properties: { provisioningState: "Succeeded", productId: "product2" },
          },
        ],
      },
    ),
  Azure_ResourceManager_OperationTemplates_Lro_getLro: (at) =>
    assert.resolves(
      client.getLro(
        open(at),
        "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg",
        "report1",
        fast,
      ),
      undefined,
    ),
  Azure_ResourceManager_OperationTemplates_Paging_postActionPaging: async (at) => {
    await assert.resolves(
      all(
        client.postActionPaging(open(at), "test-rg", "monitor1", {
          body: { filter: "status eq 'active'" },
        }),
      ),
      [
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Compute/virtualMachines/vm1",
          sendingMetrics: true,
        },
      ],
    );
    await assert.resolves(
      client.pagingGet(open(at), "test-rg", "monitor1/postActionPaging/nextPage"),
      {
        value: [
          {
            id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Compute/virtualMachines/vm2",
            sendingMetrics: false,
          },
        ],
      },
    );
  },
  Azure_ResourceManager_OperationTemplates_Paging_markAsPageable: (at) =>
    assert.resolves(client.pagingGet(open(at), "test-rg", "monitor1/collections"), {
      value: [
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.OperationTemplates/monitors/monitor1/collections/collection1",
          name: "collection1",
          type: "Azure.ResourceManager.OperationTemplates/monitors/collections",
          properties: { displayName: "Test Collection" },
        },
        {
          id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.OperationTemplates/monitors/monitor1/collections/collection2",
          name: "collection2",
          type: "Azure.ResourceManager.OperationTemplates/monitors/collections",
          properties: { displayName: "Another Collection" },
        },
      ],
    }),
  Azure_ResourceManager_OperationTemplates_Legacy_routedGet: (at) =>
    assert.resolves(client.routedGet(open(at), "test-rg", "default", "memory"), {
      name: "memory",
      status: "healthy",
    }),
  Azure_ResourceManager_OperationTemplates_Legacy_createOrReplaceOptionalBody: (at) =>
    assert.resolves(client.createOrReplaceOptionalBody(open(at), "test-rg", "default"), undefined),
};
