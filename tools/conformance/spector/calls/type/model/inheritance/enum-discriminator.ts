import * as client from "#emitted/type/model/inheritance/enum-discriminator/client";
import { assert } from "../../../../assert.ts";
import type { CallContext, Calls } from "../../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createEnumDiscriminatorContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Model_Inheritance_EnumDiscriminator_getExtensibleModel: (at) =>
    assert.resolves(client.getExtensibleModel(open(at)), { weight: 10, kind: "golden" }),
  Type_Model_Inheritance_EnumDiscriminator_putExtensibleModel: (at) =>
    assert.nothing(client.putExtensibleModel(open(at), { weight: 10, kind: "golden" })),
  Type_Model_Inheritance_EnumDiscriminator_getFixedModel: (at) =>
    assert.resolves(client.getFixedModel(open(at)), { length: 10, kind: "cobra" }),
  Type_Model_Inheritance_EnumDiscriminator_putFixedModel: (at) =>
    assert.nothing(client.putFixedModel(open(at), { length: 10, kind: "cobra" })),
  Type_Model_Inheritance_EnumDiscriminator_getExtensibleModelMissingDiscriminator: (at) =>
    assert.resolves(client.getExtensibleModelMissingDiscriminator(open(at)), { weight: 10 }),
  Type_Model_Inheritance_EnumDiscriminator_getExtensibleModelWrongDiscriminator: (at) =>
    assert.resolves(client.getExtensibleModelWrongDiscriminator(open(at)), {
      weight: 8,
      kind: "wrongKind",
    }),
  Type_Model_Inheritance_EnumDiscriminator_getFixedModelMissingDiscriminator: (at) =>
    assert.resolves(client.getFixedModelMissingDiscriminator(open(at)), { length: 10 }),
  Type_Model_Inheritance_EnumDiscriminator_getFixedModelWrongDiscriminator: (at) =>
    assert.resolves(client.getFixedModelWrongDiscriminator(open(at)), {
      length: 8,
      kind: "wrongKind",
    }),
};
