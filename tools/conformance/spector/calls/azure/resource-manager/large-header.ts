import * as client from "#emitted/azure/resource-manager/large-header/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";
import { scopeToken } from "../../../credentials.ts";
import { fast } from "../../../polling.ts";

const open = ({ endpoint }: CallContext) =>
  client.createLargeHeaderContext("00000000-0000-0000-0000-000000000000", scopeToken, {
    validateResponses: true,
    endpoint,
  });

export const calls: Calls = {
  Azure_ResourceManager_LargeHeader_LargeHeaders_two6k: (at) =>
    assert.resolves(client.largeHeadersTwo6k(open(at), "test-rg", "header1", fast), {
      succeeded: true,
    }),
};
