/** Values that Spector's resource-manager scenarios share. */
export const subscriptionId = "00000000-0000-0000-0000-000000000000";
export const resourceGroup = "test-rg";

/** The path of the resource group, without a leading slash. */
export const resourceGroupPath: string = `subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;

/** The metadata of a resource's creation. */
export const systemData: Readonly<Record<string, unknown>> = {
  createdBy: "AzureSDK",
  createdByType: "User",
  createdAt: new Date("2024-10-04T00:56:07.442Z"),
  lastModifiedBy: "AzureSDK",
  lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
  lastModifiedByType: "User",
};
