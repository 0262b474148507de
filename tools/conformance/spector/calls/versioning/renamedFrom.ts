import * as client from "#emitted/versioning/renamedFrom/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createRenamedFromContext(endpoint, { validateResponses: true });

export const calls: Calls = {
  Versioning_RenamedFrom_newOp: (at) =>
    assert.resolves(
      client.newOp(open(at), "bar", { newProp: "foo", enumProp: "newEnumMember", unionProp: 10 }),
      { newProp: "foo", enumProp: "newEnumMember", unionProp: 10 },
    ),
  Versioning_RenamedFrom_NewInterface: (at) =>
    assert.resolves(
      client.newInterfaceNewOpInNewInterface(open(at), {
        newProp: "foo",
        enumProp: "newEnumMember",
        unionProp: 10,
      }),
      { newProp: "foo", enumProp: "newEnumMember", unionProp: 10 },
    ),
};
