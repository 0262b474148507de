import * as client from "#emitted/azure/client-generator-core/client-doc/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createClientDocContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_ClientDoc_Documentation: (at) =>
    assert.resolves(client.documentationHarvest(open(at), { name: "Rose", species: "Rosa" }), {
      name: "Rose",
      species: "Rosa",
    }),
};
