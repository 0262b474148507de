import * as client from "#emitted/encode/array/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) => client.createArrayContext(endpoint);

export const calls: Calls = {
  Encode_Array_Property_commaDelimited: (at) =>
    assert.resolves(client.commaDelimited(open(at), { value: ["blue", "red", "green"] }), {
      value: ["blue", "red", "green"],
    }),
  Encode_Array_Property_spaceDelimited: (at) =>
    assert.resolves(client.spaceDelimited(open(at), { value: ["blue", "red", "green"] }), {
      value: ["blue", "red", "green"],
    }),
  Encode_Array_Property_pipeDelimited: (at) =>
    assert.resolves(client.pipeDelimited(open(at), { value: ["blue", "red", "green"] }), {
      value: ["blue", "red", "green"],
    }),
  Encode_Array_Property_newlineDelimited: (at) =>
    assert.resolves(client.newlineDelimited(open(at), { value: ["blue", "red", "green"] }), {
      value: ["blue", "red", "green"],
    }),
  Encode_Array_Property_enumCommaDelimited: (at) =>
    assert.resolves(client.enumCommaDelimited(open(at), { value: ["blue", "red", "green"] }), {
      value: ["blue", "red", "green"],
    }),
  Encode_Array_Property_enumSpaceDelimited: (at) =>
    assert.resolves(client.enumSpaceDelimited(open(at), { value: ["blue", "red", "green"] }), {
      value: ["blue", "red", "green"],
    }),
  Encode_Array_Property_enumPipeDelimited: (at) =>
    assert.resolves(client.enumPipeDelimited(open(at), { value: ["blue", "red", "green"] }), {
      value: ["blue", "red", "green"],
    }),
  Encode_Array_Property_enumNewlineDelimited: (at) =>
    assert.resolves(client.enumNewlineDelimited(open(at), { value: ["blue", "red", "green"] }), {
      value: ["blue", "red", "green"],
    }),
  Encode_Array_Property_extensibleEnumCommaDelimited: (at) =>
    assert.resolves(
      client.extensibleEnumCommaDelimited(open(at), { value: ["blue", "red", "green"] }),
      { value: ["blue", "red", "green"] },
    ),
  Encode_Array_Property_extensibleEnumSpaceDelimited: (at) =>
    assert.resolves(
      client.extensibleEnumSpaceDelimited(open(at), { value: ["blue", "red", "green"] }),
      { value: ["blue", "red", "green"] },
    ),
  Encode_Array_Property_extensibleEnumPipeDelimited: (at) =>
    assert.resolves(
      client.extensibleEnumPipeDelimited(open(at), { value: ["blue", "red", "green"] }),
      { value: ["blue", "red", "green"] },
    ),
  Encode_Array_Property_extensibleEnumNewlineDelimited: (at) =>
    assert.resolves(
      client.extensibleEnumNewlineDelimited(open(at), { value: ["blue", "red", "green"] }),
      { value: ["blue", "red", "green"] },
    ),
};
