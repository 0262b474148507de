import * as client from "#emitted/type/property/additional-properties/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createAdditionalPropertiesContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Property_AdditionalProperties_ExtendsUnknown_get: (at) =>
    assert.resolves(client.extendsUnknownGet(open(at)), {
      name: "ExtendsUnknownAdditionalProperties",
      prop1: 32,
      prop2: true,
      prop3: "abc",
    }),
  Type_Property_AdditionalProperties_ExtendsUnknown_put: (at) =>
    assert.nothing(
      client.extendsUnknownPut(open(at), {
        name: "ExtendsUnknownAdditionalProperties",
        prop1: 32,
        prop2: true,
        prop3: "abc",
      }),
    ),
  Type_Property_AdditionalProperties_ExtendsUnknownDerived_get: (at) =>
    assert.resolves(client.extendsUnknownDerivedGet(open(at)), {
      name: "ExtendsUnknownAdditionalProperties",
      index: 314,
      age: 2.71875,
      prop1: 32,
      prop2: true,
      prop3: "abc",
    }),
  Type_Property_AdditionalProperties_ExtendsUnknownDerived_put: (at) =>
    assert.nothing(
      client.extendsUnknownDerivedPut(open(at), {
        name: "ExtendsUnknownAdditionalProperties",
        index: 314,
        age: 2.71875,
        prop1: 32,
        prop2: true,
        prop3: "abc",
      }),
    ),
  Type_Property_AdditionalProperties_ExtendsUnknownDiscriminated_get: (at) =>
    assert.resolves(client.extendsUnknownDiscriminatedGet(open(at)), {
      kind: "derived",
      name: "Derived",
      index: 314,
      age: 2.71875,
      prop1: 32,
      prop2: true,
      prop3: "abc",
    }),
  Type_Property_AdditionalProperties_ExtendsUnknownDiscriminated_put: (at) =>
    assert.nothing(
      client.extendsUnknownDiscriminatedPut(open(at), {
        kind: "derived",
        name: "Derived",
        index: 314,
        age: 2.71875,
        prop1: 32,
        prop2: true,
        prop3: "abc",
      }),
    ),
  Type_Property_AdditionalProperties_IsUnknown_get: (at) =>
    assert.resolves(client.isUnknownGet(open(at)), {
      name: "IsUnknownAdditionalProperties",
      prop1: 32,
      prop2: true,
      prop3: "abc",
    }),
  Type_Property_AdditionalProperties_IsUnknown_put: (at) =>
    assert.nothing(
      client.isUnknownPut(open(at), {
        name: "IsUnknownAdditionalProperties",
        prop1: 32,
        prop2: true,
        prop3: "abc",
      }),
    ),
  Type_Property_AdditionalProperties_IsUnknownDerived_get: (at) =>
    assert.resolves(client.isUnknownDerivedGet(open(at)), {
      name: "IsUnknownAdditionalProperties",
      index: 314,
      age: 2.71875,
      prop1: 32,
      prop2: true,
      prop3: "abc",
    }),
  Type_Property_AdditionalProperties_IsUnknownDerived_put: (at) =>
    assert.nothing(
      client.isUnknownDerivedPut(open(at), {
        name: "IsUnknownAdditionalProperties",
        index: 314,
        age: 2.71875,
        prop1: 32,
        prop2: true,
        prop3: "abc",
      }),
    ),
  Type_Property_AdditionalProperties_IsUnknownDiscriminated_get: (at) =>
    assert.resolves(client.isUnknownDiscriminatedGet(open(at)), {
      kind: "derived",
      name: "Derived",
      index: 314,
      age: 2.71875,
      prop1: 32,
      prop2: true,
      prop3: "abc",
    }),
  Type_Property_AdditionalProperties_IsUnknownDiscriminated_put: (at) =>
    assert.nothing(
      client.isUnknownDiscriminatedPut(open(at), {
        kind: "derived",
        name: "Derived",
        index: 314,
        age: 2.71875,
        prop1: 32,
        prop2: true,
        prop3: "abc",
      }),
    ),
  Type_Property_AdditionalProperties_ExtendsString_get: (at) =>
    assert.resolves(client.extendsStringGet(open(at)), {
      name: "ExtendsStringAdditionalProperties",
      prop: "abc",
    }),
  Type_Property_AdditionalProperties_ExtendsString_put: (at) =>
    assert.nothing(
      client.extendsStringPut(open(at), { name: "ExtendsStringAdditionalProperties", prop: "abc" }),
    ),
  Type_Property_AdditionalProperties_IsString_get: (at) =>
    assert.resolves(client.isStringGet(open(at)), {
      name: "IsStringAdditionalProperties",
      prop: "abc",
    }),
  Type_Property_AdditionalProperties_IsString_put: (at) =>
    assert.nothing(
      client.isStringPut(open(at), { name: "IsStringAdditionalProperties", prop: "abc" }),
    ),
  Type_Property_AdditionalProperties_ExtendsFloat_get: (at) =>
    assert.resolves(client.extendsFloatGet(open(at)), { id: 43.125, prop: 43.125 }),
  Type_Property_AdditionalProperties_ExtendsFloat_put: (at) =>
    assert.nothing(client.extendsFloatPut(open(at), { id: 43.125, prop: 43.125 })),
  Type_Property_AdditionalProperties_IsFloat_get: (at) =>
    assert.resolves(client.isFloatGet(open(at)), { id: 43.125, prop: 43.125 }),
  Type_Property_AdditionalProperties_IsFloat_put: (at) =>
    assert.nothing(client.isFloatPut(open(at), { id: 43.125, prop: 43.125 })),
  Type_Property_AdditionalProperties_ExtendsModel_get: (at) =>
    assert.resolves(client.extendsModelGet(open(at)), {
      knownProp: { state: "ok" },
      prop: { state: "ok" },
    }),
  Type_Property_AdditionalProperties_ExtendsModel_put: (at) =>
    assert.nothing(
      client.extendsModelPut(open(at), { knownProp: { state: "ok" }, prop: { state: "ok" } }),
    ),
  Type_Property_AdditionalProperties_IsModel_get: (at) =>
    assert.resolves(client.isModelGet(open(at)), {
      knownProp: { state: "ok" },
      prop: { state: "ok" },
    }),
  Type_Property_AdditionalProperties_IsModel_put: (at) =>
    assert.nothing(
      client.isModelPut(open(at), { knownProp: { state: "ok" }, prop: { state: "ok" } }),
    ),
  Type_Property_AdditionalProperties_ExtendsModelArray_get: (at) =>
    assert.resolves(client.extendsModelArrayGet(open(at)), {
      knownProp: [{ state: "ok" }, { state: "ok" }],
      prop: [{ state: "ok" }, { state: "ok" }],
    }),
  Type_Property_AdditionalProperties_ExtendsModelArray_put: (at) =>
    assert.nothing(
      client.extendsModelArrayPut(open(at), {
        knownProp: [{ state: "ok" }, { state: "ok" }],
        prop: [{ state: "ok" }, { state: "ok" }],
      }),
    ),
  Type_Property_AdditionalProperties_IsModelArray_get: (at) =>
    assert.resolves(client.isModelArrayGet(open(at)), {
      knownProp: [{ state: "ok" }, { state: "ok" }],
      prop: [{ state: "ok" }, { state: "ok" }],
    }),
  Type_Property_AdditionalProperties_IsModelArray_put: (at) =>
    assert.nothing(
      client.isModelArrayPut(open(at), {
        knownProp: [{ state: "ok" }, { state: "ok" }],
        prop: [{ state: "ok" }, { state: "ok" }],
      }),
    ),
  Type_Property_AdditionalProperties_SpreadString_get: (at) =>
    assert.resolves(client.spreadStringGet(open(at)), { name: "SpreadSpringRecord", prop: "abc" }),
  Type_Property_AdditionalProperties_SpreadString_put: (at) =>
    assert.nothing(client.spreadStringPut(open(at), { name: "SpreadSpringRecord", prop: "abc" })),
  Type_Property_AdditionalProperties_SpreadFloat_get: (at) =>
    assert.resolves(client.spreadFloatGet(open(at)), { id: 43.125, prop: 43.125 }),
  Type_Property_AdditionalProperties_SpreadFloat_put: (at) =>
    assert.nothing(client.spreadFloatPut(open(at), { id: 43.125, prop: 43.125 })),
  Type_Property_AdditionalProperties_SpreadModel_get: (at) =>
    assert.resolves(client.spreadModelGet(open(at)), {
      knownProp: { state: "ok" },
      prop: { state: "ok" },
    }),
  Type_Property_AdditionalProperties_SpreadModel_put: (at) =>
    assert.nothing(
      client.spreadModelPut(open(at), { knownProp: { state: "ok" }, prop: { state: "ok" } }),
    ),
  Type_Property_AdditionalProperties_SpreadModelArray_get: (at) =>
    assert.resolves(client.spreadModelArrayGet(open(at)), {
      knownProp: [{ state: "ok" }, { state: "ok" }],
      prop: [{ state: "ok" }, { state: "ok" }],
    }),
  Type_Property_AdditionalProperties_SpreadModelArray_put: (at) =>
    assert.nothing(
      client.spreadModelArrayPut(open(at), {
        knownProp: [{ state: "ok" }, { state: "ok" }],
        prop: [{ state: "ok" }, { state: "ok" }],
      }),
    ),
  Type_Property_AdditionalProperties_SpreadDifferentString_get: (at) =>
    assert.resolves(client.spreadDifferentStringGet(open(at)), { id: 43.125, prop: "abc" }),
  Type_Property_AdditionalProperties_SpreadDifferentString_put: (at) =>
    assert.nothing(client.spreadDifferentStringPut(open(at), { id: 43.125, prop: "abc" })),
  Type_Property_AdditionalProperties_SpreadDifferentFloat_get: (at) =>
    assert.resolves(client.spreadDifferentFloatGet(open(at)), { name: "abc", prop: 43.125 }),
  Type_Property_AdditionalProperties_SpreadDifferentFloat_put: (at) =>
    assert.nothing(client.spreadDifferentFloatPut(open(at), { name: "abc", prop: 43.125 })),
  Type_Property_AdditionalProperties_SpreadDifferentModel_get: (at) =>
    assert.resolves(client.spreadDifferentModelGet(open(at)), {
      knownProp: "abc",
      prop: { state: "ok" },
    }),
  Type_Property_AdditionalProperties_SpreadDifferentModel_put: (at) =>
    assert.nothing(
      client.spreadDifferentModelPut(open(at), { knownProp: "abc", prop: { state: "ok" } }),
    ),
  Type_Property_AdditionalProperties_SpreadDifferentModelArray_get: (at) =>
    assert.resolves(client.spreadDifferentModelArrayGet(open(at)), {
      knownProp: "abc",
      prop: [{ state: "ok" }, { state: "ok" }],
    }),
  Type_Property_AdditionalProperties_SpreadDifferentModelArray_put: (at) =>
    assert.nothing(
      client.spreadDifferentModelArrayPut(open(at), {
        knownProp: "abc",
        prop: [{ state: "ok" }, { state: "ok" }],
      }),
    ),
  Type_Property_AdditionalProperties_ExtendsDifferentSpreadString_get: (at) =>
    assert.resolves(client.extendsDifferentSpreadStringGet(open(at)), {
      id: 43.125,
      prop: "abc",
      derivedProp: "abc",
    }),
  Type_Property_AdditionalProperties_ExtendsDifferentSpreadString_put: (at) =>
    assert.nothing(
      client.extendsDifferentSpreadStringPut(open(at), {
        id: 43.125,
        prop: "abc",
        derivedProp: "abc",
      }),
    ),
  Type_Property_AdditionalProperties_ExtendsDifferentSpreadFloat_get: (at) =>
    assert.resolves(client.extendsDifferentSpreadFloatGet(open(at)), {
      name: "abc",
      prop: 43.125,
      derivedProp: 43.125,
    }),
  Type_Property_AdditionalProperties_ExtendsDifferentSpreadFloat_put: (at) =>
    assert.nothing(
      client.extendsDifferentSpreadFloatPut(open(at), {
        name: "abc",
        prop: 43.125,
        derivedProp: 43.125,
      }),
    ),
  Type_Property_AdditionalProperties_ExtendsDifferentSpreadModel_get: (at) =>
    assert.resolves(client.extendsDifferentSpreadModelGet(open(at)), {
      knownProp: "abc",
      prop: { state: "ok" },
      derivedProp: { state: "ok" },
    }),
  Type_Property_AdditionalProperties_ExtendsDifferentSpreadModel_put: (at) =>
    assert.nothing(
      client.extendsDifferentSpreadModelPut(open(at), {
        knownProp: "abc",
        prop: { state: "ok" },
        derivedProp: { state: "ok" },
      }),
    ),
  Type_Property_AdditionalProperties_ExtendsDifferentSpreadModelArray_get: (at) =>
    assert.resolves(client.extendsDifferentSpreadModelArrayGet(open(at)), {
      knownProp: "abc",
      prop: [{ state: "ok" }, { state: "ok" }],
      derivedProp: [{ state: "ok" }, { state: "ok" }],
    }),
  Type_Property_AdditionalProperties_ExtendsDifferentSpreadModelArray_put: (at) =>
    assert.nothing(
      client.extendsDifferentSpreadModelArrayPut(open(at), {
        knownProp: "abc",
        prop: [{ state: "ok" }, { state: "ok" }],
        derivedProp: [{ state: "ok" }, { state: "ok" }],
      }),
    ),
  Type_Property_AdditionalProperties_MultipleSpread_get: (at) =>
    assert.resolves(client.multipleSpreadGet(open(at)), {
      flag: true,
      prop1: "abc",
      prop2: 43.125,
    }),
  Type_Property_AdditionalProperties_MultipleSpread_put: (at) =>
    assert.nothing(client.multipleSpreadPut(open(at), { flag: true, prop1: "abc", prop2: 43.125 })),
  Type_Property_AdditionalProperties_SpreadRecordUnion_get: (at) =>
    assert.resolves(client.spreadRecordUnionGet(open(at)), {
      flag: true,
      prop1: "abc",
      prop2: 43.125,
    }),
  Type_Property_AdditionalProperties_SpreadRecordUnion_put: (at) =>
    assert.nothing(
      client.spreadRecordUnionPut(open(at), { flag: true, prop1: "abc", prop2: 43.125 }),
    ),
  Type_Property_AdditionalProperties_SpreadRecordNonDiscriminatedUnion_get: (at) =>
    assert.resolves(client.spreadRecordNonDiscriminatedUnionGet(open(at)), {
      name: "abc",
      prop1: { kind: "kind0", fooProp: "abc" },
      prop2: {
        kind: "kind1",
        start: new Date("2021-01-01T00:00:00.000Z"),
        end: new Date("2021-01-02T00:00:00.000Z"),
      },
    }),
  Type_Property_AdditionalProperties_SpreadRecordNonDiscriminatedUnion_put: (at) =>
    assert.nothing(
      client.spreadRecordNonDiscriminatedUnionPut(open(at), {
        name: "abc",
        prop1: { kind: "kind0", fooProp: "abc" },
        prop2: {
          kind: "kind1",
          start: new Date("2021-01-01T00:00:00.000Z"),
          end: new Date("2021-01-02T00:00:00.000Z"),
        },
      }),
    ),
  // The values match both kinds of widget. The one that is declared first is used, and its dates are strings.
  Type_Property_AdditionalProperties_SpreadRecordNonDiscriminatedUnion2_get: (at) =>
    assert.resolves(client.spreadRecordNonDiscriminatedUnion2Get(open(at)), {
      name: "abc",
      prop1: { kind: "kind1", start: "2021-01-01T00:00:00Z" },
      prop2: {
        kind: "kind1",
        start: "2021-01-01T00:00:00Z",
        end: "2021-01-02T00:00:00Z",
      },
    }),
  Type_Property_AdditionalProperties_SpreadRecordNonDiscriminatedUnion2_put: (at) =>
    assert.nothing(
      client.spreadRecordNonDiscriminatedUnion2Put(open(at), {
        name: "abc",
        prop1: { kind: "kind1", start: "2021-01-01T00:00:00Z" },
        prop2: {
          kind: "kind1",
          start: new Date("2021-01-01T00:00:00.000Z"),
          end: new Date("2021-01-02T00:00:00.000Z"),
        },
      }),
    ),
  Type_Property_AdditionalProperties_SpreadRecordNonDiscriminatedUnion3_get: (at) =>
    assert.resolves(client.spreadRecordNonDiscriminatedUnion3Get(open(at)), {
      name: "abc",
      prop1: [
        { kind: "kind1", start: "2021-01-01T00:00:00Z" },
        { kind: "kind1", start: "2021-01-01T00:00:00Z" },
      ],
      prop2: {
        kind: "kind1",
        start: new Date("2021-01-01T00:00:00.000Z"),
        end: new Date("2021-01-02T00:00:00.000Z"),
      },
    }),
  Type_Property_AdditionalProperties_SpreadRecordNonDiscriminatedUnion3_put: (at) =>
    assert.nothing(
      client.spreadRecordNonDiscriminatedUnion3Put(open(at), {
        name: "abc",
        prop1: [
          { kind: "kind1", start: "2021-01-01T00:00:00Z" },
          { kind: "kind1", start: "2021-01-01T00:00:00Z" },
        ],
        prop2: {
          kind: "kind1",
          start: new Date("2021-01-01T00:00:00.000Z"),
          end: new Date("2021-01-02T00:00:00.000Z"),
        },
      }),
    ),
};
