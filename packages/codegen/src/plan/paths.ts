import type {
  SdkHttpOperation,
  SdkServiceMethod,
} from "@azure-tools/typespec-client-generator-core";
import { planSource, type ArgumentNames } from "./sources.ts";
import type { Planner } from "./planner.ts";
import { planParameterText } from "./wire/parameters.ts";
import type { PathPartPlan } from "./types.ts";

const styles = {
  "": "simple",
  "+": "reserved",
  "#": "fragment",
  ".": "label",
  "/": "path",
  ";": "matrix",
} as const;

/** Splits a URI template into literal text and parameters at generation time. */
export function planPath(
  planner: Planner,
  method: SdkServiceMethod<SdkHttpOperation>,
  names: ArgumentNames,
): readonly (string | PathPartPlan)[] {
  const parts: (string | PathPartPlan)[] = [];
  for (const piece of method.operation.uriTemplate.split(/(\{[^}]*\})/)) {
    const expression = /^\{([+#./;?&]?)(.*)\}$/.exec(piece);
    if (expression === null) {
      if (piece !== "") parts.push(piece);
      continue;
    }
    const operator = expression[1] ?? "";
    // Query parameters are planned from the parameters, which have more information than the template.
    if (operator === "?" || operator === "&") continue;
    for (const variable of (expression[2] ?? "").split(",")) {
      const wireName = decodeURIComponent(variable.replace(/[*]$|:\d+$/, ""));
      const parameter = method.operation.parameters.find(
        (candidate) => candidate.kind === "path" && candidate.serializedName === wireName,
      );
      if (parameter?.kind !== "path") continue;
      const source = planSource(method, parameter, names);
      if (source === undefined) continue;
      parts.push({
        wireName,
        source,
        text: planParameterText(planner, parameter),
        optional: parameter.optional,
        style: parameter.allowReserved ? "reserved" : styles[operator as keyof typeof styles],
        explode: parameter.explode || variable.endsWith("*"),
      });
    }
  }
  return parts;
}
