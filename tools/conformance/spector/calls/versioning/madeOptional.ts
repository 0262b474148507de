import * as client from "#emitted/versioning/madeOptional/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createMadeOptionalContext(endpoint, { validateResponses: true });

export const calls: Calls = {
  Versioning_MadeOptional_test: (at) =>
    assert.resolves(client.test(open(at), { prop: "foo" }), { prop: "foo" }),
};
