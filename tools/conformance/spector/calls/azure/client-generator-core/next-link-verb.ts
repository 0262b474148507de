import * as client from "#emitted/azure/client-generator-core/next-link-verb/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { all } from "../../../paging.ts";

const open = ({ endpoint }: CallContext) =>
  client.createNextLinkVerbContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_NextLinkVerb_listItems: (at) =>
    assert.resolves(all(client.listItems(open(at))), [{ id: "test1" }, { id: "test2" }]),
};
