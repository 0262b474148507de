import * as client from "#emitted/azure/resource-manager/resources/client";
import { resourceGroup, resourceGroupPath, subscriptionId, systemData } from "../../../arm.ts";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";
import { all } from "../../../paging.ts";
import { fast } from "../../../polling.ts";

const open = ({ endpoint }: CallContext) =>
  client.createResourcesContext(subscriptionId, scopeToken, { validateResponses: true, endpoint });

const provider = `/${resourceGroupPath}/providers/Azure.ResourceManager.Resources`;
const types = "Azure.ResourceManager.Resources";

const location = (description: string) => ({
  id: `/subscriptions/${subscriptionId}/providers/${types}/locations/eastus/locationResources/resource`,
  name: "resource",
  type: `${types}/locationResources`,
  properties: { description, provisioningState: "Succeeded" },
  systemData,
});

const singleton = (description: string) => ({
  id: `${provider}/singletonTrackedResources/default`,
  name: "default",
  type: `${types}/singletonTrackedResources`,
  location: "eastus",
  properties: { description, provisioningState: "Succeeded" },
  systemData,
});

const top = (description: string) => ({
  id: `${provider}/topLevelTrackedResources/top`,
  name: "top",
  type: `${types}/topLevelTrackedResources`,
  location: "eastus",
  properties: { description, provisioningState: "Succeeded" },
  systemData,
});

const nested = (description: string) => ({
  id: `${provider}/topLevelTrackedResources/top/nestedProxyResources/nested`,
  name: "nested",
  type: `${types}/topLevelTrackedResources/top/nestedProxyResources`,
  properties: { description, provisioningState: "Succeeded" },
  systemData,
});

const valid = { properties: { description: "valid" } };
const valid2 = { properties: { description: "valid2" } };

export const calls: Calls = {
  Azure_ResourceManager_Resources_LocationResources_get: (at) =>
    assert.resolves(client.locationResourcesGet(open(at), "eastus", "resource"), location("valid")),
  Azure_ResourceManager_Resources_LocationResources_createOrUpdate: (at) =>
    assert.resolves(
      client.locationResourcesCreateOrUpdate(open(at), "eastus", "resource", valid),
      location("valid"),
    ),
  Azure_ResourceManager_Resources_LocationResources_update: (at) =>
    assert.resolves(
      client.locationResourcesUpdate(open(at), "eastus", "resource", valid2),
      location("valid2"),
    ),
  Azure_ResourceManager_Resources_LocationResources_delete: (at) =>
    assert.nothing(client.locationResourcesDelete(open(at), "eastus", "resource")),
  Azure_ResourceManager_Resources_LocationResources_listByLocation: (at) =>
    assert.resolves(all(client.locationResourcesListByLocation(open(at), "eastus")), [
      location("valid"),
    ]),
  Azure_ResourceManager_Resources_Singleton_getByResourceGroup: (at) =>
    assert.resolves(
      client.singletonGetByResourceGroup(open(at), resourceGroup),
      singleton("valid"),
    ),
  Azure_ResourceManager_Resources_Singleton_createOrUpdate: (at) =>
    assert.resolves(
      client.singletonCreateOrUpdate(
        open(at),
        resourceGroup,
        { location: "eastus", ...valid },
        fast,
      ),
      singleton("valid"),
    ),
  Azure_ResourceManager_Resources_Singleton_update: (at) =>
    assert.resolves(client.singletonUpdate(open(at), resourceGroup, valid2), singleton("valid2")),
  Azure_ResourceManager_Resources_Singleton_listByResourceGroup: (at) =>
    assert.resolves(all(client.singletonListByResourceGroup(open(at), resourceGroup)), [
      singleton("valid"),
    ]),
  Azure_ResourceManager_Resources_TopLevel_actionSync: (at) =>
    assert.nothing(
      client.topLevelActionSync(open(at), resourceGroup, "top", {
        message: "Resource action at top level.",
        urgent: true,
      }),
    ),
  Azure_ResourceManager_Resources_TopLevel_get: (at) =>
    assert.resolves(client.topLevelGet(open(at), resourceGroup, "top"), top("valid")),
  Azure_ResourceManager_Resources_TopLevel_createOrReplace: (at) =>
    assert.resolves(
      client.topLevelCreateOrReplace(
        open(at),
        resourceGroup,
        "top",
        { location: "eastus", ...valid },
        fast,
      ),
      top("valid"),
    ),
  Azure_ResourceManager_Resources_TopLevel_update: (at) =>
    assert.resolves(
      client.topLevelUpdate(open(at), resourceGroup, "top", valid2, fast),
      top("valid2"),
    ),
  Azure_ResourceManager_Resources_TopLevel_delete: (at) =>
    assert.nothing(client.topLevelDelete(open(at), resourceGroup, "top", fast)),
  Azure_ResourceManager_Resources_TopLevel_listByResourceGroup: (at) =>
    assert.resolves(all(client.topLevelListByResourceGroup(open(at), resourceGroup)), [
      top("valid"),
    ]),
  Azure_ResourceManager_Resources_TopLevel_listBySubscription: (at) =>
    assert.resolves(all(client.topLevelListBySubscription(open(at))), [top("valid")]),
  Azure_ResourceManager_Resources_Nested_get: (at) =>
    assert.resolves(client.nestedGet(open(at), resourceGroup, "top", "nested"), nested("valid")),
  Azure_ResourceManager_Resources_Nested_createOrReplace: (at) =>
    assert.resolves(
      client.nestedCreateOrReplace(open(at), resourceGroup, "top", "nested", valid, fast),
      nested("valid"),
    ),
  Azure_ResourceManager_Resources_Nested_update: (at) =>
    assert.resolves(
      client.nestedUpdate(open(at), resourceGroup, "top", "nested", valid2, fast),
      nested("valid2"),
    ),
  Azure_ResourceManager_Resources_Nested_delete: (at) =>
    assert.nothing(client.nestedDelete(open(at), resourceGroup, "top", "nested", fast)),
  Azure_ResourceManager_Resources_Nested_listByTopLevelTrackedResource: (at) =>
    assert.resolves(
      all(client.nestedListByTopLevelTrackedResource(open(at), resourceGroup, "top")),
      [nested("valid")],
    ),
};
