import * as client from "#emitted/type/model/empty/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createEmptyContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Model_Empty_putEmpty: (at) => assert.nothing(client.putEmpty(open(at), {})),
  Type_Model_Empty_getEmpty: (at) => assert.resolves(client.getEmpty(open(at)), {}),
  Type_Model_Empty_postRoundTripEmpty: (at) =>
    assert.resolves(client.postRoundTripEmpty(open(at), {}), {}),
};
