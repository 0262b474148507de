import * as client from "#emitted/azure/resource-manager/operation-templates/client";
import { resourceGroup, resourceGroupPath, subscriptionId, systemData } from "../../../arm.ts";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";
import { all } from "../../../paging.ts";
import { fast } from "../../../polling.ts";

const open = ({ endpoint }: CallContext) =>
  client.createOperationTemplatesContext(subscriptionId, scopeToken, {
    validateResponses: true,
    endpoint,
  });

const provider = `/${resourceGroupPath}/providers/Azure.ResourceManager.OperationTemplates`;
const types = "Azure.ResourceManager.OperationTemplates";

const product = (name: string) => ({
  id: `${provider}/products/${name}`,
  name,
  type: `${types}/products`,
  location: "eastus",
  properties: { provisioningState: "Succeeded", productId: name },
});

export const calls: Calls = {
  Azure_ResourceManager_OperationTemplates_Lro_createOrReplace: (at) =>
    assert.resolves(
      client.lroCreateOrReplace(
        open(at),
        resourceGroup,
        "order1",
        { location: "eastus", properties: { productId: "product1", amount: 1 } },
        fast,
      ),
      {
        id: `${provider}/orders/order1`,
        name: "order1",
        type: "Azure.ResourceManager.Resources/orders",
        location: "eastus",
        properties: { provisioningState: "Succeeded", productId: "product1", amount: 1 },
        systemData,
      },
    ),
  Azure_ResourceManager_OperationTemplates_Lro_export: (at) =>
    assert.resolves(client.lroExport(open(at), resourceGroup, "order1", { format: "csv" }, fast), {
      content: "order1,product1,1",
    }),
  Azure_ResourceManager_OperationTemplates_Lro_delete: (at) =>
    assert.nothing(client.lroDelete(open(at), resourceGroup, "order1", fast)),
  Azure_ResourceManager_OperationTemplates_Lro_exportArray: (at) =>
    assert.resolves(client.lroExportArray(open(at), { format: "csv" }, fast), [
      { content: "order1,product1,1" },
      { content: "order2,product2,2" },
    ]),
  Azure_ResourceManager_OperationTemplates_Lro_getLro: (at) =>
    assert.resolves(client.lroGetLro(open(at), resourceGroupPath, "report1", fast), {
      id: `${provider}/costReports/report1`,
      name: "report1",
      type: `${types}/costReports`,
      properties: {
        downloadUrl: "https://storage.blob.core.windows.net/reports/report1.csv",
        provisioningState: "Succeeded",
      },
      systemData,
    }),
  // The first page is the result of a long-running operation. The others are fetched as in any list.
  Azure_ResourceManager_OperationTemplates_LroPaging_postPagingLro: (at) =>
    assert.resolves(all(client.lroPagingPostPagingLro(open(at), resourceGroup, "default", fast)), [
      product("product1"),
      product("product2"),
    ]),
  Azure_ResourceManager_OperationTemplates_LroPaging_postPagingLroWithBody: (at) =>
    assert.resolves(
      all(
        client.lroPagingPostPagingLroWithBody(
          open(at),
          resourceGroup,
          "default",
          { vnetId: "vnet1" },
          fast,
        ),
      ),
      [product("product1"), product("product2")],
    ),
};
