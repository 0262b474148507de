import type { SdkModelType, SdkType } from "@azure-tools/typespec-client-generator-core";
import { reportDiagnostic } from "../../lib.ts";
import { targetOf, type Planner } from "../planner.ts";
import { planType } from "../types-of.ts";
import { planField, planText, type TextUse } from "./texts.ts";
import type { FieldText, FieldsText, RecordText, TextPlan } from "./wire-types.ts";

type Named = TextUse["at"][number];

/** How a body that is one text is written and read. */
export function planBodyText(planner: Planner, type: SdkType, ...at: readonly Named[]): TextPlan {
  return planText(planner, type, { place: "text body", name: "body", at });
}

/** The fields of a body that is a form: those of its model, its base's first, or the entries of a record. */
export function planForm(
  planner: Planner,
  type: SdkType,
  ...at: readonly Named[]
): FieldsText | RecordText {
  const bare = type.kind === "nullable" ? type.type : type;
  if (bare.kind === "dict") {
    return { kind: "record", of: planOthers(planner, bare.valueType, at) };
  }
  if (bare.kind !== "model" || bare.discriminatedSubtypes !== undefined) {
    // A form is names and values: of other types there are none, and of a base's kinds not all.
    reportDiagnostic(planner.program, {
      code: "unsupported-type",
      messageId: "form",
      format: { kind: bare.kind },
      target: targetOf(...at),
    });
    return { kind: "fields", fields: [] };
  }
  const fields: FieldText[] = [];
  let others: SdkType | undefined;
  for (let model: SdkModelType | undefined = bare; model !== undefined; model = model.baseModel) {
    others ??= model.additionalProperties;
    fields.unshift(
      ...model.properties.map((property) => planField(planner, property, "form field")),
    );
  }
  return {
    kind: "fields",
    fields,
    ...(others === undefined
      ? {}
      : { others: { text: planOthers(planner, others, at), type: planType(planner, others) } }),
  };
}

/** How values whose names only the caller knows are fields of a form. */
function planOthers(planner: Planner, type: SdkType, at: readonly Named[]): TextPlan {
  return planText(planner, type, { place: "form field", name: "body", at });
}
