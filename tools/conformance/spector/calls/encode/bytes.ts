import * as client from "#emitted/encode/bytes/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";
import { bytesOf, png, utf8 } from "../../values.ts";

const open = ({ endpoint }: CallContext) =>
  client.createBytesContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Encode_Bytes_Query_default: (at) => assert.nothing(client.queryDefault(open(at), utf8("test"))),
  Encode_Bytes_Query_base64: (at) => assert.nothing(client.queryBase64(open(at), utf8("test"))),
  Encode_Bytes_Query_base64url: (at) =>
    assert.nothing(client.queryBase64url(open(at), utf8("test"))),
  Encode_Bytes_Query_base64urlArray: (at) =>
    assert.nothing(client.queryBase64urlArray(open(at), [utf8("test"), utf8("test")])),
  Encode_Bytes_Property_default: (at) =>
    assert.resolves(client.propertyDefault(open(at), { value: utf8("test") }), {
      value: utf8("test"),
    }),
  Encode_Bytes_Property_base64: (at) =>
    assert.resolves(client.propertyBase64(open(at), { value: utf8("test") }), {
      value: utf8("test"),
    }),
  Encode_Bytes_Property_base64url: (at) =>
    assert.resolves(client.propertyBase64url(open(at), { value: utf8("test") }), {
      value: utf8("test"),
    }),
  Encode_Bytes_Property_base64urlArray: (at) =>
    assert.resolves(
      client.propertyBase64urlArray(open(at), { value: [utf8("test"), utf8("test")] }),
      { value: [utf8("test"), utf8("test")] },
    ),
  Encode_Bytes_Header_default: (at) => assert.nothing(client.headerDefault(open(at), utf8("test"))),
  Encode_Bytes_Header_base64: (at) => assert.nothing(client.headerBase64(open(at), utf8("test"))),
  Encode_Bytes_Header_base64url: (at) =>
    assert.nothing(client.headerBase64url(open(at), utf8("test"))),
  Encode_Bytes_Header_base64urlArray: (at) =>
    assert.nothing(client.headerBase64urlArray(open(at), [utf8("test"), utf8("test")])),
  Encode_Bytes_RequestBody_default: (at) =>
    assert.nothing(client.requestBodyDefault(open(at), png)),
  Encode_Bytes_RequestBody_base64: (at) =>
    assert.nothing(client.requestBodyBase64(open(at), utf8("test"))),
  Encode_Bytes_RequestBody_base64url: (at) =>
    assert.nothing(client.requestBodyBase64url(open(at), utf8("test"))),
  Encode_Bytes_RequestBody_customContentType: (at) =>
    assert.nothing(client.requestBodyCustomContentType(open(at), png)),
  Encode_Bytes_RequestBody_octetStream: (at) =>
    assert.nothing(client.requestBodyOctetStream(open(at), png)),
  Encode_Bytes_ResponseBody_default: (at) =>
    assert.resolves(bytesOf(client.responseBodyDefault(open(at))), png),
  Encode_Bytes_ResponseBody_base64: (at) =>
    assert.resolves(client.responseBodyBase64(open(at)), utf8("test")),
  Encode_Bytes_ResponseBody_base64url: (at) =>
    assert.resolves(client.responseBodyBase64url(open(at)), utf8("test")),
  Encode_Bytes_ResponseBody_customContentType: (at) =>
    assert.resolves(bytesOf(client.responseBodyCustomContentType(open(at))), png),
  Encode_Bytes_ResponseBody_octetStream: (at) =>
    assert.resolves(bytesOf(client.responseBodyOctetStream(open(at))), png),
};
