import type {
  SdkHttpOperation,
  SdkServiceMethod,
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
  for (const { __raw: raw } of finalResponse?.resultSegments ?? []) {
    refuseChange(
      planner,
      raw,
      "the way to the result of an operation",
      "Give it a name by @encodedName.",
    );
  }
  return {
    finalStateVia: String(finalStateVia),
    ...(finalResponse === undefined ? {} : { result: planType(planner, finalResponse.result) }),
    resultPath: (finalResponse?.resultSegments ?? []).map(wireNameOf),
  };
}
