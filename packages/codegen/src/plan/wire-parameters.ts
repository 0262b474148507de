import type {
  SdkHttpOperation,
  SdkServiceMethod,
} from "@azure-tools/typespec-client-generator-core";
import type { ModelProperty } from "@typespec/compiler";
import { planAccept } from "./accept.ts";
import { automaticValue } from "./automatic-headers.ts";
import type { Planner } from "./planner.ts";
import { planSource, type ArgumentNames } from "./sources.ts";
import type { OperationPlan, WireParameterPlan } from "./types.ts";
import { refuseChange } from "./versions/earlier.ts";
import { planParameterText } from "./wire/parameters.ts";

type Method = SdkServiceMethod<SdkHttpOperation>;

/** Plans the query parameters, headers and cookies of a request. */
export function planWireParameters(
  planner: Planner,
  method: Method,
  names: ArgumentNames,
): Pick<OperationPlan, "query" | "headers" | "cookies" | "accept"> {
  const query: WireParameterPlan[] = [];
  const headers: WireParameterPlan[] = [];
  const cookies: WireParameterPlan[] = [];
  let accept: string | undefined;
  for (const parameter of method.operation.parameters) {
    if (parameter.kind === "path") continue;
    const lower = parameter.serializedName.toLowerCase();
    checkInModel(planner, method, parameter.__raw);
    if (lower === "content-type" && method.operation.bodyParam !== undefined) continue;
    const source = planSource(method, parameter, names);
    if (source === undefined) continue;
    if (lower === "accept" && source.from === "constant") {
      accept = planAccept(planner, method, String(source.value));
      continue;
    }
    const root = parameter.methodParameterSegments[0]?.[0];
    const auto = root?.kind === "method" ? automaticValue(method, root) : undefined;
    const plan: WireParameterPlan = {
      wireName: parameter.serializedName,
      source,
      text: planParameterText(planner, parameter),
      optional: parameter.optional || (auto === undefined && source.from === "option"),
      explode: parameter.kind === "query" && parameter.explode,
      ...(auto === undefined ? {} : { auto }),
    };
    const list = { query, header: headers, cookie: cookies }[parameter.kind];
    list.push(plan);
  }
  return { query, headers, cookies, ...(accept === undefined ? {} : { accept }) };
}

/** Reports a parameter of a model that differs between API versions. Only parameters of operations can differ. */
function checkInModel(
  planner: Planner,
  { __raw: operation }: Method,
  raw: ModelProperty | undefined,
): void {
  if (raw === undefined || raw.model === operation?.parameters) return;
  const instead = "Make it a parameter of the operation, for example by spreading the model.";
  refuseChange(planner, raw, "a parameter that is part of a body", instead);
}
