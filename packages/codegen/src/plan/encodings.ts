import type { SdkBuiltInType, SdkDateTimeType } from "@azure-tools/typespec-client-generator-core";
import { getEncode, type Scalar, type Type } from "@typespec/compiler";
import type { Planner } from "./planner.ts";

/**
 * Returns the encoding of dates and bytes at a place. TCGC replaces a scalar's encoding by the default of the place,
 * although only an encoding on the property itself should override it.
 */
export function encodingOf(
  planner: Planner,
  type: SdkBuiltInType | SdkDateTimeType,
  place: { readonly __raw?: unknown } | undefined,
): string | undefined {
  const holder = place?.__raw as Type | undefined;
  const isTold =
    holder?.kind === "ModelProperty" && getEncode(planner.program, holder)?.encoding !== undefined;
  if (isTold) return type.encode;
  let scalar: Scalar | undefined = type.__raw?.kind === "Scalar" ? type.__raw : undefined;
  for (; scalar !== undefined; scalar = scalar.baseScalar) {
    const encoding = getEncode(planner.program, scalar)?.encoding;
    if (encoding !== undefined) return encoding;
  }
  return type.encode;
}
