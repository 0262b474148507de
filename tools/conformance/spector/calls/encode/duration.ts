import * as client from "#emitted/encode/duration/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createDurationContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Encode_Duration_Property_default: (at) =>
    assert.resolves(client.propertyDefault(open(at), { value: "P40D" }), { value: "P40D" }),
  Encode_Duration_Property_floatSeconds: (at) =>
    assert.resolves(client.propertyFloatSeconds(open(at), { value: 35.625 }), { value: 35.625 }),
  Encode_Duration_Property_float64Seconds: (at) =>
    assert.resolves(client.propertyFloat64Seconds(open(at), { value: 35.625 }), { value: 35.625 }),
  Encode_Duration_Property_int32Seconds: (at) =>
    assert.resolves(client.propertyInt32Seconds(open(at), { value: 36 }), { value: 36 }),
  Encode_Duration_Property_iso8601: (at) =>
    assert.resolves(client.propertyIso8601(open(at), { value: "P40D" }), { value: "P40D" }),
  Encode_Duration_Property_floatSecondsArray: (at) =>
    assert.resolves(client.propertyFloatSecondsArray(open(at), { value: [35.625, 46.75] }), {
      value: [35.625, 46.75],
    }),
  Encode_Duration_Property_int32Milliseconds: (at) =>
    assert.resolves(client.propertyInt32Milliseconds(open(at), { value: 36000 }), { value: 36000 }),
  Encode_Duration_Property_floatMilliseconds: (at) =>
    assert.resolves(client.propertyFloatMilliseconds(open(at), { value: 35625 }), { value: 35625 }),
  Encode_Duration_Property_float64Milliseconds: (at) =>
    assert.resolves(client.propertyFloat64Milliseconds(open(at), { value: 35625 }), {
      value: 35625,
    }),
  Encode_Duration_Property_floatMillisecondsArray: (at) =>
    assert.resolves(client.propertyFloatMillisecondsArray(open(at), { value: [35625, 46750] }), {
      value: [35625, 46750],
    }),
  Encode_Duration_Property_int32SecondsLargerUnit: (at) =>
    assert.resolves(client.propertyInt32SecondsLargerUnit(open(at), { value: 120 }), {
      value: 120,
    }),
  Encode_Duration_Property_floatSecondsLargerUnit: (at) =>
    assert.resolves(client.propertyFloatSecondsLargerUnit(open(at), { value: 150 }), {
      value: 150,
    }),
  Encode_Duration_Property_int32MillisecondsLargerUnit: (at) =>
    assert.resolves(client.propertyInt32MillisecondsLargerUnit(open(at), { value: 180000 }), {
      value: 180000,
    }),
  Encode_Duration_Property_floatMillisecondsLargerUnit: (at) =>
    assert.resolves(client.propertyFloatMillisecondsLargerUnit(open(at), { value: 210000 }), {
      value: 210000,
    }),
  Encode_Duration_Query_default: (at) => assert.nothing(client.queryDefault(open(at), "P40D")),
  Encode_Duration_Query_iso8601: (at) => assert.nothing(client.queryIso8601(open(at), "P40D")),
  Encode_Duration_Query_int32Seconds: (at) =>
    assert.nothing(client.queryInt32Seconds(open(at), 36)),
  Encode_Duration_Query_int32SecondsArray: (at) =>
    assert.nothing(client.queryInt32SecondsArray(open(at), [36, 47])),
  Encode_Duration_Query_floatSeconds: (at) =>
    assert.nothing(client.queryFloatSeconds(open(at), 35.625)),
  Encode_Duration_Query_float64Seconds: (at) =>
    assert.nothing(client.queryFloat64Seconds(open(at), 35.625)),
  Encode_Duration_Query_int32Milliseconds: (at) =>
    assert.nothing(client.queryInt32Milliseconds(open(at), 36000)),
  Encode_Duration_Query_floatMilliseconds: (at) =>
    assert.nothing(client.queryFloatMilliseconds(open(at), 35625)),
  Encode_Duration_Query_float64Milliseconds: (at) =>
    assert.nothing(client.queryFloat64Milliseconds(open(at), 35625)),
  Encode_Duration_Query_int32MillisecondsArray: (at) =>
    assert.nothing(client.queryInt32MillisecondsArray(open(at), [36000, 47000])),
  Encode_Duration_Query_int32SecondsLargerUnit: (at) =>
    assert.nothing(client.queryInt32SecondsLargerUnit(open(at), 120)),
  Encode_Duration_Query_floatSecondsLargerUnit: (at) =>
    assert.nothing(client.queryFloatSecondsLargerUnit(open(at), 150)),
  Encode_Duration_Query_int32MillisecondsLargerUnit: (at) =>
    assert.nothing(client.queryInt32MillisecondsLargerUnit(open(at), 180000)),
  Encode_Duration_Query_floatMillisecondsLargerUnit: (at) =>
    assert.nothing(client.queryFloatMillisecondsLargerUnit(open(at), 210000)),
  Encode_Duration_Header_default: (at) => assert.nothing(client.headerDefault(open(at), "P40D")),
  Encode_Duration_Header_iso8601: (at) => assert.nothing(client.headerIso8601(open(at), "P40D")),
  Encode_Duration_Header_int32Seconds: (at) =>
    assert.nothing(client.headerInt32Seconds(open(at), 36)),
  Encode_Duration_Header_floatSeconds: (at) =>
    assert.nothing(client.headerFloatSeconds(open(at), 35.625)),
  Encode_Duration_Header_float64Seconds: (at) =>
    assert.nothing(client.headerFloat64Seconds(open(at), 35.625)),
  Encode_Duration_Header_iso8601Array: (at) =>
    assert.nothing(client.headerIso8601Array(open(at), ["P40D", "P50D"])),
  Encode_Duration_Header_int32Milliseconds: (at) =>
    assert.nothing(client.headerInt32Milliseconds(open(at), 36000)),
  Encode_Duration_Header_floatMilliseconds: (at) =>
    assert.nothing(client.headerFloatMilliseconds(open(at), 35625)),
  Encode_Duration_Header_float64Milliseconds: (at) =>
    assert.nothing(client.headerFloat64Milliseconds(open(at), 35625)),
  Encode_Duration_Header_int32MillisecondsArray: (at) =>
    assert.nothing(client.headerInt32MillisecondsArray(open(at), [36000, 47000])),
  Encode_Duration_Header_int32SecondsLargerUnit: (at) =>
    assert.nothing(client.headerInt32SecondsLargerUnit(open(at), 120)),
  Encode_Duration_Header_floatSecondsLargerUnit: (at) =>
    assert.nothing(client.headerFloatSecondsLargerUnit(open(at), 150)),
  Encode_Duration_Header_int32MillisecondsLargerUnit: (at) =>
    assert.nothing(client.headerInt32MillisecondsLargerUnit(open(at), 180000)),
  Encode_Duration_Header_floatMillisecondsLargerUnit: (at) =>
    assert.nothing(client.headerFloatMillisecondsLargerUnit(open(at), 210000)),
  Encode_Duration_Lossy_intSeconds: (at) => assert.nothing(client.lossyIntSeconds(open(at), 36)),
  Encode_Duration_Lossy_intMilliseconds: (at) =>
    assert.nothing(client.lossyIntMilliseconds(open(at), 36250)),
};
