import * as client from "#emitted/azure/payload/pageable/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { all } from "../../../paging.ts";

const open = ({ endpoint }: CallContext) =>
  client.createPageableContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_Payload_Pageable_list: (at) =>
    assert.resolves(all(client.list(open(at), { maxpagesize: 3 })), [
      { name: "user5" },
      { name: "user6" },
      { name: "user7" },
      { name: "user8" },
    ]),
};
