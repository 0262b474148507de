import type {
  SdkHttpErrorResponse,
  SdkHttpOperation,
  SdkHttpResponse,
  SdkServiceMethod,
  SdkServiceResponseHeader,
} from "@azure-tools/typespec-client-generator-core";
import { planDoc } from "./docs.ts";
import { checkFormats, formatOf, reportResponse } from "./formats.ts";
import { respondsWithNull } from "./http/null-responses.ts";
import { mixFormats, planFormat } from "./mixed-formats.ts";
import { camelCase, settleNames } from "./names.ts";
import type { Planner } from "./planner.ts";
import { planResponseEvents } from "./streams.ts";
import { planType } from "./types-of.ts";
import type { ErrorPlan, HeaderPlan, ResponsePlan, StatusRange } from "./types.ts";
import { refuseChange } from "./versions/earlier.ts";
import { planHeaderText } from "./wire/parameters.ts";

type Method = SdkServiceMethod<SdkHttpOperation>;

/** Plans the responses that carry a result. */
export function planResponses(planner: Planner, method: Method): readonly ResponsePlan[] {
  const { results } = divideResponses(method);
  const responses = results.map((response) => planResponse(planner, method, response));
  const planned = nameHeaders(mixFormats(planner, method, responses));
  const isDeclared = planned.some(({ statuses: { start, end } }) => start < 300 && end >= 200);
  return isDeclared ? planned : [...planned, anySuccess];
}

/** The success of an operation that declares none, for example only its errors. Its body is not described. */
const anySuccess: ResponsePlan = {
  statuses: { start: 200, end: 299 },
  format: "none",
  headers: [],
  contentTypes: [],
};

/** Plans the responses that are errors: those with `@error`, then those with a status code of 400 or above. */
export function planErrors(planner: Planner, method: Method): readonly ErrorPlan[] {
  const { failures } = divideResponses(method);
  return [...method.operation.exceptions, ...failures].map((error) =>
    planError(planner, method, error),
  );
}

/** Separates results from failures, which have a status code of 400 or above, with or without `@error`. */
function divideResponses({ operation }: Method): {
  readonly results: readonly SdkHttpResponse[];
  readonly failures: readonly SdkHttpResponse[];
} {
  const results: SdkHttpResponse[] = [];
  const failures: SdkHttpResponse[] = [];
  for (const response of operation.responses) {
    const { start, end } = planStatuses(response.statusCodes);
    if (start < 400) {
      results.push(end < 400 ? response : { ...response, statusCodes: { start, end: 399 } });
    }
    if (end >= 400) {
      failures.push(start >= 400 ? response : { ...response, statusCodes: { start: 400, end } });
    }
  }
  return { results, failures };
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

/** Whether a header is the constant content type of a body. Callers do not need it: the body is already parsed. */
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

function planStatuses(statuses: SdkHttpResponse["statusCodes"]): StatusRange {
  return typeof statuses === "number"
    ? { start: statuses, end: statuses }
    : { start: statuses.start, end: statuses.end };
}
