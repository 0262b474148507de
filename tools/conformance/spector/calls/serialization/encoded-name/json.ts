import * as client from "#emitted/serialization/encoded-name/json/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createJsonContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Serialization_EncodedName_Json_Property_send: (at) =>
    assert.nothing(client.propertySend(open(at), { defaultName: true })),
  Serialization_EncodedName_Json_Property_get: (at) =>
    assert.resolves(client.propertyGet(open(at)), { defaultName: true }),
};
