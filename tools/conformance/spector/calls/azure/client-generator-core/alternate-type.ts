import * as client from "#emitted/azure/client-generator-core/alternate-type/client";
import { assert } from "../../../assert.ts";
import type { CallContext, Calls } from "../../../call.ts";

const open = ({ endpoint }: CallContext) =>
  client.createAlternateTypeContext({ validateResponses: true, endpoint });

export const calls: Calls = {
  Azure_ClientGenerator_Core_AlternateType_ExternalType_getModel: (at) =>
    assert.resolves(client.externalTypeGetModel(open(at)), {
      type: "Feature",
      geometry: { type: "Point", coordinates: [-122.25, 37.87] },
      properties: { name: "A single point of interest", category: "landmark", elevation: 100 },
      id: "feature-1",
    }),
  Azure_ClientGenerator_Core_AlternateType_ExternalType_putModel: (at) =>
    assert.nothing(
      client.externalTypePutModel(open(at), {
        type: "Feature",
        geometry: { type: "Point", coordinates: [-122.25, 37.87] },
        properties: { name: "A single point of interest", category: "landmark", elevation: 100 },
        id: "feature-1",
      }),
    ),
  Azure_ClientGenerator_Core_AlternateType_ExternalType_getProperty: (at) =>
    assert.resolves(client.externalTypeGetProperty(open(at)), {
      feature: {
        type: "Feature",
        geometry: { type: "Point", coordinates: [-122.25, 37.87] },
        properties: { name: "A single point of interest", category: "landmark", elevation: 100 },
        id: "feature-1",
      },
      additionalProperty: "extra",
    }),
  Azure_ClientGenerator_Core_AlternateType_ExternalType_putProperty: (at) =>
    assert.nothing(
      client.externalTypePutProperty(open(at), {
        feature: {
          type: "Feature",
          geometry: { type: "Point", coordinates: [-122.25, 37.87] },
          properties: { name: "A single point of interest", category: "landmark", elevation: 100 },
          id: "feature-1",
        },
        additionalProperty: "extra",
      }),
    ),
};
