import * as client from "#emitted/routes/client";
import { assert } from "../assert.ts";
import type { CallContext, Calls } from "../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createRoutesContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Routes_InInterface: (at) => assert.nothing(client.inInterfaceFixed(open(at))),
  Routes_fixed: (at) => assert.nothing(client.fixed(open(at))),
  Routes_PathParameters_templateOnly: (at) =>
    assert.nothing(client.pathParametersTemplateOnly(open(at), "a")),
  Routes_PathParameters_explicit: (at) =>
    assert.nothing(client.pathParametersExplicit(open(at), "a")),
  Routes_PathParameters_annotationOnly: (at) =>
    assert.nothing(client.pathParametersAnnotationOnly(open(at), "a")),
  Routes_PathParameters_ReservedExpansion_template: (at) =>
    assert.nothing(client.pathParametersReservedExpansionTemplate(open(at), "foo/bar baz")),
  Routes_PathParameters_ReservedExpansion_annotation: (at) =>
    assert.nothing(client.pathParametersReservedExpansionAnnotation(open(at), "foo/bar baz")),
  Routes_PathParameters_SimpleExpansion_Standard_primitive: (at) =>
    assert.nothing(client.pathParametersSimpleExpansionStandardPrimitive(open(at), "a")),
  Routes_PathParameters_SimpleExpansion_Standard_array: (at) =>
    assert.nothing(client.pathParametersSimpleExpansionStandardArray(open(at), ["a", "b"])),
  Routes_PathParameters_SimpleExpansion_Standard_record: (at) =>
    assert.nothing(client.pathParametersSimpleExpansionStandardRecord(open(at), { a: 1, b: 2 })),
  Routes_PathParameters_SimpleExpansion_Explode_primitive: (at) =>
    assert.nothing(client.pathParametersSimpleExpansionExplodePrimitive(open(at), "a")),
  Routes_PathParameters_SimpleExpansion_Explode_array: (at) =>
    assert.nothing(client.pathParametersSimpleExpansionExplodeArray(open(at), ["a", "b"])),
  Routes_PathParameters_SimpleExpansion_Explode_record: (at) =>
    assert.nothing(client.pathParametersSimpleExpansionExplodeRecord(open(at), { a: 1, b: 2 })),
  Routes_PathParameters_PathExpansion_Standard_primitive: (at) =>
    assert.nothing(client.pathParametersPathExpansionStandardPrimitive(open(at), "a")),
  Routes_PathParameters_PathExpansion_Standard_array: (at) =>
    assert.nothing(client.pathParametersPathExpansionStandardArray(open(at), ["a", "b"])),
  Routes_PathParameters_PathExpansion_Standard_record: (at) =>
    assert.nothing(client.pathParametersPathExpansionStandardRecord(open(at), { a: 1, b: 2 })),
  Routes_PathParameters_PathExpansion_Explode_primitive: (at) =>
    assert.nothing(client.pathParametersPathExpansionExplodePrimitive(open(at), "a")),
  Routes_PathParameters_PathExpansion_Explode_array: (at) =>
    assert.nothing(client.pathParametersPathExpansionExplodeArray(open(at), ["a", "b"])),
  Routes_PathParameters_PathExpansion_Explode_record: (at) =>
    assert.nothing(client.pathParametersPathExpansionExplodeRecord(open(at), { a: 1, b: 2 })),
  Routes_PathParameters_LabelExpansion_Standard_primitive: (at) =>
    assert.nothing(client.pathParametersLabelExpansionStandardPrimitive(open(at), "a")),
  Routes_PathParameters_LabelExpansion_Standard_array: (at) =>
    assert.nothing(client.pathParametersLabelExpansionStandardArray(open(at), ["a", "b"])),
  Routes_PathParameters_LabelExpansion_Standard_record: (at) =>
    assert.nothing(client.pathParametersLabelExpansionStandardRecord(open(at), { a: 1, b: 2 })),
  Routes_PathParameters_LabelExpansion_Explode_primitive: (at) =>
    assert.nothing(client.pathParametersLabelExpansionExplodePrimitive(open(at), "a")),
  Routes_PathParameters_LabelExpansion_Explode_array: (at) =>
    assert.nothing(client.pathParametersLabelExpansionExplodeArray(open(at), ["a", "b"])),
  Routes_PathParameters_LabelExpansion_Explode_record: (at) =>
    assert.nothing(client.pathParametersLabelExpansionExplodeRecord(open(at), { a: 1, b: 2 })),
  Routes_PathParameters_MatrixExpansion_Standard_primitive: (at) =>
    assert.nothing(client.pathParametersMatrixExpansionStandardPrimitive(open(at), "a")),
  Routes_PathParameters_MatrixExpansion_Standard_array: (at) =>
    assert.nothing(client.pathParametersMatrixExpansionStandardArray(open(at), ["a", "b"])),
  Routes_PathParameters_MatrixExpansion_Standard_record: (at) =>
    assert.nothing(client.pathParametersMatrixExpansionStandardRecord(open(at), { a: 1, b: 2 })),
  Routes_PathParameters_MatrixExpansion_Explode_primitive: (at) =>
    assert.nothing(client.pathParametersMatrixExpansionExplodePrimitive(open(at), "a")),
  Routes_PathParameters_MatrixExpansion_Explode_array: (at) =>
    assert.nothing(client.pathParametersMatrixExpansionExplodeArray(open(at), ["a", "b"])),
  Routes_PathParameters_MatrixExpansion_Explode_record: (at) =>
    assert.nothing(client.pathParametersMatrixExpansionExplodeRecord(open(at), { a: 1, b: 2 })),
  Routes_QueryParameters_templateOnly: (at) =>
    assert.nothing(client.queryParametersTemplateOnly(open(at), "a")),
  Routes_QueryParameters_explicit: (at) =>
    assert.nothing(client.queryParametersExplicit(open(at), "a")),
  Routes_QueryParameters_annotationOnly: (at) =>
    assert.nothing(client.queryParametersAnnotationOnly(open(at), "a")),
  Routes_QueryParameters_QueryExpansion_Standard_primitive: (at) =>
    assert.nothing(client.queryParametersQueryExpansionStandardPrimitive(open(at), "a")),
  Routes_QueryParameters_QueryExpansion_Standard_array: (at) =>
    assert.nothing(client.queryParametersQueryExpansionStandardArray(open(at), ["a", "b"])),
  Routes_QueryParameters_QueryExpansion_Standard_record: (at) =>
    assert.nothing(client.queryParametersQueryExpansionStandardRecord(open(at), { a: 1, b: 2 })),
  Routes_QueryParameters_QueryExpansion_Explode_primitive: (at) =>
    assert.nothing(client.queryParametersQueryExpansionExplodePrimitive(open(at), "a")),
  Routes_QueryParameters_QueryExpansion_Explode_array: (at) =>
    assert.nothing(client.queryParametersQueryExpansionExplodeArray(open(at), ["a", "b"])),
  Routes_QueryParameters_QueryExpansion_Explode_record: (at) =>
    assert.nothing(client.queryParametersQueryExpansionExplodeRecord(open(at), { a: 1, b: 2 })),
  Routes_QueryParameters_QueryExpansion_Explode_model: (at) =>
    assert.nothing(
      client.queryParametersQueryExpansionExplodeModel(open(at), {
        field: "status",
        value: "active",
      }),
    ),
  Routes_QueryParameters_QueryContinuation_Standard_primitive: (at) =>
    assert.nothing(client.queryParametersQueryContinuationStandardPrimitive(open(at), "a")),
  Routes_QueryParameters_QueryContinuation_Standard_array: (at) =>
    assert.nothing(client.queryParametersQueryContinuationStandardArray(open(at), ["a", "b"])),
  Routes_QueryParameters_QueryContinuation_Standard_record: (at) =>
    assert.nothing(client.queryParametersQueryContinuationStandardRecord(open(at), { a: 1, b: 2 })),
  Routes_QueryParameters_QueryContinuation_Explode_primitive: (at) =>
    assert.nothing(client.queryParametersQueryContinuationExplodePrimitive(open(at), "a")),
  Routes_QueryParameters_QueryContinuation_Explode_array: (at) =>
    assert.nothing(client.queryParametersQueryContinuationExplodeArray(open(at), ["a", "b"])),
  Routes_QueryParameters_QueryContinuation_Explode_record: (at) =>
    assert.nothing(client.queryParametersQueryContinuationExplodeRecord(open(at), { a: 1, b: 2 })),
};
