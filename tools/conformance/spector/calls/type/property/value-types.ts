import * as client from "#emitted/type/property/value-types/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { utf8 } from "../../../values.ts";

const open = ({ endpoint }: CallContext) =>
  client.createValueTypesContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Property_ValueTypes_Boolean_get: (at) =>
    assert.resolves(client.booleanGet(open(at)), { property: true }),
  Type_Property_ValueTypes_Boolean_put: (at) =>
    assert.nothing(client.booleanPut(open(at), { property: true })),
  Type_Property_ValueTypes_String_get: (at) =>
    assert.resolves(client.stringGet(open(at)), { property: "hello" }),
  Type_Property_ValueTypes_String_put: (at) =>
    assert.nothing(client.stringPut(open(at), { property: "hello" })),
  Type_Property_ValueTypes_Bytes_get: (at) =>
    assert.resolves(client.bytesGet(open(at)), { property: utf8("hello, world!") }),
  Type_Property_ValueTypes_Bytes_put: (at) =>
    assert.nothing(client.bytesPut(open(at), { property: utf8("hello, world!") })),
  Type_Property_ValueTypes_Int_get: (at) =>
    assert.resolves(client.intGet(open(at)), { property: 42 }),
  Type_Property_ValueTypes_Int_put: (at) =>
    assert.nothing(client.intPut(open(at), { property: 42 })),
  Type_Property_ValueTypes_Float_get: (at) =>
    assert.resolves(client.floatGet(open(at)), { property: 43.125 }),
  Type_Property_ValueTypes_Float_put: (at) =>
    assert.nothing(client.floatPut(open(at), { property: 43.125 })),
  Type_Property_ValueTypes_Decimal_get: (at) =>
    assert.resolves(client.decimalGet(open(at)), { property: 0.33333 }),
  Type_Property_ValueTypes_Decimal_put: (at) =>
    assert.nothing(client.decimalPut(open(at), { property: 0.33333 })),
  Type_Property_ValueTypes_Decimal128_get: (at) =>
    assert.resolves(client.decimal128Get(open(at)), { property: 0.33333 }),
  Type_Property_ValueTypes_Decimal128_put: (at) =>
    assert.nothing(client.decimal128Put(open(at), { property: 0.33333 })),
  Type_Property_ValueTypes_Datetime_get: (at) =>
    assert.resolves(client.datetimeGet(open(at)), {
      property: new Date("2022-08-26T18:38:00.000Z"),
    }),
  Type_Property_ValueTypes_Datetime_put: (at) =>
    assert.nothing(
      client.datetimePut(open(at), { property: new Date("2022-08-26T18:38:00.000Z") }),
    ),
  Type_Property_ValueTypes_Duration_get: (at) =>
    assert.resolves(client.durationGet(open(at)), { property: "P123DT22H14M12.011S" }),
  Type_Property_ValueTypes_Duration_put: (at) =>
    assert.nothing(client.durationPut(open(at), { property: "P123DT22H14M12.011S" })),
  Type_Property_ValueTypes_Enum_get: (at) =>
    assert.resolves(client.enumGet(open(at)), { property: "ValueOne" }),
  Type_Property_ValueTypes_Enum_put: (at) =>
    assert.nothing(client.enumPut(open(at), { property: "ValueOne" })),
  Type_Property_ValueTypes_ExtensibleEnum_get: (at) =>
    assert.resolves(client.extensibleEnumGet(open(at)), { property: "UnknownValue" }),
  Type_Property_ValueTypes_ExtensibleEnum_put: (at) =>
    assert.nothing(client.extensibleEnumPut(open(at), { property: "UnknownValue" })),
  Type_Property_ValueTypes_Model_get: (at) =>
    assert.resolves(client.modelGet(open(at)), { property: { property: "hello" } }),
  Type_Property_ValueTypes_Model_put: (at) =>
    assert.nothing(client.modelPut(open(at), { property: { property: "hello" } })),
  Type_Property_ValueTypes_CollectionsString_get: (at) =>
    assert.resolves(client.collectionsStringGet(open(at)), { property: ["hello", "world"] }),
  Type_Property_ValueTypes_CollectionsString_put: (at) =>
    assert.nothing(client.collectionsStringPut(open(at), { property: ["hello", "world"] })),
  Type_Property_ValueTypes_CollectionsInt_get: (at) =>
    assert.resolves(client.collectionsIntGet(open(at)), { property: [1, 2] }),
  Type_Property_ValueTypes_CollectionsInt_put: (at) =>
    assert.nothing(client.collectionsIntPut(open(at), { property: [1, 2] })),
  Type_Property_ValueTypes_CollectionsModel_get: (at) =>
    assert.resolves(client.collectionsModelGet(open(at)), {
      property: [{ property: "hello" }, { property: "world" }],
    }),
  Type_Property_ValueTypes_CollectionsModel_put: (at) =>
    assert.nothing(
      client.collectionsModelPut(open(at), {
        property: [{ property: "hello" }, { property: "world" }],
      }),
    ),
  Type_Property_ValueTypes_DictionaryString_get: (at) =>
    assert.resolves(client.dictionaryStringGet(open(at)), {
      property: { k1: "hello", k2: "world" },
    }),
  Type_Property_ValueTypes_DictionaryString_put: (at) =>
    assert.nothing(
      client.dictionaryStringPut(open(at), { property: { k1: "hello", k2: "world" } }),
    ),
  Type_Property_ValueTypes_Never_get: (at) => assert.resolves(client.neverGet(open(at)), {}),
  Type_Property_ValueTypes_Never_put: (at) => assert.nothing(client.neverPut(open(at), {})),
  Type_Property_ValueTypes_UnknownString_get: (at) =>
    assert.resolves(client.unknownStringGet(open(at)), { property: "hello" }),
  Type_Property_ValueTypes_UnknownString_put: (at) =>
    assert.nothing(client.unknownStringPut(open(at), { property: "hello" })),
  Type_Property_ValueTypes_UnknownInt_get: (at) =>
    assert.resolves(client.unknownIntGet(open(at)), { property: 42 }),
  Type_Property_ValueTypes_UnknownInt_put: (at) =>
    assert.nothing(client.unknownIntPut(open(at), { property: 42 })),
  Type_Property_ValueTypes_UnknownDict_get: (at) =>
    assert.resolves(client.unknownDictGet(open(at)), { property: { k1: "hello", k2: 42 } }),
  Type_Property_ValueTypes_UnknownDict_put: (at) =>
    assert.nothing(client.unknownDictPut(open(at), { property: { k1: "hello", k2: 42 } })),
  Type_Property_ValueTypes_UnknownArray_get: (at) =>
    assert.resolves(client.unknownArrayGet(open(at)), { property: ["hello", "world"] }),
  Type_Property_ValueTypes_UnknownArray_put: (at) =>
    assert.nothing(client.unknownArrayPut(open(at), { property: ["hello", "world"] })),
  Type_Property_ValueTypes_StringLiteral_get: (at) =>
    assert.resolves(client.stringLiteralGet(open(at)), { property: "hello" }),
  Type_Property_ValueTypes_StringLiteral_put: (at) =>
    assert.nothing(client.stringLiteralPut(open(at), { property: "hello" })),
  Type_Property_ValueTypes_IntLiteral_get: (at) =>
    assert.resolves(client.intLiteralGet(open(at)), { property: 42 }),
  Type_Property_ValueTypes_IntLiteral_put: (at) =>
    assert.nothing(client.intLiteralPut(open(at), { property: 42 })),
  Type_Property_ValueTypes_FloatLiteral_get: (at) =>
    assert.resolves(client.floatLiteralGet(open(at)), { property: 43.125 }),
  Type_Property_ValueTypes_FloatLiteral_put: (at) =>
    assert.nothing(client.floatLiteralPut(open(at), { property: 43.125 })),
  Type_Property_ValueTypes_BooleanLiteral_get: (at) =>
    assert.resolves(client.booleanLiteralGet(open(at)), { property: true }),
  Type_Property_ValueTypes_BooleanLiteral_put: (at) =>
    assert.nothing(client.booleanLiteralPut(open(at), { property: true })),
  Type_Property_ValueTypes_UnionStringLiteral_get: (at) =>
    assert.resolves(client.unionStringLiteralGet(open(at)), { property: "world" }),
  Type_Property_ValueTypes_UnionStringLiteral_put: (at) =>
    assert.nothing(client.unionStringLiteralPut(open(at), { property: "world" })),
  Type_Property_ValueTypes_UnionIntLiteral_get: (at) =>
    assert.resolves(client.unionIntLiteralGet(open(at)), { property: 42 }),
  Type_Property_ValueTypes_UnionIntLiteral_put: (at) =>
    assert.nothing(client.unionIntLiteralPut(open(at), { property: 42 })),
  Type_Property_ValueTypes_UnionFloatLiteral_get: (at) =>
    assert.resolves(client.unionFloatLiteralGet(open(at)), { property: 46.875 }),
  Type_Property_ValueTypes_UnionFloatLiteral_put: (at) =>
    assert.nothing(client.unionFloatLiteralPut(open(at), { property: 46.875 })),
  Type_Property_ValueTypes_UnionEnumValue_get: (at) =>
    assert.resolves(client.unionEnumValueGet(open(at)), { property: "value2" }),
  Type_Property_ValueTypes_UnionEnumValue_put: (at) =>
    assert.nothing(client.unionEnumValuePut(open(at), { property: "value2" })),
};
