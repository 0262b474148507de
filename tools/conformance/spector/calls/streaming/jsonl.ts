import * as client from "#emitted/streaming/jsonl/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";
import { all } from "../../paging.ts";

const open = ({ endpoint }: CallContext) =>
  client.createJsonlContext({ validateResponses: true, endpoint });

const values = [{ desc: "one" }, { desc: "two" }, { desc: "three" }];

export const calls: Calls = {
  Streaming_Jsonl_Basic_send: (at) => assert.nothing(client.basicSend(open(at), values)),
  Streaming_Jsonl_Basic_receive: async (at) =>
    assert.deepEqual(await all(await client.basicReceive(open(at))), values),
};
