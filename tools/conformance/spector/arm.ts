/** Names that Spector's resource-manager scenarios have in common. */
export const subscriptionId = "00000000-0000-0000-0000-000000000000";
export const resourceGroup = "test-rg";

/** Path of the resource group, without a leading slash. */
export const resourceGroupPath: string = `subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;

/** What the service says of a resource's making. */
export const systemData: Readonly<Record<string, unknown>> = {
  createdBy: "AzureSDK",
  createdByType: "User",
  createdAt: new Date("2024-10-04T00:56:07.442Z"),
  lastModifiedBy: "AzureSDK",
  lastModifiedAt: new Date("2024-10-04T00:56:07.442Z"),
  lastModifiedByType: "User",
};
