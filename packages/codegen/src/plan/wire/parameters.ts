import type {
  SdkBodyParameter,
  SdkHttpParameter,
  SdkServiceResponseHeader,
} from "@azure-tools/typespec-client-generator-core";
import type { Planner } from "../planner.ts";
import { delimiterOf } from "../types-of.ts";
import { planText } from "./texts.ts";
import type { TextPlan } from "../types/texts.ts";

type WireParameter = Exclude<SdkHttpParameter, SdkBodyParameter>;

/** Plans how the values of a parameter are converted to text. */
export function planParameterText(planner: Planner, parameter: WireParameter): TextPlan {
  return planText(planner, parameter.type, {
    place:
      parameter.kind === "path" || parameter.kind === "query"
        ? `${parameter.kind} parameter`
        : parameter.kind,
    name: parameter.serializedName,
    at: [parameter, ...(parameter.methodParameterSegments[0] ?? [])],
    separator: separatorOf(parameter),
  });
}

/** Plans how the values of a response's header are parsed. */
export function planHeaderText(planner: Planner, header: SdkServiceResponseHeader): TextPlan {
  return planText(planner, header.type, {
    place: "header",
    name: header.serializedName,
    at: [header],
    separator: delimiterOf(header.encode) ?? ",",
  });
}

const separators: Readonly<Record<string, string>> = { ssv: " ", tsv: "\t", pipes: "|" };

/** Returns the separator of a list; undefined if each item is a separate parameter. */
function separatorOf(parameter: WireParameter): string | undefined {
  const delimiter = delimiterOf(parameter.encode);
  if (delimiter !== undefined) return delimiter;
  if (parameter.kind === "query" && parameter.explode) return undefined;
  if (parameter.kind === "path" || parameter.kind === "cookie") return ",";
  return separators[parameter.collectionFormat ?? "csv"] ?? ",";
}
