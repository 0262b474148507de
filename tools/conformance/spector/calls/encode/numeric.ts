import * as client from "#emitted/encode/numeric/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createNumericContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Encode_Numeric_Property_safeintAsString: (at) =>
    assert.resolves(client.propertySafeintAsString(open(at), { value: 10000000000 }), {
      value: 10000000000,
    }),
  Encode_Numeric_Property_uint32AsStringOptional: (at) =>
    assert.resolves(client.propertyUint32AsStringOptional(open(at), { value: 1 }), { value: 1 }),
  Encode_Numeric_Property_uint8AsString: (at) =>
    assert.resolves(client.propertyUint8AsString(open(at), { value: 255 }), { value: 255 }),
};
