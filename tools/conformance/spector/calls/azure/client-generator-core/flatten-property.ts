import * as client from "#emitted/azure/client-generator-core/flatten-property/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createFlattenPropertyContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_FlattenProperty_putFlattenModel: (at) =>
    assert.resolves(
      client.putFlattenModel(open(at), {
        name: "foo",
        properties: { description: "bar", age: 10 },
      }),
      { name: "test", properties: { description: "test", age: 1 } },
    ),
  Azure_ClientGenerator_Core_FlattenProperty_putNestedFlattenModel: (at) =>
    assert.resolves(
      client.putNestedFlattenModel(open(at), {
        name: "foo",
        properties: { summary: "bar", properties: { description: "test", age: 10 } },
      }),
      { name: "test", properties: { summary: "test", properties: { description: "foo", age: 1 } } },
    ),
  Azure_ClientGenerator_Core_FlattenProperty_putFlattenUnknownModel: (at) =>
    assert.resolves(client.putFlattenUnknownModel(open(at), { name: "foo" }), {
      name: "test",
      properties: { key1: "value1", key2: "value2" },
    }),
  Azure_ClientGenerator_Core_FlattenProperty_putFlattenReadOnlyModel: (at) =>
    assert.resolves(client.putFlattenReadOnlyModel(open(at), { name: "foo" }), {
      name: "foo",
      properties: { solutionId: "solution1", title: "Solution Title", content: "Solution Content" },
    }),
};
