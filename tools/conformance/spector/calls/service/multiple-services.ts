import * as client from "#emitted/service/multiple-services/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) => client.createServiceAContext(endpoint);
const openServiceB = ({ endpoint }: CallContext) => client.createServiceBContext(endpoint);

export const calls: Calls = {
  Service_MultipleServices_ServiceA_Operations_opA: (at) => assert.nothing(client.opA(open(at))),
  Service_MultipleServices_ServiceA_SubNamespace_subOpA: (at) =>
    assert.nothing(client.subOpA(open(at))),
  Service_MultipleServices_ServiceB_Operations_opB: (at) =>
    assert.nothing(client.opB(openServiceB(at))),
  Service_MultipleServices_ServiceB_SubNamespace_subOpB: (at) =>
    assert.nothing(client.subOpB(openServiceB(at))),
};
