import type { SdkModelType, SdkType } from "@azure-tools/typespec-client-generator-core";
import { reportDiagnostic } from "../../lib.ts";
import { targetOf, type Planner } from "../planner.ts";
import { planType } from "../types-of.ts";
import { planField, planText, type TextUse } from "./texts.ts";
import type { FieldText, FieldsText, RecordText, TextPlan } from "../types/texts.ts";

type Named = TextUse["at"][number];

/** Plans how a text body is written and read. */
export function planBodyText(planner: Planner, type: SdkType, ...at: readonly Named[]): TextPlan {
  return planText(planner, type, { place: "text body", name: "body", at });
}

/** Plans the fields of a form: those of its model (the base's first), or the entries of a record. */
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
    // A form has names and values only. Other types, and the kinds of a base, cannot be represented.
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

/** Plans the fields whose names only the caller knows. */
function planOthers(planner: Planner, type: SdkType, at: readonly Named[]): TextPlan {
  return planText(planner, type, { place: "form field", name: "body", at });
}
