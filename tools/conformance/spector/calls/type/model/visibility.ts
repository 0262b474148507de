import * as client from "#emitted/type/model/visibility/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createVisibilityContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Model_Visibility_putReadOnlyModel: (at) =>
    assert.resolves(client.putReadOnlyModel(open(at), {}), {
      optionalNullableIntList: [1, 2, 3],
      optionalStringRecord: { k1: "value1", k2: "value2" },
    }),
  Type_Model_Visibility_headModel: (at) =>
    assert.nothing(client.headModel(open(at), { queryProp: 123 })),
  Type_Model_Visibility_getModel: (at) =>
    assert.resolves(client.getModel(open(at), { queryProp: 123 }), { readProp: "abc" }),
  Type_Model_Visibility_putModel: (at) =>
    assert.nothing(client.putModel(open(at), { createProp: ["foo", "bar"], updateProp: [1, 2] })),
  Type_Model_Visibility_patchModel: (at) =>
    assert.nothing(client.patchModel(open(at), { updateProp: [1, 2] })),
  Type_Model_Visibility_postModel: (at) =>
    assert.nothing(client.postModel(open(at), { createProp: ["foo", "bar"] })),
  Type_Model_Visibility_deleteModel: (at) =>
    assert.nothing(client.deleteModel(open(at), { deleteProp: true })),
};
