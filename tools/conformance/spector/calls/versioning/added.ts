import * as client from "#emitted/versioning/added/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createAddedContext(endpoint, { validateResponses: true });

export const calls: Calls = {
  Versioning_Added_v1: (at) =>
    assert.resolves(
      client.v1(open(at), "bar", { prop: "foo", enumProp: "enumMemberV2", unionProp: 10 }),
      { prop: "foo", enumProp: "enumMemberV2", unionProp: 10 },
    ),
  Versioning_Added_v2: (at) =>
    assert.resolves(
      client.v2(open(at), { prop: "foo", enumProp: "enumMember", unionProp: "bar" }),
      { prop: "foo", enumProp: "enumMember", unionProp: "bar" },
    ),
  Versioning_Added_InterfaceV2: (at) =>
    assert.resolves(
      client.interfaceV2V2InInterface(open(at), {
        prop: "foo",
        enumProp: "enumMember",
        unionProp: "bar",
      }),
      { prop: "foo", enumProp: "enumMember", unionProp: "bar" },
    ),
};
