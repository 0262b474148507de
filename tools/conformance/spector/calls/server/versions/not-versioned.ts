import * as client from "#emitted/server/versions/not-versioned/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createNotVersionedContext(endpoint, { validateResponses: true });

export const calls: Calls = {
  Server_Versions_NotVersioned_withoutApiVersion: (at) =>
    assert.nothing(client.withoutApiVersion(open(at))),
  Server_Versions_NotVersioned_withPathApiVersion: (at) =>
    assert.nothing(client.withPathApiVersion(open(at), "v1.0")),
  Server_Versions_NotVersioned_withQueryApiVersion: (at) =>
    assert.nothing(client.withQueryApiVersion(open(at), "v1.0")),
};
