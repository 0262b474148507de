import * as client from "#emitted/azure/example/basic/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createAzureExampleContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_Example_Basic: (at) =>
    assert.resolves(
      client.basicAction(open(at), "query", "header", {
        stringProperty: "text",
        modelProperty: { int32Property: 1, float32Property: 1.5, enumProperty: "EnumValue1" },
        arrayProperty: ["item"],
        recordProperty: { record: "value" },
      }),
      { stringProperty: "text" },
    ),
};
