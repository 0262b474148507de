import * as client from "#emitted/parameters/body-optionality/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createBodyOptionalityContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Parameters_BodyOptionality_requiredExplicit: (at) =>
    assert.nothing(client.requiredExplicit(open(at), { name: "foo" })),
  Parameters_BodyOptionality_OptionalExplicit: async (at) => {
    await assert.nothing(client.optionalExplicitSet(open(at), { body: { name: "foo" } }));
    await assert.nothing(client.optionalExplicitOmit(open(at)));
  },
  Parameters_BodyOptionality_requiredImplicit: (at) =>
    assert.nothing(client.requiredImplicit(open(at), "foo")),
};
