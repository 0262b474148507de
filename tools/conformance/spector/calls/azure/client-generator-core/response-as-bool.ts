import * as client from "#emitted/azure/client-generator-core/response-as-bool/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createResponseAsBoolContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_ResponseAsBool_HeadAsBoolean_exists: (at) =>
    assert.resolves(client.headAsBooleanExists(open(at)), true),
  Azure_ClientGenerator_Core_ResponseAsBool_HeadAsBoolean_notExists: (at) =>
    assert.resolves(client.headAsBooleanNotExists(open(at)), false),
};
