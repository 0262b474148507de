import * as client from "#emitted/versioning/returnTypeChangedFrom/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createReturnTypeChangedFromContext(endpoint, { validateResponses: true });

export const calls: Calls = {
  Versioning_ReturnTypeChangedFrom_test: (at) =>
    assert.resolves(client.test(open(at), "test"), "test"),
};
