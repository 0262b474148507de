import * as client from "#emitted/azure/client-generator-core/client-initialization/default/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createHeaderParamContext("test-name-value", { validateResponses: true, endpoint });
const openMultipleParams = ({ endpoint }: CallContext) =>
  client.createMultipleParamsContext("test-name-value", "us-west", {
    validateResponses: true,
    endpoint,
  });
const openMixedParams = ({ endpoint }: CallContext) =>
  client.createMixedParamsContext("test-name-value", { validateResponses: true, endpoint });
const openPathParam = ({ endpoint }: CallContext) =>
  client.createPathParamContext("sample-blob", { validateResponses: true, endpoint });
const openParamAlias = ({ endpoint }: CallContext) =>
  client.createParamAliasContext("sample-blob", { validateResponses: true, endpoint });
const openQueryParam = ({ endpoint }: CallContext) =>
  client.createQueryParamContext("test-blob", { validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_HeaderParam: async (at) => {
    await assert.nothing(client.withQuery(open(at), "test-id"));
    await assert.nothing(client.withBody(open(at), { name: "test-name" }));
  },
  Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_MultipleParams: async (at) => {
    await assert.nothing(client.multipleParamsWithQuery(openMultipleParams(at), "test-id"));
    await assert.nothing(
      client.multipleParamsWithBody(openMultipleParams(at), { name: "test-name" }),
    );
  },
  Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_MixedParams: async (at) => {
    await assert.nothing(client.mixedParamsWithQuery(openMixedParams(at), "us-west", "test-id"));
    await assert.nothing(
      client.mixedParamsWithBody(openMixedParams(at), "us-west", { name: "test-name" }),
    );
  },
  Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_PathParam: async (at) => {
    await assert.nothing(client.pathParamWithQuery(openPathParam(at), { format: "text" }));
    await assert.resolves(client.getStandalone(openPathParam(at)), {
      name: "sample-blob",
      size: 42,
      contentType: "text/plain",
      createdOn: new Date("2025-04-01T12:00:00.000Z"),
    });
    await assert.nothing(client.deleteStandalone(openPathParam(at)));
  },
  Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_ParamAlias: async (at) => {
    await assert.nothing(client.withAliasedName(openParamAlias(at)));
    await assert.nothing(client.withOriginalName(openParamAlias(at)));
  },
  Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_QueryParam: async (at) => {
    await assert.nothing(client.queryParamWithQuery(openQueryParam(at), { format: "text" }));
    await assert.resolves(client.queryParamGetStandalone(openQueryParam(at)), {
      name: "test-blob",
      size: 42,
      contentType: "text/plain",
      createdOn: new Date("2025-04-01T12:00:00.000Z"),
    });
    await assert.nothing(client.queryParamDeleteStandalone(openQueryParam(at)));
  },
};
