import {
  isHttpMetadata,
  type SdkHttpOperation,
  type SdkModelPropertyType,
  type SdkModelType,
  type SdkServiceMethod,
  type SdkType,
} from "@azure-tools/typespec-client-generator-core";
import { wireNameOf } from "./models.ts";
import type { Planner } from "./planner.ts";
import { planType } from "./types-of.ts";
import type { LroPlan } from "./types.ts";
import { refuseChange } from "./versions/earlier.ts";

/** Plans how a long-running operation ends and where its result is. */
export function planLro(
  planner: Planner,
  method: SdkServiceMethod<SdkHttpOperation>,
): LroPlan | undefined {
  if (method.kind !== "lro" && method.kind !== "lropaging") return undefined;
  const { finalResponse, finalStateVia } = method.lroMetadata;
  const result = finalResponse?.result;
  for (const { __raw: raw } of finalResponse?.resultSegments ?? []) {
    refuseChange(
      planner,
      raw,
      "the path to the result of an operation",
      "Set its name on the wire with @encodedName.",
    );
  }
  return {
    finalStateVia: String(finalStateVia),
    ...(result === undefined || isHeadersOnly(planner, result)
      ? {}
      : { result: planType(planner, result) }),
    resultPath: (finalResponse?.resultSegments ?? []).map(wireNameOf),
  };
}

/** True for a model whose properties are all headers: a response that it describes has no body. */
function isHeadersOnly(planner: Planner, type: SdkType): boolean {
  if (type.kind !== "model") return false;
  const properties: SdkModelPropertyType[] = [];
  for (let at: SdkModelType | undefined = type; at !== undefined; at = at.baseModel) {
    if (at.additionalProperties !== undefined) return false;
    properties.push(...at.properties);
  }
  return properties.length > 0 && properties.every((one) => isHttpMetadata(planner.sdk, one));
}
