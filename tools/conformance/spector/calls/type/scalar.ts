import * as client from "#emitted/type/scalar/client";
import { assert } from "../../assert.ts";
import type { CallContext, Calls } from "../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createScalarContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Type_Scalar_String_get: (at) => assert.resolves(client.stringGet(open(at)), "test"),
  Type_Scalar_String_put: (at) => assert.nothing(client.stringPut(open(at), "test")),
  Type_Scalar_Boolean_get: (at) => assert.resolves(client.booleanGet(open(at)), true),
  Type_Scalar_Boolean_put: (at) => assert.nothing(client.booleanPut(open(at), true)),
  Type_Scalar_Unknown_get: (at) => assert.resolves(client.unknownGet(open(at)), "test"),
  Type_Scalar_Unknown_put: (at) => assert.nothing(client.unknownPut(open(at), "test")),
  Type_Scalar_DecimalType_responseBody: (at) =>
    assert.resolves(client.decimalTypeResponseBody(open(at)), 0.33333),
  Type_Scalar_Decimal128Type_responseBody: (at) =>
    assert.resolves(client.decimal128TypeResponseBody(open(at)), 0.33333),
  Type_Scalar_DecimalType_requestBody: (at) =>
    assert.nothing(client.decimalTypeRequestBody(open(at), 0.33333)),
  Type_Scalar_Decimal128Type_requestBody: (at) =>
    assert.nothing(client.decimal128TypeRequestBody(open(at), 0.33333)),
  Type_Scalar_DecimalType_requestParameter: (at) =>
    assert.nothing(client.decimalTypeRequestParameter(open(at), 0.33333)),
  Type_Scalar_Decimal128Type_requestParameter: (at) =>
    assert.nothing(client.decimal128TypeRequestParameter(open(at), 0.33333)),
  Type_Scalar_DecimalVerify_prepareVerify: (at) =>
    assert.resolves(client.decimalVerifyPrepareVerify(open(at)), [0.1, 0.1, 0.1]),
  Type_Scalar_Decimal128Verify_prepareVerify: (at) =>
    assert.resolves(client.decimal128VerifyPrepareVerify(open(at)), [0.1, 0.1, 0.1]),
  Type_Scalar_DecimalVerify_verify: (at) =>
    assert.nothing(client.decimalVerifyVerify(open(at), 0.3)),
  Type_Scalar_Decimal128Verify_verify: (at) =>
    assert.nothing(client.decimal128VerifyVerify(open(at), 0.3)),
};
