import * as client from "#emitted/type/model/inheritance/single-discriminator/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createSingleDiscriminatorContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Model_Inheritance_SingleDiscriminator_getModel: (at) =>
    assert.resolves(client.getModel(open(at)), { wingspan: 1, kind: "sparrow" }),
  Type_Model_Inheritance_SingleDiscriminator_putModel: (at) =>
    assert.nothing(client.putModel(open(at), { wingspan: 1, kind: "sparrow" })),
  Type_Model_Inheritance_SingleDiscriminator_getRecursiveModel: (at) =>
    assert.resolves(client.getRecursiveModel(open(at)), {
      wingspan: 5,
      kind: "eagle",
      partner: { wingspan: 2, kind: "goose" },
      friends: [{ wingspan: 2, kind: "seagull" }],
      hate: { key3: { wingspan: 1, kind: "sparrow" } },
    }),
  Type_Model_Inheritance_SingleDiscriminator_putRecursiveModel: (at) =>
    assert.nothing(
      client.putRecursiveModel(open(at), {
        wingspan: 5,
        kind: "eagle",
        partner: { wingspan: 2, kind: "goose" },
        friends: [{ wingspan: 2, kind: "seagull" }],
        hate: { key3: { wingspan: 1, kind: "sparrow" } },
      }),
    ),
  Type_Model_Inheritance_SingleDiscriminator_getMissingDiscriminator: (at) =>
    assert.resolves(client.getMissingDiscriminator(open(at)), { wingspan: 1 }),
  Type_Model_Inheritance_SingleDiscriminator_getWrongDiscriminator: (at) =>
    assert.resolves(client.getWrongDiscriminator(open(at)), { wingspan: 1, kind: "wrongKind" }),
  Type_Model_Inheritance_SingleDiscriminator_getLegacyModel: (at) =>
    assert.resolves(client.getLegacyModel(open(at)), { size: 20, kind: "t-rex" }),
  Type_Model_Inheritance_SingleDiscriminator_getNoSubtypesModel: (at) =>
    assert.resolves(client.getNoSubtypesModel(open(at)), { kind: "salmon", size: 10 }),
  Type_Model_Inheritance_SingleDiscriminator_putNoSubtypesModel: (at) =>
    assert.nothing(client.putNoSubtypesModel(open(at), { kind: "salmon", size: 10 })),
};
