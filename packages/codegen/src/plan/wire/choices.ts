import type { SdkUnionType } from "@azure-tools/typespec-client-generator-core";
import { reportDiagnostic } from "../../lib.ts";
import { targetOf, type Planner } from "../planner.ts";
import { planType } from "../types-of.ts";
import { codecOf, isLeaf, valueKindOf } from "./codecs.ts";
import type { Codec } from "./wire-types.ts";

/** Reports a union whose values have the same JavaScript type and are written differently. */
export function checkChoice(planner: Planner, type: SdkUnionType): void {
  const byKind = new Map<string, Codec>();
  for (const variant of type.variantTypes) {
    const plan = planType(planner, variant);
    if (!isLeaf(plan)) continue;
    const codec = codecOf(plan);
    const kind = valueKindOf(codec);
    if ((byKind.get(kind) ?? codec) !== codec) {
      reportDiagnostic(planner.program, {
        code: "unsupported-type",
        messageId: "ambiguous",
        format: { place: "union", name: type.name },
        target: targetOf(type),
      });
      return;
    }
    byKind.set(kind, codec);
  }
}
