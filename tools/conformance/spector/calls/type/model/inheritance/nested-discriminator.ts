import * as client from "#emitted/type/model/inheritance/nested-discriminator/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createNestedDiscriminatorContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Model_Inheritance_NestedDiscriminator_getModel: (at) =>
    assert.resolves(client.getModel(open(at)), { age: 1, kind: "shark", sharktype: "goblin" }),
  Type_Model_Inheritance_NestedDiscriminator_putModel: (at) =>
    assert.nothing(client.putModel(open(at), { age: 1, kind: "shark", sharktype: "goblin" })),
  Type_Model_Inheritance_NestedDiscriminator_getRecursiveModel: (at) =>
    assert.resolves(client.getRecursiveModel(open(at)), {
      age: 1,
      kind: "salmon",
      partner: { age: 2, kind: "shark", sharktype: "saw" },
      friends: [
        {
          age: 2,
          kind: "salmon",
          partner: { age: 3, kind: "salmon" },
          hate: {
            key1: { age: 4, kind: "salmon" },
            key2: { age: 2, kind: "shark", sharktype: "goblin" },
          },
        },
        { age: 3, kind: "shark", sharktype: "goblin" },
      ],
      hate: {
        key3: { age: 3, kind: "shark", sharktype: "saw" },
        key4: {
          age: 2,
          kind: "salmon",
          friends: [
            { age: 1, kind: "salmon" },
            { age: 4, kind: "shark", sharktype: "goblin" },
          ],
        },
      },
    }),
  Type_Model_Inheritance_NestedDiscriminator_putRecursiveModel: (at) =>
    assert.nothing(
      client.putRecursiveModel(open(at), {
        age: 1,
        kind: "salmon",
        partner: { age: 2, kind: "shark", sharktype: "saw" },
        friends: [
          {
            age: 2,
            kind: "salmon",
            partner: { age: 3, kind: "salmon" },
            hate: {
              key1: { age: 4, kind: "salmon" },
              key2: { age: 2, kind: "shark", sharktype: "goblin" },
            },
          },
          { age: 3, kind: "shark", sharktype: "goblin" },
        ],
        hate: {
          key3: { age: 3, kind: "shark", sharktype: "saw" },
          key4: {
            age: 2,
            kind: "salmon",
            friends: [
              { age: 1, kind: "salmon" },
              { age: 4, kind: "shark", sharktype: "goblin" },
            ],
          },
        },
      }),
    ),
  Type_Model_Inheritance_NestedDiscriminator_getMissingDiscriminator: (at) =>
    assert.resolves(client.getMissingDiscriminator(open(at)), { age: 1 }),
  Type_Model_Inheritance_NestedDiscriminator_getWrongDiscriminator: (at) =>
    assert.resolves(client.getWrongDiscriminator(open(at)), { age: 1, kind: "wrongKind" }),
};
