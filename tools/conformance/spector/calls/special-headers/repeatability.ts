import * as client from "#emitted/special-headers/repeatability/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createRepeatabilityContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  SpecialHeaders_Repeatability_immediateSuccess: (at) =>
    assert.resolves(
      client.immediateSuccess(open(at), {
        repeatabilityRequestID: "2378d9bc-1726-11ee-be56-0242ac120002",
        repeatabilityFirstSent: new Date("2022-11-15T12:45:26.000Z"),
      }),
      { repeatabilityResult: "accepted" },
    ),
};
