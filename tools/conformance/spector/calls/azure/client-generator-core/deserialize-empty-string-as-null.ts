import * as client from "#emitted/azure/client-generator-core/deserialize-empty-string-as-null/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createDeserializeEmptyStringAsNullContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_DeserializeEmptyStringAsNull_get: (at) =>
    assert.resolves(client.get(open(at)), { sampleUrl: "" }),
};
