import * as client from "#emitted/azure/core/traits/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createTraitsContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_Core_Traits_smokeTest: (at) =>
    assert.resolves(
      client.smokeTest(open(at), 1, "123", {
        ifMatch: '"valid"',
        ifNoneMatch: '"invalid"',
        ifUnmodifiedSince: new Date("2022-08-26T14:38:00.000Z"),
        ifModifiedSince: new Date("2021-08-26T14:38:00.000Z"),
        clientRequestId: "86aede1f-96fa-4e7f-b1e1-bf8a947cb804",
      }),
      { id: 1, name: "Madge" },
    ),
  Azure_Core_Traits_repeatableAction: (at) =>
    assert.resolves(
      client.repeatableAction(
        open(at),
        1,
        { userActionValue: "test" },
        {
          repeatabilityRequestId: "86aede1f-96fa-4e7f-b1e1-bf8a947cb804",
          repeatabilityFirstSent: new Date("2023-11-27T11:58:00.000Z"),
        },
      ),
      { userActionResult: "test" },
    ),
};
