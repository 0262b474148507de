import * as client from "#emitted/azure/client-generator-core/api-version/client-api-versions/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createClientApiVersionsContext({
    validateResponses: true,
    endpoint,
    apiVersion: "2022-10-01",
  });

export const calls: Calls = {
  Azure_ClientGenerator_Core_ApiVersion_ClientApiVersions_sendApiVersion: (at) =>
    assert.nothing(client.sendApiVersion(open(at))),
};
