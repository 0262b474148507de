import * as client from "#emitted/azure/resource-manager/multi-service/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";
import { fast } from "../../../polling.ts";

const open = ({ endpoint }: CallContext) =>
  client.createCombinedContext("00000000-0000-0000-0000-000000000000", scopeToken, {
    validateResponses: true,
    endpoint,
  });

export const calls: Calls = {
  Azure_ResourceManager_MultiService_Compute_VirtualMachines_get: (at) =>
    assert.resolves(client.virtualMachinesGet(open(at), "test-rg", "vm1"), {
      id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Compute/virtualMachines/vm1",
      name: "vm1",
      type: "Microsoft.Compute/virtualMachines",
      location: "eastus",
      properties: { provisioningState: "Succeeded" },
    }),
  Azure_ResourceManager_MultiService_Compute_VirtualMachines_createOrUpdate: (at) =>
    assert.resolves(
      client.virtualMachinesCreateOrUpdate(
        open(at),
        "test-rg",
        "vm1",
        { location: "eastus", properties: {} },
        fast,
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Compute/virtualMachines/vm1",
        name: "vm1",
        type: "Microsoft.Compute/virtualMachines",
        location: "eastus",
        properties: { provisioningState: "Succeeded" },
      },
    ),
  Azure_ResourceManager_MultiService_ComputeDisk_Disks_get: (at) =>
    assert.resolves(client.disksGet(open(at), "test-rg", "disk1"), {
      id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Compute/disks/disk1",
      name: "disk1",
      type: "Microsoft.Compute/disks",
      location: "eastus",
      properties: { provisioningState: "Succeeded" },
    }),
  Azure_ResourceManager_MultiService_ComputeDisk_Disks_createOrUpdate: (at) =>
    assert.resolves(
      client.disksCreateOrUpdate(
        open(at),
        "test-rg",
        "disk1",
        { location: "eastus", properties: {} },
        fast,
      ),
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.Compute/disks/disk1",
        name: "disk1",
        type: "Microsoft.Compute/disks",
        location: "eastus",
        properties: { provisioningState: "Succeeded" },
      },
    ),
};
