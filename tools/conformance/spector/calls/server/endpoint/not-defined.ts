import * as client from "#emitted/server/endpoint/not-defined/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createNotDefinedContext(endpoint, { validateResponses: true });

export const calls: Calls = {
  Server_Endpoint_NotDefined_valid: (at) => assert.nothing(client.valid(open(at))),
};
