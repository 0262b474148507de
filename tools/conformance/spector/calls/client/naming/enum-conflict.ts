import * as client from "#emitted/client/naming/enum-conflict/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createEnumConflictContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Client_Naming_EnumConflict_FirstOperations_first: (at) =>
    assert.resolves(client.firstOperationsFirst(open(at), { status: "active", name: "test" }), {
      status: "active",
      name: "test",
    }),
  Client_Naming_EnumConflict_SecondOperations_second: (at) =>
    assert.resolves(
      client.secondOperationsSecond(open(at), {
        status: "running",
        description: "test description",
      }),
      { status: "running", description: "test description" },
    ),
};
