import * as client from "#emitted/type/enum/extensible/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createExtensibleContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Enum_Extensible_String_getKnownValue: (at) =>
    assert.resolves(client.stringGetKnownValue(open(at)), "Monday"),
  Type_Enum_Extensible_String_putKnownValue: (at) =>
    assert.nothing(client.stringPutKnownValue(open(at), "Monday")),
  Type_Enum_Extensible_String_getUnknownValue: (at) =>
    assert.resolves(client.stringGetUnknownValue(open(at)), "Weekend"),
  Type_Enum_Extensible_String_putUnknownValue: (at) =>
    assert.nothing(client.stringPutUnknownValue(open(at), "Weekend")),
};
