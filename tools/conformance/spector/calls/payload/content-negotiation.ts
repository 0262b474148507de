import * as client from "#emitted/payload/content-negotiation/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";
import { bytesOf, jpg, png } from "../../values.ts";

const open = ({ endpoint }: CallContext) =>
  client.createContentNegotiationContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Payload_ContentNegotiation_SameBody: async (at) => {
    assert.deepEqual(await bytesOf(client.sameBodyGetAvatarAsPng(open(at))), png);
    assert.deepEqual(await bytesOf(client.sameBodyGetAvatarAsJpeg(open(at))), jpg);
  },
  Payload_ContentNegotiation_DifferentBody: async (at) => {
    assert.deepEqual(await bytesOf(client.differentBodyGetAvatarAsPng(open(at))), png);
    assert.deepEqual((await client.differentBodyGetAvatarAsJson(open(at))).content, png);
  },
};
