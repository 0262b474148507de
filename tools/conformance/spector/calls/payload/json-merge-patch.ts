import * as client from "#emitted/payload/json-merge-patch/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createJsonMergePatchContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Payload_JsonMergePatch_createResource: (at) =>
    assert.resolves(
      client.createResource(open(at), {
        name: "Madge",
        description: "desc",
        map: { key: { name: "InnerMadge", description: "innerDesc" } },
        array: [{ name: "InnerMadge", description: "innerDesc" }],
        intValue: 1,
        floatValue: 1.25,
        innerModel: { name: "InnerMadge", description: "innerDesc" },
        intArray: [1, 2, 3],
      }),
      {
        name: "Madge",
        description: "desc",
        map: { key: { name: "InnerMadge", description: "innerDesc" } },
        array: [{ name: "InnerMadge", description: "innerDesc" }],
        intValue: 1,
        floatValue: 1.25,
        innerModel: { name: "InnerMadge", description: "innerDesc" },
        intArray: [1, 2, 3],
      },
    ),
  Payload_JsonMergePatch_updateResource: (at) =>
    assert.resolves(
      client.updateResource(open(at), {
        description: null,
        map: { key: { description: null }, key2: null },
        array: null,
        intValue: null,
        floatValue: null,
        innerModel: null,
        intArray: null,
      }),
      { name: "Madge", map: { key: { name: "InnerMadge" } } },
    ),
  Payload_JsonMergePatch_updateOptionalResource: (at) =>
    assert.resolves(
      client.updateOptionalResource(open(at), {
        body: {
          description: null,
          map: { key: { description: null }, key2: null },
          array: null,
          intValue: null,
          floatValue: null,
          innerModel: null,
          intArray: null,
        },
      }),
      { name: "Madge", map: { key: { name: "InnerMadge" } } },
    ),
};
