import type {
  SdkHttpOperation,
  SdkMethodParameter,
  SdkServiceMethod,
} from "@azure-tools/typespec-client-generator-core";
import { automaticValue } from "./automatic-headers.ts";
import { camelCase, isReserved, settleNames } from "./names.ts";
import type { Planner } from "./planner.ts";
import type { ArgumentNames } from "./sources.ts";
import { isLines } from "./streams.ts";

type Method = SdkServiceMethod<SdkHttpOperation>;

/** Names with another meaning inside an operation's function. */
const takenNames = new Set(
  (
    "answers context item link maxPageSize options page position request response size token url value " +
    "values"
  ).split(" "),
);

/** Options that every operation has, or every long-running one. */
const takenOptions = new Set(
  "abortSignal onResponse requestOptions restoreFrom tracingOptions updateIntervalInMs".split(" "),
);

/** Names the arguments, which are variables, and the options, which are properties next to the common ones. */
export function nameArguments(planner: Planner, method: Method): ArgumentNames {
  const wholeBody = wholeBodyParameter(method);
  const passed = method.parameters.filter((parameter) => isPassedByCaller(method, parameter));
  const wanted = (isWanted: (parameter: SdkMethodParameter) => boolean) =>
    passed.filter(isWanted).map((parameter) => ({
      id: parameter.name,
      wanted: argumentName(planner, parameter, parameter === wholeBody, method),
    }));
  const forOptions = settleNames(
    wanted((parameter) => isOption(method, parameter)),
    (name) => !takenOptions.has(name),
  );
  const forArguments = settleNames(wanted((parameter) => !isOption(method, parameter)));
  return new Map<string, { name: string; from: "argument" | "option" }>([
    ...[...forOptions].map(([id, name]) => [id, { name, from: "option" }] as const),
    ...[...forArguments].map(([id, name]) => [id, { name, from: "argument" }] as const),
  ]);
}

function argumentName(
  planner: Planner,
  parameter: SdkMethodParameter,
  isWholeBody: boolean,
  method: Method,
): string {
  const othersNamedBody = method.parameters.some(
    (other) => other !== parameter && other.name === "body",
  );
  if (isWholeBody && !othersNamedBody) return "body";
  const name = parameter.isExactName ? parameter.name : camelCase(parameter.name);
  if (isOption(method, parameter)) return name;
  const isTaken = takenNames.has(name) || planner.reservedNames.has(name);
  return isReserved(name) || isTaken ? `${name}Param` : name;
}

/** Whether the caller passes the value of a parameter, as an argument or option. */
export function isPassedByCaller(method: Method, parameter: SdkMethodParameter): boolean {
  if (parameter.onClient) return false;
  if (parameter.type.kind !== "constant") return true;
  return parameter.optional && !isContentTypeOf(method, parameter);
}

/** Whether a parameter is the content type. The only one is sent with each body, even if TCGC makes it optional. */
function isContentTypeOf(method: Method, parameter: SdkMethodParameter): boolean {
  return method.operation.parameters.some(
    ({ kind, methodParameterSegments, serializedName }) =>
      kind === "header" &&
      serializedName.toLowerCase() === "content-type" &&
      methodParameterSegments.some(([first]) => first === parameter),
  );
}

export function isOption(method: Method, parameter: SdkMethodParameter): boolean {
  return (
    parameter.optional ||
    parameter.clientDefaultValue !== undefined ||
    automaticValue(method, parameter) !== undefined
  );
}

/** Returns the parameter that is the whole body; undefined if the body is composed of several parameters. */
export function wholeBodyParameter(method: Method): SdkMethodParameter | undefined {
  const bodyParam = method.operation.bodyParam;
  const [path, ...more] = bodyParam?.methodParameterSegments ?? [];
  if (bodyParam === undefined || path === undefined || more.length > 0) return undefined;
  const [root, ...rest] = path;
  if (root?.kind !== "method") return undefined;
  // The caller passes a stream as a list of its items.
  if (isLines(bodyParam)) return root;
  if (rest.length > 0) return undefined;
  return sameType(root.type, bodyParam.type) ? root : undefined;
}

function sameType(left: SdkMethodParameter["type"], right: SdkMethodParameter["type"]): boolean {
  if (left === right) return true;
  if (left.kind === "nullable") return sameType(left.type, right);
  if (right.kind === "nullable") return sameType(left, right.type);
  if (left.kind === "model" || right.kind === "model") return false;
  return left.kind === right.kind;
}
