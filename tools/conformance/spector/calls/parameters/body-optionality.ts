import * as client from "#emitted/parameters/body-optionality/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) => client.createBodyOptionalityContext(endpoint);

export const calls: Calls = {
  Parameters_BodyOptionality_requiredExplicit: (at) =>
    assert.nothing(client.requiredExplicit(open(at), { name: "foo" })),
  Parameters_BodyOptionality_OptionalExplicit: async (at) => {
    await assert.nothing(client.set(open(at), { body: { name: "foo" } }));
    await assert.nothing(client.omit(open(at)));
  },
  Parameters_BodyOptionality_requiredImplicit: (at) =>
    assert.nothing(client.requiredImplicit(open(at), "foo")),
};
