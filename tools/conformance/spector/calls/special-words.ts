import * as client from "#emitted/special-words/client";
import { assert } from "../assert.ts";
import type { CallContext, Calls } from "../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createSpecialWordsContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  SpecialWords_ModelProperties_sameAsModel: (at) =>
    assert.nothing(client.modelPropertiesSameAsModel(open(at), { SameAsModel: "ok" })),
  SpecialWords_ModelProperties_dictMethods: (at) =>
    assert.nothing(
      client.modelPropertiesDictMethods(open(at), {
        keys: "ok",
        items: "ok",
        values: "ok",
        popitem: "ok",
        clear: "ok",
        update: "ok",
        setdefault: "ok",
        pop: "ok",
        get: "ok",
        copy: "ok",
      }),
    ),
  SpecialWords_ModelProperties_withList: (at) =>
    assert.nothing(client.modelPropertiesWithList(open(at), { list: "ok" })),
  SpecialWords_Models_and: (at) => assert.nothing(client.modelsWithAnd(open(at), { name: "ok" })),
  SpecialWords_Models_as: (at) => assert.nothing(client.modelsWithAs(open(at), { name: "ok" })),
  SpecialWords_Models_assert: (at) =>
    assert.nothing(client.modelsWithAssert(open(at), { name: "ok" })),
  SpecialWords_Models_async: (at) =>
    assert.nothing(client.modelsWithAsync(open(at), { name: "ok" })),
  SpecialWords_Models_await: (at) =>
    assert.nothing(client.modelsWithAwait(open(at), { name: "ok" })),
  SpecialWords_Models_break: (at) =>
    assert.nothing(client.modelsWithBreak(open(at), { name: "ok" })),
  SpecialWords_Models_class: (at) =>
    assert.nothing(client.modelsWithClass(open(at), { name: "ok" })),
  SpecialWords_Models_constructor: (at) =>
    assert.nothing(client.modelsWithConstructor(open(at), { name: "ok" })),
  SpecialWords_Models_continue: (at) =>
    assert.nothing(client.modelsWithContinue(open(at), { name: "ok" })),
  SpecialWords_Models_def: (at) => assert.nothing(client.modelsWithDef(open(at), { name: "ok" })),
  SpecialWords_Models_del: (at) => assert.nothing(client.modelsWithDel(open(at), { name: "ok" })),
  SpecialWords_Models_elif: (at) => assert.nothing(client.modelsWithElif(open(at), { name: "ok" })),
  SpecialWords_Models_else: (at) => assert.nothing(client.modelsWithElse(open(at), { name: "ok" })),
  SpecialWords_Models_except: (at) =>
    assert.nothing(client.modelsWithExcept(open(at), { name: "ok" })),
  SpecialWords_Models_exec: (at) => assert.nothing(client.modelsWithExec(open(at), { name: "ok" })),
  SpecialWords_Models_finally: (at) =>
    assert.nothing(client.modelsWithFinally(open(at), { name: "ok" })),
  SpecialWords_Models_for: (at) => assert.nothing(client.modelsWithFor(open(at), { name: "ok" })),
  SpecialWords_Models_from: (at) => assert.nothing(client.modelsWithFrom(open(at), { name: "ok" })),
  SpecialWords_Models_global: (at) =>
    assert.nothing(client.modelsWithGlobal(open(at), { name: "ok" })),
  SpecialWords_Models_if: (at) => assert.nothing(client.modelsWithIf(open(at), { name: "ok" })),
  SpecialWords_Models_import: (at) =>
    assert.nothing(client.modelsWithImport(open(at), { name: "ok" })),
  SpecialWords_Models_in: (at) => assert.nothing(client.modelsWithIn(open(at), { name: "ok" })),
  SpecialWords_Models_is: (at) => assert.nothing(client.modelsWithIs(open(at), { name: "ok" })),
  SpecialWords_Models_lambda: (at) =>
    assert.nothing(client.modelsWithLambda(open(at), { name: "ok" })),
  SpecialWords_Models_not: (at) => assert.nothing(client.modelsWithNot(open(at), { name: "ok" })),
  SpecialWords_Models_or: (at) => assert.nothing(client.modelsWithOr(open(at), { name: "ok" })),
  SpecialWords_Models_pass: (at) => assert.nothing(client.modelsWithPass(open(at), { name: "ok" })),
  SpecialWords_Models_raise: (at) =>
    assert.nothing(client.modelsWithRaise(open(at), { name: "ok" })),
  SpecialWords_Models_return: (at) =>
    assert.nothing(client.modelsWithReturn(open(at), { name: "ok" })),
  SpecialWords_Models_try: (at) => assert.nothing(client.modelsWithTry(open(at), { name: "ok" })),
  SpecialWords_Models_while: (at) =>
    assert.nothing(client.modelsWithWhile(open(at), { name: "ok" })),
  SpecialWords_Models_with: (at) => assert.nothing(client.modelsWithWith(open(at), { name: "ok" })),
  SpecialWords_Models_yield: (at) =>
    assert.nothing(client.modelsWithYield(open(at), { name: "ok" })),
  SpecialWords_Operations_and: (at) => assert.nothing(client.operationsAnd(open(at))),
  SpecialWords_Operations_as: (at) => assert.nothing(client.operationsAs(open(at))),
  SpecialWords_Operations_assert: (at) => assert.nothing(client.operationsAssert(open(at))),
  SpecialWords_Operations_async: (at) => assert.nothing(client.operationsAsync(open(at))),
  SpecialWords_Operations_await: (at) => assert.nothing(client.operationsAwait(open(at))),
  SpecialWords_Operations_break: (at) => assert.nothing(client.operationsBreak(open(at))),
  SpecialWords_Operations_class: (at) => assert.nothing(client.operationsClass(open(at))),
  SpecialWords_Operations_constructor: (at) =>
    assert.nothing(client.operationsConstructor(open(at))),
  SpecialWords_Operations_continue: (at) => assert.nothing(client.operationsContinue(open(at))),
  SpecialWords_Operations_def: (at) => assert.nothing(client.operationsDef(open(at))),
  SpecialWords_Operations_del: (at) => assert.nothing(client.operationsDel(open(at))),
  SpecialWords_Operations_elif: (at) => assert.nothing(client.operationsElif(open(at))),
  SpecialWords_Operations_else: (at) => assert.nothing(client.operationsElse(open(at))),
  SpecialWords_Operations_except: (at) => assert.nothing(client.operationsExcept(open(at))),
  SpecialWords_Operations_exec: (at) => assert.nothing(client.operationsExec(open(at))),
  SpecialWords_Operations_finally: (at) => assert.nothing(client.operationsFinally(open(at))),
  SpecialWords_Operations_for: (at) => assert.nothing(client.operationsFor(open(at))),
  SpecialWords_Operations_from: (at) => assert.nothing(client.operationsFrom(open(at))),
  SpecialWords_Operations_global: (at) => assert.nothing(client.operationsGlobal(open(at))),
  SpecialWords_Operations_if: (at) => assert.nothing(client.operationsIf(open(at))),
  SpecialWords_Operations_import: (at) => assert.nothing(client.operationsImport(open(at))),
  SpecialWords_Operations_in: (at) => assert.nothing(client.operationsIn(open(at))),
  SpecialWords_Operations_is: (at) => assert.nothing(client.operationsIs(open(at))),
  SpecialWords_Operations_lambda: (at) => assert.nothing(client.operationsLambda(open(at))),
  SpecialWords_Operations_not: (at) => assert.nothing(client.operationsNot(open(at))),
  SpecialWords_Operations_or: (at) => assert.nothing(client.operationsOr(open(at))),
  SpecialWords_Operations_pass: (at) => assert.nothing(client.operationsPass(open(at))),
  SpecialWords_Operations_raise: (at) => assert.nothing(client.operationsRaise(open(at))),
  SpecialWords_Operations_return: (at) => assert.nothing(client.operationsReturn(open(at))),
  SpecialWords_Operations_try: (at) => assert.nothing(client.operationsTry(open(at))),
  SpecialWords_Operations_while: (at) => assert.nothing(client.operationsWhile(open(at))),
  SpecialWords_Operations_with: (at) => assert.nothing(client.operationsWith(open(at))),
  SpecialWords_Operations_yield: (at) => assert.nothing(client.operationsYield(open(at))),
  SpecialWords_Parameters_and: (at) => assert.nothing(client.parametersWithAnd(open(at), "ok")),
  SpecialWords_Parameters_as: (at) => assert.nothing(client.parametersWithAs(open(at), "ok")),
  SpecialWords_Parameters_assert: (at) =>
    assert.nothing(client.parametersWithAssert(open(at), "ok")),
  SpecialWords_Parameters_async: (at) => assert.nothing(client.parametersWithAsync(open(at), "ok")),
  SpecialWords_Parameters_await: (at) => assert.nothing(client.parametersWithAwait(open(at), "ok")),
  SpecialWords_Parameters_break: (at) => assert.nothing(client.parametersWithBreak(open(at), "ok")),
  SpecialWords_Parameters_class: (at) => assert.nothing(client.parametersWithClass(open(at), "ok")),
  SpecialWords_Parameters_constructor: (at) =>
    assert.nothing(client.parametersWithConstructor(open(at), "ok")),
  SpecialWords_Parameters_continue: (at) =>
    assert.nothing(client.parametersWithContinue(open(at), "ok")),
  SpecialWords_Parameters_def: (at) => assert.nothing(client.parametersWithDef(open(at), "ok")),
  SpecialWords_Parameters_del: (at) => assert.nothing(client.parametersWithDel(open(at), "ok")),
  SpecialWords_Parameters_elif: (at) => assert.nothing(client.parametersWithElif(open(at), "ok")),
  SpecialWords_Parameters_else: (at) => assert.nothing(client.parametersWithElse(open(at), "ok")),
  SpecialWords_Parameters_except: (at) =>
    assert.nothing(client.parametersWithExcept(open(at), "ok")),
  SpecialWords_Parameters_exec: (at) => assert.nothing(client.parametersWithExec(open(at), "ok")),
  SpecialWords_Parameters_finally: (at) =>
    assert.nothing(client.parametersWithFinally(open(at), "ok")),
  SpecialWords_Parameters_for: (at) => assert.nothing(client.parametersWithFor(open(at), "ok")),
  SpecialWords_Parameters_from: (at) => assert.nothing(client.parametersWithFrom(open(at), "ok")),
  SpecialWords_Parameters_global: (at) =>
    assert.nothing(client.parametersWithGlobal(open(at), "ok")),
  SpecialWords_Parameters_if: (at) => assert.nothing(client.parametersWithIf(open(at), "ok")),
  SpecialWords_Parameters_import: (at) =>
    assert.nothing(client.parametersWithImport(open(at), "ok")),
  SpecialWords_Parameters_in: (at) => assert.nothing(client.parametersWithIn(open(at), "ok")),
  SpecialWords_Parameters_is: (at) => assert.nothing(client.parametersWithIs(open(at), "ok")),
  SpecialWords_Parameters_lambda: (at) =>
    assert.nothing(client.parametersWithLambda(open(at), "ok")),
  SpecialWords_Parameters_not: (at) => assert.nothing(client.parametersWithNot(open(at), "ok")),
  SpecialWords_Parameters_or: (at) => assert.nothing(client.parametersWithOr(open(at), "ok")),
  SpecialWords_Parameters_pass: (at) => assert.nothing(client.parametersWithPass(open(at), "ok")),
  SpecialWords_Parameters_raise: (at) => assert.nothing(client.parametersWithRaise(open(at), "ok")),
  SpecialWords_Parameters_return: (at) =>
    assert.nothing(client.parametersWithReturn(open(at), "ok")),
  SpecialWords_Parameters_try: (at) => assert.nothing(client.parametersWithTry(open(at), "ok")),
  SpecialWords_Parameters_while: (at) => assert.nothing(client.parametersWithWhile(open(at), "ok")),
  SpecialWords_Parameters_with: (at) => assert.nothing(client.parametersWithWith(open(at), "ok")),
  SpecialWords_Parameters_yield: (at) => assert.nothing(client.parametersWithYield(open(at), "ok")),
  SpecialWords_Parameters_cancellationToken: (at) =>
    assert.nothing(client.parametersWithCancellationToken(open(at), "ok")),
  SpecialWords_ReservedOperationBodyParams_withItems: (at) =>
    assert.nothing(client.reservedOperationBodyParamsWithItems(open(at), ["item"])),
  SpecialWords_ExtensibleStrings_putExtensibleStringValue: (at) =>
    assert.resolves(client.extensibleStringsPutExtensibleStringValue(open(at), "class"), "class"),
};
