import type {
  SdkHttpErrorResponse,
  SdkHttpOperation,
  SdkHttpResponse,
  SdkMethodParameter,
  SdkServiceMethod,
  SdkServiceResponseHeader,
} from "@azure-tools/typespec-client-generator-core";
import type { ModelProperty } from "@typespec/compiler";
import { planBody } from "./bodies.ts";
import { planDoc } from "./docs.ts";
import { acceptable } from "./accept.ts";
import { checkFormats, formatOf, reportResponse } from "./formats.ts";
import { respondsWithNull } from "./http/null-responses.ts";
import { planLro } from "./lro.ts";
import { planPropertyType, wireNameOf } from "./models.ts";
import { camelCase, isReserved, settleNames } from "./names.ts";
import { mixFormats, planFormat } from "./mixed-formats.ts";
import { planPaging } from "./paging.ts";
import { planPath } from "./paths.ts";
import type { Planner } from "./planner.ts";
import { bodyShape } from "./shape.ts";
import { planSource, type ArgumentNames } from "./sources.ts";
import { isLines, planResponseEvents, planStreamedItems } from "./streams.ts";
import { planEarlierProperty, refuseChange } from "./versions/earlier.ts";
import { planType } from "./types-of.ts";
import { planHeaderText, planParameterText } from "./wire/parameters.ts";
import type {
  ErrorPlan,
  HeaderPlan,
  OperationForm,
  OperationPlan,
  ParameterPlan,
  ResponsePlan,
  StatusRange,
  TypePlan,
  WireParameterPlan,
} from "./types.ts";

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

/** Plans one operation. The name of its function is assigned when all operations are known. */
export function planOperation(
  planner: Planner,
  method: Method,
  names: ArgumentNames,
): OperationPlan {
  const { operation } = method;
  const form = planForm(planner, method, names);
  const doc = planDoc(planner, method);
  const name = camelCase(method.name);
  return {
    // The class already has a property with this name.
    name: method.isExactName ? method.name : name === "context" ? "contextOperation" : name,
    functionName: name,
    kind: method.kind,
    ...(doc === undefined ? {} : { doc }),
    internal: method.access === "internal",
    method: operation.verb.toUpperCase(),
    ...form,
    ...(isExistenceCheck(method) ? { asBoolean: true } : {}),
  };
}

/** Plans the request and response of a method, for the API versions that have it in this form. */
export function planForm(planner: Planner, method: Method, names: ArgumentNames): OperationForm {
  const { operation } = method;
  const body = planBody(planner, method, names);
  const [answers, failures] = divideResponses(operation.responses);
  const responses = mixFormats(
    planner,
    method,
    answers.map((response) => planResponse(planner, method, response)),
  );
  const paging = planPaging(planner, method, names);
  const lro = planLro(planner, method);
  return {
    ...planSignature(planner, method, names),
    path: planPath(planner, method, names),
    ...planWireParameters(planner, method, names),
    ...(body === undefined ? {} : { body }),
    responses: nameHeaders(responses),
    errors: [...operation.exceptions, ...failures].map((error) =>
      planError(planner, method, error),
    ),
    ...(paging === undefined ? {} : { paging }),
    ...(lro === undefined ? {} : { lro }),
  };
}

/** Whether a HEAD operation returns a boolean: it is decorated so, or declares a 404 response. */
function isExistenceCheck(method: Method): boolean {
  const { verb, responses } = method.operation;
  if (verb !== "head" || responses.some((response) => response.type !== undefined)) return false;
  const asksForIt = method.response.type?.kind === "boolean";
  return asksForIt || responses.some(({ statusCodes }) => statusCodes === 404);
}

/** Assigns unique names to the different headers of an operation's responses. */
function nameHeaders(responses: readonly ResponsePlan[]): readonly ResponsePlan[] {
  const all = new Map(
    responses.flatMap(({ headers }) => headers.map(({ wireName, name }) => [wireName, name])),
  );
  const names = settleNames([...all].map(([id, wanted]) => ({ id, wanted })));
  return responses.map((response) => ({
    ...response,
    headers: response.headers.map((header) => ({
      ...header,
      name: names.get(header.wireName) ?? header.name,
    })),
  }));
}

/** Divides a method's parameters into arguments and options, in the order path, query, headers, body. */
function planSignature(
  planner: Planner,
  method: Method,
  names: ArgumentNames,
): Pick<OperationPlan, "parameters" | "options"> {
  const bodyParam = method.operation.bodyParam;
  const inBody = new Set((bodyParam?.methodParameterSegments ?? []).map((path) => path[0]?.name));
  const wholeBody = wholeBodyParameter(method);
  const shape = bodyShape(planner, method);
  const front: ParameterPlan[] = [];
  const back: ParameterPlan[] = [];
  const options: ParameterPlan[] = [];
  for (const parameter of method.parameters) {
    if (!isTold(method, parameter)) continue;
    const isWhole = parameter === wholeBody;
    const { name, from } = names.get(parameter.name) ?? {
      name: parameter.name,
      from: isOption(method, parameter) ? "option" : "argument",
    };
    const optional = from === "option";
    const doc = planDoc(planner, parameter);
    const typesInBody =
      isWhole || !inBody.has(parameter.name) ? [] : planTypesInBody(planner, method, parameter);
    const plan: ParameterPlan = {
      name,
      type:
        (isWhole ? planStreamedItems(planner, method) : undefined) ??
        planArgumentType(planner, parameter),
      ...(typesInBody.length === 0 ? {} : { typesInBody }),
      optional,
      ...(parameter.clientDefaultValue === undefined
        ? {}
        : { defaultValue: parameter.clientDefaultValue }),
      ...(doc === undefined ? {} : { doc }),
      shape: inBody.has(parameter.name) ? shape : "input",
    };
    const target = optional
      ? options
      : inBody.has(parameter.name) && !method.isOverride
        ? back
        : front;
    target.push(plan);
  }
  return { parameters: [...front, ...back], options };
}

/** Whether the caller passes the value of a parameter. */
function isTold(method: Method, parameter: SdkMethodParameter): boolean {
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

function isOption(method: Method, parameter: SdkMethodParameter): boolean {
  return (
    parameter.optional ||
    parameter.clientDefaultValue !== undefined ||
    automaticValue(method, parameter) !== undefined
  );
}

/** Names the arguments, which are variables, and the options, which are properties next to the common ones. */
export function nameArguments(planner: Planner, method: Method): ArgumentNames {
  const wholeBody = wholeBodyParameter(method);
  const told = method.parameters.filter((parameter) => isTold(method, parameter));
  const wanted = (isWanted: (parameter: SdkMethodParameter) => boolean) =>
    told.filter(isWanted).map((parameter) => ({
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

function planArgumentType(planner: Planner, parameter: SdkMethodParameter): TypePlan {
  return planType(planner, parameter.type, parameter);
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

/** Returns the parameter that is the whole body; undefined if the body is composed of several parameters. */
function wholeBodyParameter(method: Method): SdkMethodParameter | undefined {
  const bodyParam = method.operation.bodyParam;
  const [path, ...more] = bodyParam?.methodParameterSegments ?? [];
  if (bodyParam === undefined || path === undefined || more.length > 0) return undefined;
  const [root, ...rest] = path;
  if (root?.kind !== "method") return undefined;
  // For the caller, a stream is the list of its items.
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

/** Returns how a required header is generated, if the caller need not pass it. */
function automaticValue(
  method: Method,
  parameter: SdkMethodParameter,
): "uuid" | "httpDate" | undefined {
  const header = method.operation.parameters.find(
    (candidate) =>
      candidate.kind === "header" &&
      candidate.methodParameterSegments.some((path) => path[0] === parameter),
  );
  switch (header?.serializedName.toLowerCase()) {
    case "repeatability-request-id":
      return header.optional ? undefined : "uuid";
    case "repeatability-first-sent":
      return header.optional ? undefined : "httpDate";
    default:
      return undefined;
  }
}

function planWireParameters(
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
      accept = acceptable(planner, method, String(source.value));
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
    (parameter.kind === "query" ? query : parameter.kind === "header" ? headers : cookies).push(
      plan,
    );
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

function planStatuses(statuses: SdkHttpResponse["statusCodes"]): StatusRange {
  return typeof statuses === "number"
    ? { start: statuses, end: statuses }
    : { start: statuses.start, end: statuses.end };
}

/** Separates errors from results. Status codes of 400 and above are errors, with or without `@error`. */
function divideResponses(
  responses: readonly SdkHttpResponse[],
): readonly [answers: readonly SdkHttpResponse[], failures: readonly SdkHttpResponse[]] {
  const answers: SdkHttpResponse[] = [];
  const failures: SdkHttpResponse[] = [];
  for (const response of responses) {
    const { start, end } = planStatuses(response.statusCodes);
    if (start < 400) {
      answers.push(end < 400 ? response : { ...response, statusCodes: { start, end: 399 } });
    }
    if (end >= 400) {
      failures.push(start >= 400 ? response : { ...response, statusCodes: { start: 400, end } });
    }
  }
  return [answers, failures];
}

function planResponse(planner: Planner, method: Method, response: SdkHttpResponse): ResponsePlan {
  const format = planFormat(planner, method, response);
  const events =
    format.format === "sse" ? planResponseEvents(planner, response.sseMetadata) : undefined;
  const type = response.streamMetadata?.streamType ?? response.type;
  const isNullable =
    type?.kind !== "nullable" &&
    (method.response.type?.kind === "nullable" || respondsWithNull(method.__raw));
  return {
    statuses: planStatuses(response.statusCodes),
    ...format,
    ...(type === undefined || format.type !== undefined
      ? {}
      : {
          type: isNullable
            ? { kind: "nullable", of: planType(planner, type) }
            : planType(planner, type),
        }),
    headers: response.headers
      .filter((header) => !isImplied(response, header))
      .map((header) => planHeader(planner, header)),
    ...(response.description === undefined ? {} : { description: response.description }),
    contentTypes: response.contentTypes ?? [],
    ...(events === undefined ? {} : { events }),
  };
}

/** A content type that is always the same tells nothing beside a body that was read by it. */
function isImplied(
  { type }: SdkHttpResponse,
  { serializedName, type: value }: SdkServiceResponseHeader,
): boolean {
  const isContentType = serializedName.toLowerCase() === "content-type";
  return isContentType && type !== undefined && value.kind === "constant";
}

function planHeader(planner: Planner, header: SdkServiceResponseHeader): HeaderPlan {
  const doc = planDoc(planner, header);
  const instead = "Describe the old response with @returnTypeChangedFrom.";
  refuseChange(planner, header.__raw, "a response header", instead, header.serializedName);
  return {
    name: camelCase(header.name),
    wireName: header.serializedName.toLowerCase(),
    type: planType(planner, header.type, header),
    text: planHeaderText(planner, header),
    optional: header.optional,
    ...(doc === undefined ? {} : { doc }),
  };
}

function planError(
  planner: Planner,
  method: Method,
  error: SdkHttpErrorResponse | SdkHttpResponse,
): ErrorPlan {
  const { type } = error;
  const format = type === undefined ? undefined : formatOf(planner, error, type);
  if (type !== undefined && format === undefined) reportResponse(planner, error, method);
  if (type !== undefined && format !== undefined) checkFormats(planner, type, [format]);
  return {
    statuses: error.statusCodes === "*" ? "default" : planStatuses(error.statusCodes),
    ...(type === undefined || format === undefined ? {} : { type: planType(planner, type) }),
    format: format ?? "none",
    ...(error.description === undefined ? {} : { description: error.description }),
  };
}
