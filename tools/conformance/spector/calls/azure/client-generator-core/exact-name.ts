import * as client from "#emitted/azure/client-generator-core/exact-name/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createExactNameContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_ExactName_Model: (at) =>
    assert.resolves(client.modelSend(open(at), { name: "test" }), { name: "test" }),
  Azure_ClientGenerator_Core_ExactName_Property: (at) =>
    assert.resolves(client.propertySend(open(at), { _myName: "test" }), { _myName: "test" }),
  Azure_ClientGenerator_Core_ExactName_EnumValue: (at) =>
    assert.resolves(client.enumValueSend(open(at), { protocol: "a2a" }), { protocol: "a2a" }),
  Azure_ClientGenerator_Core_ExactName_Operation: (at) =>
    assert.nothing(client.operationMyOp(open(at))),
  Azure_ClientGenerator_Core_ExactName_Parameter: (at) =>
    assert.nothing(client.parameterSend(open(at), "hello")),
};
