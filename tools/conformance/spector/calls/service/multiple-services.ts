import * as client from "#emitted/service/multiple-services/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createServiceAContext({ validateResponses: true, endpoint });
const openServiceB = ({ endpoint }: CallContext) =>
  client.createServiceBContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Service_MultipleServices_ServiceA_Operations_opA: (at) =>
    assert.nothing(client.operationsOpA(open(at))),
  Service_MultipleServices_ServiceA_SubNamespace_subOpA: (at) =>
    assert.nothing(client.subNamespaceSubOpA(open(at))),
  Service_MultipleServices_ServiceB_Operations_opB: (at) =>
    assert.nothing(client.operationsOpB(openServiceB(at))),
  Service_MultipleServices_ServiceB_SubNamespace_subOpB: (at) =>
    assert.nothing(client.subNamespaceSubOpB(openServiceB(at))),
};
