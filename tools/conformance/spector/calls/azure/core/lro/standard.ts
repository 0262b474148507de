import * as client from "#emitted/azure/core/lro/standard/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";
import { fast } from "../../../../polling.ts";

const open = ({ endpoint }: CallContext) =>
  client.createStandardContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_Core_Lro_Standard_createOrReplace: (at) =>
    assert.resolves(client.createOrReplace(open(at), "madge", { role: "contributor" }, fast), {
      name: "madge",
      role: "contributor",
    }),
  Azure_Core_Lro_Standard_delete: (at) =>
    assert.nothing(client.standardDelete(open(at), "madge", fast)),
  Azure_Core_Lro_Standard_export: (at) =>
    assert.resolves(client.standardExport(open(at), "madge", "json", fast), {
      name: "madge",
      resourceUri: "/users/madge",
    }),
};
