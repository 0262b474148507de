import * as client from "#emitted/azure/encode/duration/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createDurationContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_Encode_Duration_durationConstant: (at) =>
    assert.nothing(client.durationConstant(open(at), { input: "1.02:59:59.5000000" })),
};
