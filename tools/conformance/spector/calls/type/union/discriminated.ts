import * as client from "#emitted/type/union/discriminated/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createDiscriminatedContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Union_Discriminated_Envelope_Object_Default_get: (at) =>
    assert.resolves(client.envelopeObjectDefaultGet(open(at)), {
      kind: "cat",
      value: { name: "Whiskers", meow: true },
    }),
  Type_Union_Discriminated_Envelope_Object_Default_put: (at) =>
    assert.resolves(
      client.envelopeObjectDefaultPut(open(at), {
        kind: "cat",
        value: { name: "Whiskers", meow: true },
      }),
      { kind: "cat", value: { name: "Whiskers", meow: true } },
    ),
  Type_Union_Discriminated_Envelope_Object_CustomProperties_get: (at) =>
    assert.resolves(client.envelopeObjectCustomPropertiesGet(open(at)), {
      petType: "cat",
      petData: { name: "Whiskers", meow: true },
    }),
  Type_Union_Discriminated_Envelope_Object_CustomProperties_put: (at) =>
    assert.resolves(
      client.envelopeObjectCustomPropertiesPut(open(at), {
        petType: "cat",
        petData: { name: "Whiskers", meow: true },
      }),
      { petType: "cat", petData: { name: "Whiskers", meow: true } },
    ),
  Type_Union_Discriminated_NoEnvelope_Default_get: (at) =>
    assert.resolves(client.noEnvelopeDefaultGet(open(at)), {
      kind: "cat",
      name: "Whiskers",
      meow: true,
    }),
  Type_Union_Discriminated_NoEnvelope_Default_put: (at) =>
    assert.resolves(
      client.noEnvelopeDefaultPut(open(at), { kind: "cat", name: "Whiskers", meow: true }),
      { kind: "cat", name: "Whiskers", meow: true },
    ),
  Type_Union_Discriminated_NoEnvelope_CustomDiscriminator_get: (at) =>
    assert.resolves(client.noEnvelopeCustomDiscriminatorGet(open(at)), {
      type: "cat",
      name: "Whiskers",
      meow: true,
    }),
  Type_Union_Discriminated_NoEnvelope_CustomDiscriminator_put: (at) =>
    assert.resolves(
      client.noEnvelopeCustomDiscriminatorPut(open(at), {
        type: "cat",
        name: "Whiskers",
        meow: true,
      }),
      { type: "cat", name: "Whiskers", meow: true },
    ),
};
