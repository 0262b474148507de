import * as client from "#emitted/type/enum/fixed/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createFixedContext({ validateResponses: true, endpoint });

// Not a member of the fixed enum. The service rejects it.
const unknownDay = "Weekend" as "Monday";

export const calls: Calls = {
  Type_Enum_Fixed_String_getKnownValue: (at) =>
    assert.resolves(client.stringGetKnownValue(open(at)), "Monday"),
  Type_Enum_Fixed_String_putKnownValue: (at) =>
    assert.nothing(client.stringPutKnownValue(open(at), "Monday")),
  Type_Enum_Fixed_String_putUnknownValue: (at) =>
    assert.rejects(client.stringPutUnknownValue(open(at), unknownDay), {
      statusCode: 500,
      details: undefined,
    }),
};
