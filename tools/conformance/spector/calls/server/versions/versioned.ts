import * as client from "#emitted/server/versions/versioned/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createVersionedContext(endpoint, { validateResponses: true });
const openOld = ({ endpoint }: CallContext) =>
  client.createVersionedContext(endpoint, {
    validateResponses: true,
    apiVersion: "2021-01-01-preview",
  });

export const calls: Calls = {
  Server_Versions_Versioned_withoutApiVersion: (at) =>
    assert.nothing(client.withoutApiVersion(open(at))),
  Server_Versions_Versioned_withPathApiVersion: (at) =>
    assert.nothing(client.withPathApiVersion(open(at))),
  Server_Versions_Versioned_withQueryOldApiVersion: (at) =>
    assert.nothing(client.withQueryOldApiVersion(openOld(at))),
  Server_Versions_Versioned_withQueryApiVersion: (at) =>
    assert.nothing(client.withQueryApiVersion(open(at))),
};
