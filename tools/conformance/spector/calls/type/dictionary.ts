import * as client from "#emitted/type/dictionary/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createDictionaryContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Dictionary_Int32Value_get: (at) =>
    assert.resolves(client.int32ValueGet(open(at)), { k1: 1, k2: 2 }),
  Type_Dictionary_Int32Value_put: (at) =>
    assert.nothing(client.int32ValuePut(open(at), { k1: 1, k2: 2 })),
  Type_Dictionary_Int64Value_get: (at) =>
    assert.resolves(client.int64ValueGet(open(at)), {
      k1: 9007199254740991,
      k2: -9007199254740991,
    }),
  Type_Dictionary_Int64Value_put: (at) =>
    assert.nothing(client.int64ValuePut(open(at), { k1: 9007199254740991, k2: -9007199254740991 })),
  Type_Dictionary_BooleanValue_get: (at) =>
    assert.resolves(client.booleanValueGet(open(at)), { k1: true, k2: false }),
  Type_Dictionary_BooleanValue_put: (at) =>
    assert.nothing(client.booleanValuePut(open(at), { k1: true, k2: false })),
  Type_Dictionary_StringValue_get: (at) =>
    assert.resolves(client.stringValueGet(open(at)), { k1: "hello", k2: "" }),
  Type_Dictionary_StringValue_put: (at) =>
    assert.nothing(client.stringValuePut(open(at), { k1: "hello", k2: "" })),
  Type_Dictionary_Float32Value_get: (at) =>
    assert.resolves(client.float32ValueGet(open(at)), { k1: 43.125 }),
  Type_Dictionary_Float32Value_put: (at) =>
    assert.nothing(client.float32ValuePut(open(at), { k1: 43.125 })),
  Type_Dictionary_DatetimeValue_get: (at) =>
    assert.resolves(client.datetimeValueGet(open(at)), {
      k1: new Date("2022-08-26T18:38:00.000Z"),
    }),
  Type_Dictionary_DatetimeValue_put: (at) =>
    assert.nothing(client.datetimeValuePut(open(at), { k1: new Date("2022-08-26T18:38:00.000Z") })),
  Type_Dictionary_DurationValue_get: (at) =>
    assert.resolves(client.durationValueGet(open(at)), { k1: "P123DT22H14M12.011S" }),
  Type_Dictionary_DurationValue_put: (at) =>
    assert.nothing(client.durationValuePut(open(at), { k1: "P123DT22H14M12.011S" })),
  Type_Dictionary_UnknownValue_get: (at) =>
    assert.resolves(client.unknownValueGet(open(at)), { k1: 1, k2: "hello", k3: null }),
  Type_Dictionary_UnknownValue_put: (at) =>
    assert.nothing(client.unknownValuePut(open(at), { k1: 1, k2: "hello", k3: null })),
  Type_Dictionary_ModelValue_get: (at) =>
    assert.resolves(client.modelValueGet(open(at)), {
      k1: { property: "hello" },
      k2: { property: "world" },
    }),
  Type_Dictionary_ModelValue_put: (at) =>
    assert.nothing(
      client.modelValuePut(open(at), { k1: { property: "hello" }, k2: { property: "world" } }),
    ),
  Type_Dictionary_RecursiveModelValue_get: (at) =>
    assert.resolves(client.recursiveModelValueGet(open(at)), {
      k1: { property: "hello", children: {} },
      k2: { property: "world", children: { "k2.1": { property: "inner world" } } },
    }),
  Type_Dictionary_RecursiveModelValue_put: (at) =>
    assert.nothing(
      client.recursiveModelValuePut(open(at), {
        k1: { property: "hello", children: {} },
        k2: { property: "world", children: { "k2.1": { property: "inner world" } } },
      }),
    ),
  Type_Dictionary_NullableFloatValue_get: (at) =>
    assert.resolves(client.nullableFloatValueGet(open(at)), { k1: 1.25, k2: 0.5, k3: null }),
  Type_Dictionary_NullableFloatValue_put: (at) =>
    assert.nothing(client.nullableFloatValuePut(open(at), { k1: 1.25, k2: 0.5, k3: null })),
};
