import * as client from "#emitted/azure/client-generator-core/api-version/path/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createPathContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Client_AlternateApiVersion_Service_Path_pathApiVersion: (at) =>
    assert.nothing(client.pathApiVersion(open(at))),
};
