import * as client from "#emitted/type/property/nullable/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { utf8 } from "../../../values.ts";

const open = ({ endpoint }: CallContext) =>
  client.createNullableContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Property_Nullable_String_getNonNull: (at) =>
    assert.resolves(client.stringGetNonNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: "hello",
    }),
  Type_Property_Nullable_String_getNull: (at) =>
    assert.resolves(client.stringGetNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: null,
    }),
  Type_Property_Nullable_String_patchNonNull: (at) =>
    assert.nothing(
      client.stringPatchNonNull(open(at), { requiredProperty: "foo", nullableProperty: "hello" }),
    ),
  Type_Property_Nullable_String_patchNull: (at) =>
    assert.nothing(
      client.stringPatchNull(open(at), { requiredProperty: "foo", nullableProperty: null }),
    ),
  Type_Property_Nullable_Bytes_getNonNull: (at) =>
    assert.resolves(client.bytesGetNonNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: utf8("hello, world!"),
    }),
  Type_Property_Nullable_Bytes_getNull: (at) =>
    assert.resolves(client.bytesGetNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: null,
    }),
  Type_Property_Nullable_Bytes_patchNonNull: (at) =>
    assert.nothing(
      client.bytesPatchNonNull(open(at), {
        requiredProperty: "foo",
        nullableProperty: utf8("hello, world!"),
      }),
    ),
  Type_Property_Nullable_Bytes_patchNull: (at) =>
    assert.nothing(
      client.bytesPatchNull(open(at), { requiredProperty: "foo", nullableProperty: null }),
    ),
  Type_Property_Nullable_Datetime_getNonNull: (at) =>
    assert.resolves(client.datetimeGetNonNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: new Date("2022-08-26T18:38:00.000Z"),
    }),
  Type_Property_Nullable_Datetime_getNull: (at) =>
    assert.resolves(client.datetimeGetNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: null,
    }),
  Type_Property_Nullable_Datetime_patchNonNull: (at) =>
    assert.nothing(
      client.datetimePatchNonNull(open(at), {
        requiredProperty: "foo",
        nullableProperty: new Date("2022-08-26T18:38:00.000Z"),
      }),
    ),
  Type_Property_Nullable_Datetime_patchNull: (at) =>
    assert.nothing(
      client.datetimePatchNull(open(at), { requiredProperty: "foo", nullableProperty: null }),
    ),
  Type_Property_Nullable_Duration_getNonNull: (at) =>
    assert.resolves(client.durationGetNonNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: "P123DT22H14M12.011S",
    }),
  Type_Property_Nullable_Duration_getNull: (at) =>
    assert.resolves(client.durationGetNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: null,
    }),
  Type_Property_Nullable_Duration_patchNonNull: (at) =>
    assert.nothing(
      client.durationPatchNonNull(open(at), {
        requiredProperty: "foo",
        nullableProperty: "P123DT22H14M12.011S",
      }),
    ),
  Type_Property_Nullable_Duration_patchNull: (at) =>
    assert.nothing(
      client.durationPatchNull(open(at), { requiredProperty: "foo", nullableProperty: null }),
    ),
  Type_Property_Nullable_CollectionsByte_getNonNull: (at) =>
    assert.resolves(client.collectionsByteGetNonNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: [utf8("hello, world!"), utf8("hello, world!")],
    }),
  Type_Property_Nullable_CollectionsByte_getNull: (at) =>
    assert.resolves(client.collectionsByteGetNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: null,
    }),
  Type_Property_Nullable_CollectionsByte_patchNonNull: (at) =>
    assert.nothing(
      client.collectionsBytePatchNonNull(open(at), {
        requiredProperty: "foo",
        nullableProperty: [utf8("hello, world!"), utf8("hello, world!")],
      }),
    ),
  Type_Property_Nullable_CollectionsByte_patchNull: (at) =>
    assert.nothing(
      client.collectionsBytePatchNull(open(at), {
        requiredProperty: "foo",
        nullableProperty: null,
      }),
    ),
  Type_Property_Nullable_CollectionsModel_getNonNull: (at) =>
    assert.resolves(client.collectionsModelGetNonNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: [{ property: "hello" }, { property: "world" }],
    }),
  Type_Property_Nullable_CollectionsModel_getNull: (at) =>
    assert.resolves(client.collectionsModelGetNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: null,
    }),
  Type_Property_Nullable_CollectionsModel_patchNonNull: (at) =>
    assert.nothing(
      client.collectionsModelPatchNonNull(open(at), {
        requiredProperty: "foo",
        nullableProperty: [{ property: "hello" }, { property: "world" }],
      }),
    ),
  Type_Property_Nullable_CollectionsModel_patchNull: (at) =>
    assert.nothing(
      client.collectionsModelPatchNull(open(at), {
        requiredProperty: "foo",
        nullableProperty: null,
      }),
    ),
  Type_Property_Nullable_CollectionsString_getNonNull: (at) =>
    assert.resolves(client.collectionsStringGetNonNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: ["hello", "world"],
    }),
  Type_Property_Nullable_CollectionsString_getNull: (at) =>
    assert.resolves(client.collectionsStringGetNull(open(at)), {
      requiredProperty: "foo",
      nullableProperty: null,
    }),
  Type_Property_Nullable_CollectionsString_patchNonNull: (at) =>
    assert.nothing(
      client.collectionsStringPatchNonNull(open(at), {
        requiredProperty: "foo",
        nullableProperty: ["hello", "world"],
      }),
    ),
  Type_Property_Nullable_CollectionsString_patchNull: (at) =>
    assert.nothing(
      client.collectionsStringPatchNull(open(at), {
        requiredProperty: "foo",
        nullableProperty: null,
      }),
    ),
};
