import * as client from "#emitted/service/multi-service/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createCombinedContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Service_MultiService_ServiceA_Foo_test: (at) => assert.nothing(client.fooTest(open(at))),
  Service_MultiService_ServiceB_Bar_test: (at) => assert.nothing(client.barTest(open(at))),
};
