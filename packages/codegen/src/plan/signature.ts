import type {
  SdkHttpOperation,
  SdkMethodParameter,
  SdkServiceMethod,
} from "@azure-tools/typespec-client-generator-core";
import { isOption, isPassedByCaller, wholeBodyParameter } from "./arguments.ts";
import { planDoc } from "./docs.ts";
import { planPropertyType, wireNameOf } from "./models.ts";
import type { Planner } from "./planner.ts";
import { bodyShape } from "./shape.ts";
import type { ArgumentNames } from "./sources.ts";
import { planStreamedItems } from "./streams.ts";
import { planType } from "./types-of.ts";
import type { OperationPlan, ParameterPlan, TypePlan } from "./types.ts";
import { planEarlierProperty } from "./versions/earlier.ts";

type Method = SdkServiceMethod<SdkHttpOperation>;

/** Divides a method's parameters into arguments and options, in the order path, query, headers, body. */
export function planSignature(
  planner: Planner,
  method: Method,
  names: ArgumentNames,
): Pick<OperationPlan, "parameters" | "options"> {
  const inBody = parametersInBody(method);
  const front: ParameterPlan[] = [];
  const back: ParameterPlan[] = [];
  const options: ParameterPlan[] = [];
  for (const parameter of method.parameters) {
    if (!isPassedByCaller(method, parameter)) continue;
    const isInBody = inBody.has(parameter.name);
    const plan = planParameter(planner, method, parameter, isInBody, names);
    const required = isInBody && !method.isOverride ? back : front;
    (plan.optional ? options : required).push(plan);
  }
  return { parameters: [...front, ...back], options };
}

/** Returns the names of the parameters that the body consists of. */
function parametersInBody({ operation }: Method): ReadonlySet<string | undefined> {
  const segments = operation.bodyParam?.methodParameterSegments ?? [];
  return new Set(segments.map(([first]) => first?.name));
}

function planParameter(
  planner: Planner,
  method: Method,
  parameter: SdkMethodParameter,
  isInBody: boolean,
  names: ArgumentNames,
): ParameterPlan {
  const isWhole = parameter === wholeBodyParameter(method);
  const { name, from } = names.get(parameter.name) ?? {
    name: parameter.name,
    from: isOption(method, parameter) ? "option" : "argument",
  };
  const items = isWhole ? planStreamedItems(planner, method) : undefined;
  const typesInBody = isWhole || !isInBody ? [] : planTypesInBody(planner, method, parameter);
  const defaultValue = parameter.clientDefaultValue;
  const doc = planDoc(planner, parameter);
  return {
    name,
    type: items ?? planType(planner, parameter.type, parameter),
    ...(typesInBody.length === 0 ? {} : { typesInBody }),
    optional: from === "option",
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(doc === undefined ? {} : { doc }),
    shape: isInBody ? bodyShape(planner, method) : "input",
  };
}

/** Plans the types in older API versions of a parameter that is a property of the body. */
function planTypesInBody(
  planner: Planner,
  method: Method,
  parameter: SdkMethodParameter,
): readonly TypePlan[] {
  const body = method.operation.bodyParam?.type;
  const properties = body?.kind === "model" ? body.properties : [];
  const property = properties.find(({ name }) => name === parameter.name);
  if (property === undefined) return [];
  return planEarlierProperty(planner, property, wireNameOf(property), (older) =>
    planPropertyType(planner, older),
  ).map(({ type }) => type);
}
