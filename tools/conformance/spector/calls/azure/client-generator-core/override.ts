import * as client from "#emitted/azure/client-generator-core/override/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createOverrideContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_Override_ReorderParameters_reorder: (at) =>
    assert.nothing(client.reorderParametersReorder(open(at), "param1", "param2")),
  Azure_ClientGenerator_Core_Override_GroupParameters_group: (at) =>
    assert.nothing(client.groupParametersGroup(open(at), { param1: "param1", param2: "param2" })),
  Azure_ClientGenerator_Core_Override_RequireOptionalParameter_requireOptional: (at) =>
    assert.nothing(client.requireOptionalParameterRequireOptional(open(at), "param1", "param2")),
  Azure_ClientGenerator_Core_Override_RemoveOptionalParameter_removeOptional: (at) =>
    assert.nothing(
      client.removeOptionalParameterRemoveOptional(open(at), "param1", { param2: "param2" }),
    ),
};
