import * as client from "#emitted/azure/client-generator-core/api-version/query/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createQueryContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Client_AlternateApiVersion_Service_Query_queryApiVersion: (at) =>
    assert.nothing(client.queryApiVersion(open(at))),
};
