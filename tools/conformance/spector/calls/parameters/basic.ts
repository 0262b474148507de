import * as client from "#emitted/parameters/basic/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createBasicContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Parameters_Basic_ExplicitBody_simple: (at) =>
    assert.nothing(client.explicitBodySimple(open(at), { name: "foo" })),
  Parameters_Basic_ImplicitBody_simple: (at) =>
    assert.nothing(client.implicitBodySimple(open(at), "foo")),
};
