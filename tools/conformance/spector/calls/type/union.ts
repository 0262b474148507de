import * as client from "#emitted/type/union/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createUnionContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Union_StringsOnly_get: (at) =>
    assert.resolves(client.stringsOnlyGet(open(at)), { prop: "b" }),
  Type_Union_StringsOnly_send: (at) => assert.nothing(client.stringsOnlySend(open(at), "b")),
  Type_Union_StringExtensible_get: (at) =>
    assert.resolves(client.stringExtensibleGet(open(at)), { prop: "custom" }),
  Type_Union_StringExtensible_send: (at) =>
    assert.nothing(client.stringExtensibleSend(open(at), "custom")),
  Type_Union_StringExtensibleNamed_get: (at) =>
    assert.resolves(client.stringExtensibleNamedGet(open(at)), { prop: "custom" }),
  Type_Union_StringExtensibleNamed_send: (at) =>
    assert.nothing(client.stringExtensibleNamedSend(open(at), "custom")),
  Type_Union_IntsOnly_get: (at) => assert.resolves(client.intsOnlyGet(open(at)), { prop: 2 }),
  Type_Union_IntsOnly_send: (at) => assert.nothing(client.intsOnlySend(open(at), 2)),
  Type_Union_FloatsOnly_get: (at) => assert.resolves(client.floatsOnlyGet(open(at)), { prop: 2.2 }),
  Type_Union_FloatsOnly_send: (at) => assert.nothing(client.floatsOnlySend(open(at), 2.2)),
  Type_Union_ModelsOnly_get: (at) =>
    assert.resolves(client.modelsOnlyGet(open(at)), { prop: { name: "test" } }),
  Type_Union_ModelsOnly_send: (at) =>
    assert.nothing(client.modelsOnlySend(open(at), { name: "test" })),
  Type_Union_EnumsOnly_get: (at) =>
    assert.resolves(client.enumsOnlyGet(open(at)), { prop: { lr: "right", ud: "up" } }),
  Type_Union_EnumsOnly_send: (at) =>
    assert.nothing(client.enumsOnlySend(open(at), { lr: "right", ud: "up" })),
  Type_Union_StringAndArray_get: (at) =>
    assert.resolves(client.stringAndArrayGet(open(at)), {
      prop: { string: "test", array: ["test1", "test2"] },
    }),
  Type_Union_StringAndArray_send: (at) =>
    assert.nothing(
      client.stringAndArraySend(open(at), { string: "test", array: ["test1", "test2"] }),
    ),
  Type_Union_MixedLiterals_get: (at) =>
    assert.resolves(client.mixedLiteralsGet(open(at)), {
      prop: { stringLiteral: "a", intLiteral: 2, floatLiteral: 3.3, booleanLiteral: true },
    }),
  Type_Union_MixedLiterals_send: (at) =>
    assert.nothing(
      client.mixedLiteralsSend(open(at), {
        stringLiteral: "a",
        intLiteral: 2,
        floatLiteral: 3.3,
        booleanLiteral: true,
      }),
    ),
  Type_Union_MixedTypes_get: (at) =>
    assert.resolves(client.mixedTypesGet(open(at)), {
      prop: {
        model: { name: "test" },
        literal: "a",
        int: 2,
        boolean: true,
        array: [{ name: "test" }, "a", 2, true],
      },
    }),
  Type_Union_MixedTypes_send: (at) =>
    assert.nothing(
      client.mixedTypesSend(open(at), {
        model: { name: "test" },
        literal: "a",
        int: 2,
        boolean: true,
        array: [{ name: "test" }, "a", 2, true],
      }),
    ),
};
