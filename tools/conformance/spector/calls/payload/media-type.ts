import * as client from "#emitted/payload/media-type/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createMediaTypeContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Payload_MediaType_StringBody_sendAsText: (at) =>
    assert.nothing(client.stringBodySendAsText(open(at), "{cat}")),
  Payload_MediaType_StringBody_getAsText: (at) =>
    assert.resolves(client.stringBodyGetAsText(open(at)), "{cat}"),
  Payload_MediaType_StringBody_sendAsJson: (at) =>
    assert.nothing(client.stringBodySendAsJson(open(at), "foo")),
  Payload_MediaType_StringBody_getAsJson: (at) =>
    assert.resolves(client.stringBodyGetAsJson(open(at)), "foo"),
};
