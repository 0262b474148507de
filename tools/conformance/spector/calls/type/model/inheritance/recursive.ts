import * as client from "#emitted/type/model/inheritance/recursive/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createRecursiveContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Model_Inheritance_Recursive_put: (at) =>
    assert.nothing(
      client.put(open(at), {
        level: 0,
        extension: [{ level: 1, extension: [{ level: 2 }] }, { level: 1 }],
      }),
    ),
  Type_Model_Inheritance_Recursive_get: (at) =>
    assert.resolves(client.get(open(at)), {
      level: 0,
      extension: [{ level: 1, extension: [{ level: 2 }] }, { level: 1 }],
    }),
};
