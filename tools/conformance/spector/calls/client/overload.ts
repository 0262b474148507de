import * as client from "#emitted/client/overload/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createOverloadContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Client_Overload_list: (at) =>
    assert.resolves(client.list(open(at)), [
      { id: "1", name: "foo", scope: "car" },
      { id: "2", name: "bar", scope: "bike" },
    ]),
  Client_Overload_listByScope: (at) =>
    assert.resolves(client.listByScope(open(at), "car"), [{ id: "1", name: "foo", scope: "car" }]),
};
