import * as client from "#emitted/azure/client-generator-core/api-version/header/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createHeaderContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Client_AlternateApiVersion_Service_Header_headerApiVersion: (at) =>
    assert.nothing(client.headerApiVersion(open(at))),
};
