import * as client from "#emitted/type/array/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createArrayContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Array_Int32Value_get: (at) => assert.resolves(client.int32ValueGet(open(at)), [1, 2]),
  Type_Array_Int32Value_put: (at) => assert.nothing(client.int32ValuePut(open(at), [1, 2])),
  Type_Array_Int64Value_get: (at) =>
    assert.resolves(client.int64ValueGet(open(at)), [9007199254740991, -9007199254740991]),
  Type_Array_Int64Value_put: (at) =>
    assert.nothing(client.int64ValuePut(open(at), [9007199254740991, -9007199254740991])),
  Type_Array_BooleanValue_get: (at) =>
    assert.resolves(client.booleanValueGet(open(at)), [true, false]),
  Type_Array_BooleanValue_put: (at) =>
    assert.nothing(client.booleanValuePut(open(at), [true, false])),
  Type_Array_StringValue_get: (at) =>
    assert.resolves(client.stringValueGet(open(at)), ["hello", ""]),
  Type_Array_StringValue_put: (at) =>
    assert.nothing(client.stringValuePut(open(at), ["hello", ""])),
  Type_Array_Float32Value_get: (at) => assert.resolves(client.float32ValueGet(open(at)), [43.125]),
  Type_Array_Float32Value_put: (at) => assert.nothing(client.float32ValuePut(open(at), [43.125])),
  Type_Array_DatetimeValue_get: (at) =>
    assert.resolves(client.datetimeValueGet(open(at)), [new Date("2022-08-26T18:38:00.000Z")]),
  Type_Array_DatetimeValue_put: (at) =>
    assert.nothing(client.datetimeValuePut(open(at), [new Date("2022-08-26T18:38:00.000Z")])),
  Type_Array_DurationValue_get: (at) =>
    assert.resolves(client.durationValueGet(open(at)), ["P123DT22H14M12.011S"]),
  Type_Array_DurationValue_put: (at) =>
    assert.nothing(client.durationValuePut(open(at), ["P123DT22H14M12.011S"])),
  Type_Array_UnknownValue_get: (at) =>
    assert.resolves(client.unknownValueGet(open(at)), [1, "hello", null]),
  Type_Array_UnknownValue_put: (at) =>
    assert.nothing(client.unknownValuePut(open(at), [1, "hello", null])),
  Type_Array_ModelValue_get: (at) =>
    assert.resolves(client.modelValueGet(open(at)), [{ property: "hello" }, { property: "world" }]),
  Type_Array_ModelValue_put: (at) =>
    assert.nothing(client.modelValuePut(open(at), [{ property: "hello" }, { property: "world" }])),
  Type_Array_NullableFloatValue_get: (at) =>
    assert.resolves(client.nullableFloatValueGet(open(at)), [1.25, null, 3]),
  Type_Array_NullableFloatValue_put: (at) =>
    assert.nothing(client.nullableFloatValuePut(open(at), [1.25, null, 3])),
  Type_Array_NullableBooleanValue_get: (at) =>
    assert.resolves(client.nullableBooleanValueGet(open(at)), [true, null, false]),
  Type_Array_NullableBooleanValue_put: (at) =>
    assert.nothing(client.nullableBooleanValuePut(open(at), [true, null, false])),
  Type_Array_NullableInt32Value_get: (at) =>
    assert.resolves(client.nullableInt32ValueGet(open(at)), [1, null, 3]),
  Type_Array_NullableInt32Value_put: (at) =>
    assert.nothing(client.nullableInt32ValuePut(open(at), [1, null, 3])),
  Type_Array_NullableStringValue_get: (at) =>
    assert.resolves(client.nullableStringValueGet(open(at)), ["hello", null, "world"]),
  Type_Array_NullableStringValue_put: (at) =>
    assert.nothing(client.nullableStringValuePut(open(at), ["hello", null, "world"])),
  Type_Array_NullableModelValue_get: (at) =>
    assert.resolves(client.nullableModelValueGet(open(at)), [
      { property: "hello" },
      null,
      { property: "world" },
    ]),
  Type_Array_NullableModelValue_put: (at) =>
    assert.nothing(
      client.nullableModelValuePut(open(at), [{ property: "hello" }, null, { property: "world" }]),
    ),
};
