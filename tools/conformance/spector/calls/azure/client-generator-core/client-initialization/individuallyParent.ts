import * as client from "#emitted/azure/client-generator-core/client-initialization/individuallyParent/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createIndividuallyParentNestedWithPathContext("test-blob", {
    validateResponses: true,
    endpoint,
  });
const openIndividuallyParentNestedWithQuery = ({ endpoint }: CallContext) =>
  client.createIndividuallyParentNestedWithQueryContext("test-blob", {
    validateResponses: true,
    endpoint,
  });
const openIndividuallyParentNestedWithHeader = ({ endpoint }: CallContext) =>
  client.createIndividuallyParentNestedWithHeaderContext("test-name-value", {
    validateResponses: true,
    endpoint,
  });
const openIndividuallyParentNestedWithMultiple = ({ endpoint }: CallContext) =>
  client.createIndividuallyParentNestedWithMultipleContext("test-name-value", "us-west", {
    validateResponses: true,
    endpoint,
  });
const openIndividuallyParentNestedWithMixed = ({ endpoint }: CallContext) =>
  client.createIndividuallyParentNestedWithMixedContext("test-name-value", {
    validateResponses: true,
    endpoint,
  });
const openIndividuallyParentNestedWithParamAlias = ({ endpoint }: CallContext) =>
  client.createIndividuallyParentNestedWithParamAliasContext("sample-blob", {
    validateResponses: true,
    endpoint,
  });

export const calls: Calls = {
  Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithPathClient:
    async (at) => {
      await assert.nothing(
        client.individuallyParentNestedWithPathClientWithQuery(open(at), { format: "text" }),
      );
      await assert.resolves(client.individuallyParentNestedWithPathClientGetStandalone(open(at)), {
        name: "test-blob",
        size: 1024,
        contentType: "application/octet-stream",
        createdOn: new Date("2023-01-01T12:00:00.000Z"),
      });
      await assert.nothing(client.individuallyParentNestedWithPathClientDeleteStandalone(open(at)));
    },
  Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithQueryClient:
    async (at) => {
      await assert.nothing(
        client.individuallyParentNestedWithQueryClientWithQuery(
          openIndividuallyParentNestedWithQuery(at),
          { format: "text" },
        ),
      );
      await assert.resolves(
        client.individuallyParentNestedWithQueryClientGetStandalone(
          openIndividuallyParentNestedWithQuery(at),
        ),
        {
          name: "test-blob",
          size: 1024,
          contentType: "application/octet-stream",
          createdOn: new Date("2023-01-01T12:00:00.000Z"),
        },
      );
      await assert.nothing(
        client.individuallyParentNestedWithQueryClientDeleteStandalone(
          openIndividuallyParentNestedWithQuery(at),
        ),
      );
    },
  Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithHeaderClient:
    async (at) => {
      await assert.nothing(
        client.individuallyParentNestedWithHeaderClientWithQuery(
          openIndividuallyParentNestedWithHeader(at),
          { format: "text" },
        ),
      );
      await assert.nothing(
        client.individuallyParentNestedWithHeaderClientGetStandalone(
          openIndividuallyParentNestedWithHeader(at),
        ),
      );
      await assert.nothing(
        client.individuallyParentNestedWithHeaderClientDeleteStandalone(
          openIndividuallyParentNestedWithHeader(at),
        ),
      );
    },
  Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithMultipleClient:
    async (at) => {
      await assert.nothing(
        client.individuallyParentNestedWithMultipleClientWithQuery(
          openIndividuallyParentNestedWithMultiple(at),
          { format: "text" },
        ),
      );
      await assert.nothing(
        client.individuallyParentNestedWithMultipleClientGetStandalone(
          openIndividuallyParentNestedWithMultiple(at),
        ),
      );
      await assert.nothing(
        client.individuallyParentNestedWithMultipleClientDeleteStandalone(
          openIndividuallyParentNestedWithMultiple(at),
        ),
      );
    },
  Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithMixedClient:
    async (at) => {
      await assert.nothing(
        client.individuallyParentNestedWithMixedClientWithQuery(
          openIndividuallyParentNestedWithMixed(at),
          "us-west",
          { format: "text" },
        ),
      );
      await assert.nothing(
        client.individuallyParentNestedWithMixedClientGetStandalone(
          openIndividuallyParentNestedWithMixed(at),
          "us-west",
        ),
      );
      await assert.nothing(
        client.individuallyParentNestedWithMixedClientDeleteStandalone(
          openIndividuallyParentNestedWithMixed(at),
          "us-west",
        ),
      );
    },
  Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithParamAliasClient:
    async (at) => {
      await assert.nothing(
        client.individuallyParentNestedWithParamAliasClientWithAliasedName(
          openIndividuallyParentNestedWithParamAlias(at),
        ),
      );
      await assert.nothing(
        client.individuallyParentNestedWithParamAliasClientWithOriginalName(
          openIndividuallyParentNestedWithParamAlias(at),
        ),
      );
    },
};
