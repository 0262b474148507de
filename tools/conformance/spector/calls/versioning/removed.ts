import * as client from "#emitted/versioning/removed/client";
import * as clientV1 from "#emitted/versioning/removed/client-v1";
import * as clientV2preview from "#emitted/versioning/removed/client-v2preview";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createRemovedContext(endpoint, { validateResponses: true });

export const calls: Calls = {
  Versioning_Removed_v2: (at) =>
    assert.resolves(
      client.v2(open(at), { prop: "foo", enumProp: "enumMemberV2", unionProp: "bar" }),
      { prop: "foo", enumProp: "enumMemberV2", unionProp: "bar" },
    ),
  Versioning_Removed_modelV3: ({ endpoint }) =>
    assert.resolves(
      clientV1.modelV3(clientV1.createRemovedContext(endpoint, { validateResponses: true }), {
        id: "123",
        enumProp: "enumMemberV1",
      }),
      { id: "123", enumProp: "enumMemberV1" },
    ),
  Versioning_Removed_modelV3_V2: (at) =>
    assert.resolves(client.modelV3(open(at), { id: "123", enumProp: "enumMemberV1" }), {
      id: "123",
      enumProp: "enumMemberV1",
    }),
  Versioning_Removed_modelV3_V2preview: ({ endpoint }) =>
    assert.resolves(
      clientV2preview.modelV3(
        clientV2preview.createRemovedContext(endpoint, { validateResponses: true }),
        { id: "123" },
      ),
      { id: "123" },
    ),
};
