import * as client from "#emitted/encode/array/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createArrayContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Encode_Array_Property_commaDelimited: (at) =>
    assert.resolves(client.propertyCommaDelimited(open(at), { value: ["blue", "red", "green"] }), {
      value: ["blue", "red", "green"],
    }),
  Encode_Array_Property_spaceDelimited: (at) =>
    assert.resolves(client.propertySpaceDelimited(open(at), { value: ["blue", "red", "green"] }), {
      value: ["blue", "red", "green"],
    }),
  Encode_Array_Property_pipeDelimited: (at) =>
    assert.resolves(client.propertyPipeDelimited(open(at), { value: ["blue", "red", "green"] }), {
      value: ["blue", "red", "green"],
    }),
  Encode_Array_Property_newlineDelimited: (at) =>
    assert.resolves(
      client.propertyNewlineDelimited(open(at), { value: ["blue", "red", "green"] }),
      {
        value: ["blue", "red", "green"],
      },
    ),
  Encode_Array_Property_enumCommaDelimited: (at) =>
    assert.resolves(
      client.propertyEnumCommaDelimited(open(at), { value: ["blue", "red", "green"] }),
      {
        value: ["blue", "red", "green"],
      },
    ),
  Encode_Array_Property_enumSpaceDelimited: (at) =>
    assert.resolves(
      client.propertyEnumSpaceDelimited(open(at), { value: ["blue", "red", "green"] }),
      {
        value: ["blue", "red", "green"],
      },
    ),
  Encode_Array_Property_enumPipeDelimited: (at) =>
    assert.resolves(
      client.propertyEnumPipeDelimited(open(at), { value: ["blue", "red", "green"] }),
      {
        value: ["blue", "red", "green"],
      },
    ),
  Encode_Array_Property_enumNewlineDelimited: (at) =>
    assert.resolves(
      client.propertyEnumNewlineDelimited(open(at), { value: ["blue", "red", "green"] }),
      {
        value: ["blue", "red", "green"],
      },
    ),
  Encode_Array_Property_extensibleEnumCommaDelimited: (at) =>
    assert.resolves(
      client.propertyExtensibleEnumCommaDelimited(open(at), { value: ["blue", "red", "green"] }),
      { value: ["blue", "red", "green"] },
    ),
  Encode_Array_Property_extensibleEnumSpaceDelimited: (at) =>
    assert.resolves(
      client.propertyExtensibleEnumSpaceDelimited(open(at), { value: ["blue", "red", "green"] }),
      { value: ["blue", "red", "green"] },
    ),
  Encode_Array_Property_extensibleEnumPipeDelimited: (at) =>
    assert.resolves(
      client.propertyExtensibleEnumPipeDelimited(open(at), { value: ["blue", "red", "green"] }),
      { value: ["blue", "red", "green"] },
    ),
  Encode_Array_Property_extensibleEnumNewlineDelimited: (at) =>
    assert.resolves(
      client.propertyExtensibleEnumNewlineDelimited(open(at), { value: ["blue", "red", "green"] }),
      { value: ["blue", "red", "green"] },
    ),
};
