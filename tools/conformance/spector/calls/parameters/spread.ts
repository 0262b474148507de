import * as client from "#emitted/parameters/spread/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createSpreadContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Parameters_Spread_Model_spreadAsRequestBody: (at) =>
    assert.nothing(client.modelSpreadAsRequestBody(open(at), "foo")),
  Parameters_Spread_Model_spreadCompositeRequestOnlyWithBody: (at) =>
    assert.nothing(client.modelSpreadCompositeRequestOnlyWithBody(open(at), { name: "foo" })),
  Parameters_Spread_Model_spreadCompositeRequestWithoutBody: (at) =>
    assert.nothing(client.modelSpreadCompositeRequestWithoutBody(open(at), "foo", "bar")),
  Parameters_Spread_Model_spreadCompositeRequest: (at) =>
    assert.nothing(client.modelSpreadCompositeRequest(open(at), "foo", "bar", { name: "foo" })),
  Parameters_Spread_Model_spreadCompositeRequestMix: (at) =>
    assert.nothing(client.modelSpreadCompositeRequestMix(open(at), "foo", "bar", "foo")),
  Parameters_Spread_Alias_spreadAsRequestBody: (at) =>
    assert.nothing(client.aliasSpreadAsRequestBody(open(at), "foo")),
  Parameters_Spread_Alias_spreadAsRequestParameter: (at) =>
    assert.nothing(client.aliasSpreadAsRequestParameter(open(at), "1", "bar", "foo")),
  Parameters_Spread_Alias_spreadWithMultipleParameters: (at) =>
    assert.nothing(
      client.aliasSpreadWithMultipleParameters(open(at), "1", "bar", "foo", [1, 2], {
        optionalInt: 1,
        optionalStringList: ["foo", "bar"],
      }),
    ),
  Parameters_Spread_Alias_spreadParameterWithInnerModel: (at) =>
    assert.nothing(client.aliasSpreadParameterWithInnerModel(open(at), "1", "bar", "foo")),
  Parameters_Spread_Alias_spreadParameterWithInnerAlias: (at) =>
    assert.nothing(client.aliasSpreadParameterWithInnerAlias(open(at), "1", "bar", "foo", 1)),
};
