import * as client from "#emitted/type/enum/fixed/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) => client.createFixedContext(endpoint);

export const calls: Calls = {
  Type_Enum_Fixed_String_getKnownValue: (at) =>
    assert.resolves(client.getKnownValue(open(at)), "Monday"),
  Type_Enum_Fixed_String_putKnownValue: (at) =>
    assert.nothing(client.putKnownValue(open(at), "Monday")),
  Type_Enum_Fixed_String_putUnknownValue: (at) =>
    assert.rejects(client.putUnknownValue(open(at), "Weekend"), {
      statusCode: 500,
      details: undefined,
    }),
};
