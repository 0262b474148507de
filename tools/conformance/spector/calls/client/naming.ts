import * as client from "#emitted/client/naming/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createNamingContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Client_Naming_Property_client: (at) =>
    assert.nothing(client.propertyClient(open(at), { clientName: true })),
  Client_Naming_Property_language: (at) =>
    assert.nothing(client.propertyLanguage(open(at), { TSName: true })),
  Client_Naming_Property_compatibleWithEncodedName: (at) =>
    assert.nothing(client.propertyCompatibleWithEncodedName(open(at), { clientName: true })),
  Client_Naming_operation: (at) => assert.nothing(client.clientName(open(at))),
  Client_Naming_parameter: (at) => assert.nothing(client.parameter(open(at), "true")),
  Client_Naming_Header_request: (at) => assert.nothing(client.headerRequest(open(at), "true")),
  Client_Naming_Header_response: (at) =>
    assert.resolves(client.headerResponse(open(at)), { clientName: "true" }),
  Client_Naming_Model_client: (at) =>
    assert.nothing(client.modelClientClient(open(at), { defaultName: true })),
  Client_Naming_Model_language: (at) =>
    assert.nothing(client.modelClientLanguage(open(at), { defaultName: true })),
  Client_Naming_UnionEnum_unionEnumName: (at) =>
    assert.nothing(client.unionEnumUnionEnumName(open(at), "value1")),
  Client_Naming_UnionEnum_unionEnumMemberName: (at) =>
    assert.nothing(client.unionEnumUnionEnumMemberName(open(at), "value1")),
};
