import * as client from "#emitted/type/model/usage/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createUsageContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Model_Usage_input: (at) =>
    assert.nothing(client.input(open(at), { requiredProp: "example-value" })),
  Type_Model_Usage_output: (at) =>
    assert.resolves(client.output(open(at)), { requiredProp: "example-value" }),
  Type_Model_Usage_inputAndOutput: (at) =>
    assert.resolves(client.inputAndOutput(open(at), { requiredProp: "example-value" }), {
      requiredProp: "example-value",
    }),
};
