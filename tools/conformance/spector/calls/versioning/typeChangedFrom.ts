import * as client from "#emitted/versioning/typeChangedFrom/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createTypeChangedFromContext(endpoint, { validateResponses: true });

export const calls: Calls = {
  Versioning_TypeChangedFrom_test: (at) =>
    assert.resolves(client.test(open(at), "baz", { prop: "foo", changedProp: "bar" }), {
      prop: "foo",
      changedProp: "bar",
    }),
};
