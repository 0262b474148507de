import * as client from "#emitted/server/versions/versioned/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) => client.createVersionedContext(endpoint);

export const calls: Calls = {
  Server_Versions_Versioned_withoutApiVersion: (at) =>
    assert.nothing(client.withoutApiVersion(open(at))),
  Server_Versions_Versioned_withPathApiVersion: (at) =>
    assert.nothing(client.withPathApiVersion(open(at))),
  Server_Versions_Versioned_withQueryOldApiVersion: (at) =>
    assert.nothing(client.withQueryOldApiVersion(open(at))),
  Server_Versions_Versioned_withQueryApiVersion: (at) =>
    assert.nothing(client.withQueryApiVersion(open(at))),
};
