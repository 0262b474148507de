import * as client from "#emitted/encode/boolean/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createBooleanContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Encode_Boolean_Property_trueLower: (at) =>
    assert.resolves(client.propertyTrueLower(open(at), { value: true }), { value: true }),
  Encode_Boolean_Property_falseLower: (at) =>
    assert.resolves(client.propertyFalseLower(open(at), { value: false }), { value: false }),
  Encode_Boolean_Property_trueUpper: (at) =>
    assert.resolves(client.propertyTrueUpper(open(at), { value: true }), { value: true }),
  Encode_Boolean_Property_falseMixed: (at) =>
    assert.resolves(client.propertyFalseMixed(open(at), { value: false }), { value: false }),
};
