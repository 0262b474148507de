import * as client from "#emitted/type/property/optionality/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { utf8 } from "../../../values.ts";

const open = ({ endpoint }: CallContext) =>
  client.createOptionalContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Property_Optional_String_getDefault: (at) =>
    assert.resolves(client.stringGetDefault(open(at)), {}),
  Type_Property_Optional_String_putDefault: (at) =>
    assert.nothing(client.stringPutDefault(open(at), {})),
  Type_Property_Optional_String_getAll: (at) =>
    assert.resolves(client.stringGetAll(open(at)), { property: "hello" }),
  Type_Property_Optional_String_putAll: (at) =>
    assert.nothing(client.stringPutAll(open(at), { property: "hello" })),
  Type_Property_Optional_Bytes_getDefault: (at) =>
    assert.resolves(client.bytesGetDefault(open(at)), {}),
  Type_Property_Optional_Bytes_putDefault: (at) =>
    assert.nothing(client.bytesPutDefault(open(at), {})),
  Type_Property_Optional_Bytes_getAll: (at) =>
    assert.resolves(client.bytesGetAll(open(at)), { property: utf8("hello, world!") }),
  Type_Property_Optional_Bytes_putAll: (at) =>
    assert.nothing(client.bytesPutAll(open(at), { property: utf8("hello, world!") })),
  Type_Property_Optional_Datetime_getDefault: (at) =>
    assert.resolves(client.datetimeGetDefault(open(at)), {}),
  Type_Property_Optional_Datetime_putDefault: (at) =>
    assert.nothing(client.datetimePutDefault(open(at), {})),
  Type_Property_Optional_Datetime_getAll: (at) =>
    assert.resolves(client.datetimeGetAll(open(at)), {
      property: new Date("2022-08-26T18:38:00.000Z"),
    }),
  Type_Property_Optional_Datetime_putAll: (at) =>
    assert.nothing(
      client.datetimePutAll(open(at), { property: new Date("2022-08-26T18:38:00.000Z") }),
    ),
  Type_Property_Optional_Duration_getDefault: (at) =>
    assert.resolves(client.durationGetDefault(open(at)), {}),
  Type_Property_Optional_Duration_putDefault: (at) =>
    assert.nothing(client.durationPutDefault(open(at), {})),
  Type_Property_Optional_Duration_getAll: (at) =>
    assert.resolves(client.durationGetAll(open(at)), { property: "P123DT22H14M12.011S" }),
  Type_Property_Optional_Duration_putAll: (at) =>
    assert.nothing(client.durationPutAll(open(at), { property: "P123DT22H14M12.011S" })),
  Type_Property_Optional_PlainDate_getDefault: (at) =>
    assert.resolves(client.plainDateGetDefault(open(at)), {}),
  Type_Property_Optional_PlainDate_putDefault: (at) =>
    assert.nothing(client.plainDatePutDefault(open(at), {})),
  Type_Property_Optional_PlainDate_getAll: (at) =>
    assert.resolves(client.plainDateGetAll(open(at)), { property: "2022-12-12" }),
  Type_Property_Optional_PlainDate_putAll: (at) =>
    assert.nothing(client.plainDatePutAll(open(at), { property: "2022-12-12" })),
  Type_Property_Optional_PlainTime_getDefault: (at) =>
    assert.resolves(client.plainTimeGetDefault(open(at)), {}),
  Type_Property_Optional_PlainTime_putDefault: (at) =>
    assert.nothing(client.plainTimePutDefault(open(at), {})),
  Type_Property_Optional_PlainTime_getAll: (at) =>
    assert.resolves(client.plainTimeGetAll(open(at)), { property: "13:06:12" }),
  Type_Property_Optional_PlainTime_putAll: (at) =>
    assert.nothing(client.plainTimePutAll(open(at), { property: "13:06:12" })),
  Type_Property_Optional_CollectionsByte_getDefault: (at) =>
    assert.resolves(client.collectionsByteGetDefault(open(at)), {}),
  Type_Property_Optional_CollectionsByte_putDefault: (at) =>
    assert.nothing(client.collectionsBytePutDefault(open(at), {})),
  Type_Property_Optional_CollectionsByte_getAll: (at) =>
    assert.resolves(client.collectionsByteGetAll(open(at)), {
      property: [utf8("hello, world!"), utf8("hello, world!")],
    }),
  Type_Property_Optional_CollectionsByte_putAll: (at) =>
    assert.nothing(
      client.collectionsBytePutAll(open(at), {
        property: [utf8("hello, world!"), utf8("hello, world!")],
      }),
    ),
  Type_Property_Optional_CollectionsModel_getDefault: (at) =>
    assert.resolves(client.collectionsModelGetDefault(open(at)), {}),
  Type_Property_Optional_CollectionsModel_putDefault: (at) =>
    assert.nothing(client.collectionsModelPutDefault(open(at), {})),
  Type_Property_Optional_CollectionsModel_getAll: (at) =>
    assert.resolves(client.collectionsModelGetAll(open(at)), {
      property: [{ property: "hello" }, { property: "world" }],
    }),
  Type_Property_Optional_CollectionsModel_putAll: (at) =>
    assert.nothing(
      client.collectionsModelPutAll(open(at), {
        property: [{ property: "hello" }, { property: "world" }],
      }),
    ),
  Type_Property_Optional_StringLiteral_getDefault: (at) =>
    assert.resolves(client.stringLiteralGetDefault(open(at)), {}),
  Type_Property_Optional_StringLiteral_putDefault: (at) =>
    assert.nothing(client.stringLiteralPutDefault(open(at), {})),
  Type_Property_Optional_StringLiteral_getAll: (at) =>
    assert.resolves(client.stringLiteralGetAll(open(at)), { property: "hello" }),
  Type_Property_Optional_StringLiteral_putAll: (at) =>
    assert.nothing(client.stringLiteralPutAll(open(at), { property: "hello" })),
  Type_Property_Optional_IntLiteral_getDefault: (at) =>
    assert.resolves(client.intLiteralGetDefault(open(at)), {}),
  Type_Property_Optional_IntLiteral_putDefault: (at) =>
    assert.nothing(client.intLiteralPutDefault(open(at), {})),
  Type_Property_Optional_IntLiteral_getAll: (at) =>
    assert.resolves(client.intLiteralGetAll(open(at)), { property: 1 }),
  Type_Property_Optional_IntLiteral_putAll: (at) =>
    assert.nothing(client.intLiteralPutAll(open(at), { property: 1 })),
  Type_Property_Optional_FloatLiteral_getDefault: (at) =>
    assert.resolves(client.floatLiteralGetDefault(open(at)), {}),
  Type_Property_Optional_FloatLiteral_putDefault: (at) =>
    assert.nothing(client.floatLiteralPutDefault(open(at), {})),
  Type_Property_Optional_FloatLiteral_getAll: (at) =>
    assert.resolves(client.floatLiteralGetAll(open(at)), { property: 1.25 }),
  Type_Property_Optional_FloatLiteral_putAll: (at) =>
    assert.nothing(client.floatLiteralPutAll(open(at), { property: 1.25 })),
  Type_Property_Optional_BooleanLiteral_getDefault: (at) =>
    assert.resolves(client.booleanLiteralGetDefault(open(at)), {}),
  Type_Property_Optional_BooleanLiteral_putDefault: (at) =>
    assert.nothing(client.booleanLiteralPutDefault(open(at), {})),
  Type_Property_Optional_BooleanLiteral_getAll: (at) =>
    assert.resolves(client.booleanLiteralGetAll(open(at)), { property: true }),
  Type_Property_Optional_BooleanLiteral_putAll: (at) =>
    assert.nothing(client.booleanLiteralPutAll(open(at), { property: true })),
  Type_Property_Optional_UnionStringLiteral_getDefault: (at) =>
    assert.resolves(client.unionStringLiteralGetDefault(open(at)), {}),
  Type_Property_Optional_UnionStringLiteral_putDefault: (at) =>
    assert.nothing(client.unionStringLiteralPutDefault(open(at), {})),
  Type_Property_Optional_UnionStringLiteral_getAll: (at) =>
    assert.resolves(client.unionStringLiteralGetAll(open(at)), { property: "world" }),
  Type_Property_Optional_UnionStringLiteral_putAll: (at) =>
    assert.nothing(client.unionStringLiteralPutAll(open(at), { property: "world" })),
  Type_Property_Optional_UnionIntLiteral_getDefault: (at) =>
    assert.resolves(client.unionIntLiteralGetDefault(open(at)), {}),
  Type_Property_Optional_UnionIntLiteral_putDefault: (at) =>
    assert.nothing(client.unionIntLiteralPutDefault(open(at), {})),
  Type_Property_Optional_UnionIntLiteral_getAll: (at) =>
    assert.resolves(client.unionIntLiteralGetAll(open(at)), { property: 2 }),
  Type_Property_Optional_UnionIntLiteral_putAll: (at) =>
    assert.nothing(client.unionIntLiteralPutAll(open(at), { property: 2 })),
  Type_Property_Optional_UnionFloatLiteral_getDefault: (at) =>
    assert.resolves(client.unionFloatLiteralGetDefault(open(at)), {}),
  Type_Property_Optional_UnionFloatLiteral_putDefault: (at) =>
    assert.nothing(client.unionFloatLiteralPutDefault(open(at), {})),
  Type_Property_Optional_UnionFloatLiteral_getAll: (at) =>
    assert.resolves(client.unionFloatLiteralGetAll(open(at)), { property: 2.375 }),
  Type_Property_Optional_UnionFloatLiteral_putAll: (at) =>
    assert.nothing(client.unionFloatLiteralPutAll(open(at), { property: 2.375 })),
  Type_Property_Optional_RequiredAndOptional_getRequiredOnly: (at) =>
    assert.resolves(client.requiredAndOptionalGetRequiredOnly(open(at)), { requiredProperty: 42 }),
  Type_Property_Optional_RequiredAndOptional_putRequiredOnly: (at) =>
    assert.nothing(client.requiredAndOptionalPutRequiredOnly(open(at), { requiredProperty: 42 })),
  Type_Property_Optional_RequiredAndOptional_getAll: (at) =>
    assert.resolves(client.requiredAndOptionalGetAll(open(at)), {
      optionalProperty: "hello",
      requiredProperty: 42,
    }),
  Type_Property_Optional_RequiredAndOptional_putAll: (at) =>
    assert.nothing(
      client.requiredAndOptionalPutAll(open(at), {
        optionalProperty: "hello",
        requiredProperty: 42,
      }),
    ),
};
