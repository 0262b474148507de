import * as client from "#emitted/azure/client-generator-core/client-default-value/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createClientDefaultValueContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_ClientDefaultValue_putModelProperty: (at) =>
    assert.resolves(
      client.putModelProperty(open(at), {
        name: "test",
        timeout: 30,
        tier: "standard",
        retry: true,
      }),
      { name: "test", timeout: 30, tier: "standard", retry: true },
    ),
  Azure_ClientGenerator_Core_ClientDefaultValue_getOperationParameter: (at) =>
    assert.nothing(
      client.getOperationParameter(open(at), "test", { pageSize: 10, format: "json" }),
    ),
  Azure_ClientGenerator_Core_ClientDefaultValue_getPathParameter: (at) =>
    assert.nothing(client.getPathParameter(open(at), "segment2", { segment1: "default-segment1" })),
  Azure_ClientGenerator_Core_ClientDefaultValue_getHeaderParameter: (at) =>
    assert.nothing(
      client.getHeaderParameter(open(at), {
        accept: "application/json;odata.metadata=none",
        customHeader: "default-value",
      }),
    ),
};
