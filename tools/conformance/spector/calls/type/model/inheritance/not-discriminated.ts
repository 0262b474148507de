import * as client from "#emitted/type/model/inheritance/not-discriminated/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createNotDiscriminatedContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Model_Inheritance_NotDiscriminated_postValid: (at) =>
    assert.nothing(client.postValid(open(at), { name: "abc", age: 32, smart: true })),
  Type_Model_Inheritance_NotDiscriminated_getValid: (at) =>
    assert.resolves(client.getValid(open(at)), { name: "abc", age: 32, smart: true }),
  Type_Model_Inheritance_NotDiscriminated_putValid: (at) =>
    assert.resolves(client.putValid(open(at), { name: "abc", age: 32, smart: true }), {
      name: "abc",
      age: 32,
      smart: true,
    }),
};
