import { createPipelineRequest } from "@azure/core-rest-pipeline";
import * as client from "#emitted/resiliency/srv-driven/client";
import * as old from "#emitted/resiliency/srv-driven/client-old";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

// The old client uses v1 with both deployments of the service. The new client uses both versions with the new deployment.
const oldToOld = ({ endpoint }: CallContext) =>
  old.createResiliencyServiceDrivenContext(endpoint, "v1", { validateResponses: true });
const oldToNew = ({ endpoint }: CallContext) =>
  old.createResiliencyServiceDrivenContext(endpoint, "v2", { validateResponses: true });
const newInV1 = ({ endpoint }: CallContext) =>
  client.createResiliencyServiceDrivenContext(endpoint, "v2", {
    validateResponses: true,
    apiVersion: "v1",
  });
const open = ({ endpoint }: CallContext) =>
  client.createResiliencyServiceDrivenContext(endpoint, "v2", { validateResponses: true });

export const calls: Calls = {
  Resiliency_ServiceDriven_AddOptionalParam_fromNone: async (at) => {
    await assert.nothing(old.fromNone(oldToOld(at)));
    await assert.nothing(old.fromNone(oldToNew(at)));
    await assert.nothing(client.fromNone(newInV1(at)));
    await assert.nothing(client.fromNone(open(at), { newParameter: "new" }));
  },
  Resiliency_ServiceDriven_AddOptionalParam_fromOneRequired: async (at) => {
    await assert.nothing(old.fromOneRequired(oldToOld(at), "required"));
    await assert.nothing(old.fromOneRequired(oldToNew(at), "required"));
    await assert.nothing(client.fromOneRequired(newInV1(at), "required"));
    await assert.nothing(client.fromOneRequired(open(at), "required", { newParameter: "new" }));
  },
  Resiliency_ServiceDriven_AddOptionalParam_fromOneOptional: async (at) => {
    await assert.nothing(old.fromOneOptional(oldToOld(at), { parameter: "optional" }));
    await assert.nothing(old.fromOneOptional(oldToNew(at), { parameter: "optional" }));
    await assert.nothing(client.fromOneOptional(newInV1(at), { parameter: "optional" }));
    await assert.nothing(
      client.fromOneOptional(open(at), { parameter: "optional", newParameter: "new" }),
    );
  },
  // The old client has no function for the new operation, so the request is sent with its pipeline.
  Resiliency_ServiceDriven_breakTheGlass: async ({ endpoint }) => {
    const context = oldToNew({ endpoint });
    const response = await context.pipeline.sendRequest(
      context.httpClient,
      createPipelineRequest({
        url: `${endpoint}/resiliency/service-driven/client:v1/service:v2/api-version:v2/add-operation`,
        method: "DELETE",
        allowInsecureConnection: true,
      }),
    );
    assert.equal(response.status, 204);
  },
  Resiliency_ServiceDriven_addOperation: (at) => assert.nothing(client.addOperation(open(at))),
};
