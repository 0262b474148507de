import * as client from "#emitted/azure/client-generator-core/client-initialization/individually/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createIndividuallyNestedWithPathContext("test-blob", {
    validateResponses: true,
    endpoint,
  });
const openIndividuallyNestedWithQuery = ({ endpoint }: CallContext) =>
  client.createIndividuallyNestedWithQueryContext("test-blob", {
    validateResponses: true,
    endpoint,
  });
const openIndividuallyNestedWithHeader = ({ endpoint }: CallContext) =>
  client.createIndividuallyNestedWithHeaderContext("test-name-value", {
    validateResponses: true,
    endpoint,
  });
const openIndividuallyNestedWithMultiple = ({ endpoint }: CallContext) =>
  client.createIndividuallyNestedWithMultipleContext("test-name-value", "us-west", {
    validateResponses: true,
    endpoint,
  });
const openIndividuallyNestedWithMixed = ({ endpoint }: CallContext) =>
  client.createIndividuallyNestedWithMixedContext("test-name-value", {
    validateResponses: true,
    endpoint,
  });
const openIndividuallyNestedWithParamAlias = ({ endpoint }: CallContext) =>
  client.createIndividuallyNestedWithParamAliasContext("sample-blob", {
    validateResponses: true,
    endpoint,
  });

export const calls: Calls = {
  Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithPath:
    async (at) => {
      await assert.nothing(
        client.individuallyNestedWithPathWithQuery(open(at), { format: "text" }),
      );
      await assert.resolves(client.individuallyNestedWithPathGetStandalone(open(at)), {
        name: "test-blob",
        size: 1024,
        contentType: "application/octet-stream",
        createdOn: new Date("2023-01-01T12:00:00.000Z"),
      });
      await assert.nothing(client.individuallyNestedWithPathDeleteStandalone(open(at)));
    },
  Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithQuery:
    async (at) => {
      await assert.nothing(
        client.individuallyNestedWithQueryWithQuery(openIndividuallyNestedWithQuery(at), {
          format: "text",
        }),
      );
      await assert.resolves(
        client.individuallyNestedWithQueryGetStandalone(openIndividuallyNestedWithQuery(at)),
        {
          name: "test-blob",
          size: 1024,
          contentType: "application/octet-stream",
          createdOn: new Date("2023-01-01T12:00:00.000Z"),
        },
      );
      await assert.nothing(
        client.individuallyNestedWithQueryDeleteStandalone(openIndividuallyNestedWithQuery(at)),
      );
    },
  Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithHeader:
    async (at) => {
      await assert.nothing(
        client.withQuery(openIndividuallyNestedWithHeader(at), {
          format: "text",
        }),
      );
      await assert.nothing(client.getStandalone(openIndividuallyNestedWithHeader(at)));
      await assert.nothing(client.deleteStandalone(openIndividuallyNestedWithHeader(at)));
    },
  Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithMultiple:
    async (at) => {
      await assert.nothing(
        client.individuallyNestedWithMultipleWithQuery(openIndividuallyNestedWithMultiple(at), {
          format: "text",
        }),
      );
      await assert.nothing(
        client.individuallyNestedWithMultipleGetStandalone(openIndividuallyNestedWithMultiple(at)),
      );
      await assert.nothing(
        client.individuallyNestedWithMultipleDeleteStandalone(
          openIndividuallyNestedWithMultiple(at),
        ),
      );
    },
  Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithMixed:
    async (at) => {
      await assert.nothing(
        client.individuallyNestedWithMixedWithQuery(
          openIndividuallyNestedWithMixed(at),
          "us-west",
          { format: "text" },
        ),
      );
      await assert.nothing(
        client.individuallyNestedWithMixedGetStandalone(
          openIndividuallyNestedWithMixed(at),
          "us-west",
        ),
      );
      await assert.nothing(
        client.individuallyNestedWithMixedDeleteStandalone(
          openIndividuallyNestedWithMixed(at),
          "us-west",
        ),
      );
    },
  Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithParamAlias:
    async (at) => {
      await assert.nothing(client.withAliasedName(openIndividuallyNestedWithParamAlias(at)));
      await assert.nothing(client.withOriginalName(openIndividuallyNestedWithParamAlias(at)));
    },
};
