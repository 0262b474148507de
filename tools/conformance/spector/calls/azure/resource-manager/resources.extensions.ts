import * as client from "#emitted/azure/resource-manager/resources/client";
import { resourceGroupPath, subscriptionId, systemData } from "../../../arm.ts";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";
import { all } from "../../../paging.ts";
import { fast } from "../../../polling.ts";

const open = ({ endpoint }: CallContext) =>
  client.createResourcesContext(subscriptionId, scopeToken, { validateResponses: true, endpoint });

const types = "Azure.ResourceManager.Resources";

/** The scopes of an extension: the tenant, a subscription, a resource group, a resource. */
const scopes = [
  "",
  `subscriptions/${subscriptionId}`,
  resourceGroupPath,
  `${resourceGroupPath}/providers/${types}/topLevelTrackedResources/top`,
];

const extension = (scope: string, description: string) => ({
  id: `${scope === "" ? "" : "/"}${scope}/providers/${types}/extensionsResources/extension`,
  name: "extension",
  type: `${types}/extensionsResources`,
  properties: { description, provisioningState: "Succeeded" },
  systemData,
});

export const calls: Calls = {
  Azure_ResourceManager_Resources_ExtensionsResources_get: async (at) => {
    for (const scope of scopes) {
      await assert.resolves(
        client.extensionsResourcesGet(open(at), scope, "extension"),
        extension(scope, "valid"),
      );
    }
  },
  Azure_ResourceManager_Resources_ExtensionsResources_createOrUpdate: async (at) => {
    for (const scope of scopes) {
      const body = { properties: { description: "valid" } };
      await assert.resolves(
        client.extensionsResourcesCreateOrUpdate(open(at), scope, "extension", body, fast),
        extension(scope, "valid"),
      );
    }
  },
  Azure_ResourceManager_Resources_ExtensionsResources_update: async (at) => {
    for (const scope of scopes) {
      const body = { properties: { description: "valid2" } };
      await assert.resolves(
        client.extensionsResourcesUpdate(open(at), scope, "extension", body),
        extension(scope, "valid2"),
      );
    }
  },
  Azure_ResourceManager_Resources_ExtensionsResources_delete: async (at) => {
    for (const scope of scopes) {
      await assert.nothing(client.extensionsResourcesDelete(open(at), scope, "extension"));
    }
  },
  Azure_ResourceManager_Resources_ExtensionsResources_listByScope: async (at) => {
    for (const scope of scopes) {
      await assert.resolves(all(client.extensionsResourcesListByScope(open(at), scope)), [
        extension(scope, "valid"),
      ]);
    }
  },
};
