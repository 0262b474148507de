import type {
  SdkBodyParameter,
  SdkHttpOperation,
  SdkModelType,
  SdkServiceMethod,
} from "@azure-tools/typespec-client-generator-core";
import { checkFormats, formatOf, formatsOf, hasText, reportFormat } from "./formats.ts";
import { planSegments, planSource, type ArgumentNames } from "./sources.ts";
import { bodyShape } from "./shape.ts";
import { planParts } from "./parts.ts";
import type { Planner } from "./planner.ts";
import { isLines } from "./streams.ts";
import { planType } from "./types-of.ts";
import type { BodyFormat, BodyPlan, FormatPlan, SourcePlan } from "./types.ts";
import { planBodyText, planForm } from "./wire/bodies.ts";

/** Plans the body of an operation's request. */
export function planBody(
  planner: Planner,
  method: SdkServiceMethod<SdkHttpOperation>,
  names: ArgumentNames,
): BodyPlan | undefined {
  const { bodyParam } = method.operation;
  if (bodyParam === undefined) return undefined;
  const source = planBodySource(bodyParam, names);
  if (source === undefined) return undefined;
  const contentType = planContentType(method, bodyParam, names);
  const formats = planFormats(planner, method, bodyParam, contentType);
  const format = formats[0]?.format ?? formatOf(planner, bodyParam, bodyParam.type);
  if (format === "sse") reportFormat(planner, bodyParam, method);
  const used = new Set<BodyFormat>([format, ...formats.map((one) => one.format)]);
  checkFormats(planner, bodyParam.type, used);
  const type = bodyParam.streamMetadata?.streamType ?? bodyParam.type;
  const model = bodyParam.type.kind === "nullable" ? bodyParam.type.type : bodyParam.type;
  return {
    format,
    type:
      format === "jsonl"
        ? { kind: "array", of: planType(planner, type) }
        : planType(planner, bodyParam.type),
    shape: bodyShape(planner, method),
    optional: bodyParam.optional,
    contentTypes: bodyParam.contentTypes,
    contentType,
    source,
    ...(formats.length < 2 ? {} : { formats }),
    ...(used.has("text") ? { text: planBodyText(planner, bodyParam.type, bodyParam, method) } : {}),
    ...(used.has("form") ? { form: planForm(planner, bodyParam.type, bodyParam, method) } : {}),
    ...(format === "multipart" && model.kind === "model"
      ? { parts: planParts(planner, model) }
      : {}),
  };
}

/** Formats that a request can have as alternatives. */
const chosen: ReadonlySet<BodyFormat> = new Set(["json", "xml", "text", "binary", "form"] as const);

/** Returns the formats that the caller chooses between by content type; undefined if there is only one. */
function planFormats(
  planner: Planner,
  method: SdkServiceMethod<SdkHttpOperation>,
  bodyParam: SdkBodyParameter,
  contentType: SourcePlan | undefined,
): readonly FormatPlan[] {
  const formats = formatsOf(planner, bodyParam, bodyParam.type);
  if (formats.length < 2) return [];
  if (contentType?.from === "constant") {
    const { value } = contentType;
    return formats.filter(({ contentTypes }) => contentTypes.some((one) => one === value));
  }
  const isBytes = bodyParam.type.kind === "bytes";
  const isText = bodyParam.type.kind !== "union" || bodyParam.type.variantTypes.every(hasText);
  for (const { contentTypes, format } of formats) {
    const fits = format === "binary" ? isBytes : format !== "text" || isText;
    if (chosen.has(format) && fits) continue;
    const [defaultContentType = ""] = contentTypes;
    reportFormat(planner, { ...bodyParam, defaultContentType }, method);
  }
  return formats;
}

function planBodySource(
  bodyParam: SdkBodyParameter,
  names: ArgumentNames,
): BodyPlan["source"] | undefined {
  const paths = bodyParam.methodParameterSegments;
  const [path, ...more] = paths;
  if (path === undefined) {
    return bodyParam.type.kind === "constant"
      ? { kind: "whole", value: { from: "constant", value: bodyParam.type.value } }
      : undefined;
  }
  if (isLines(bodyParam)) {
    const value = planSegments(path.slice(0, 1), names);
    return value === undefined ? undefined : { kind: "whole", value };
  }
  const last = path.at(-1);
  const whole =
    more.length === 0 &&
    last !== undefined &&
    (bodyParam.type.kind !== "model" || !isPropertyOf(bodyParam.type, last.name, last.type));
  if (whole) {
    const value = planSegments(path, names);
    return value === undefined ? undefined : { kind: "whole", value };
  }
  return {
    kind: "spread",
    properties: paths.flatMap((segments) => {
      const source = planSegments(segments, names);
      const property = segments.at(-1);
      return source === undefined || property === undefined
        ? []
        : [{ property: property.name, source, optional: isOptional(source, property.optional) }];
    }),
  };
}

function isOptional(source: SourcePlan, declared: boolean): boolean {
  return declared || source.from === "option";
}

/** Whether a single parameter is a property of the body rather than the whole body, by comparing types. */
function isPropertyOf(model: SdkModelType, name: string, type: unknown): boolean {
  if (type === model) return false;
  const nullable = type as { kind?: string; type?: unknown };
  if (nullable.kind === "nullable" && nullable.type === model) return false;
  for (let at: SdkModelType | undefined = model; at !== undefined; at = at.baseModel) {
    if (at.properties.some((property) => property.name === name)) return true;
  }
  return false;
}

function planContentType(
  method: SdkServiceMethod<SdkHttpOperation>,
  bodyParam: SdkBodyParameter,
  names: ArgumentNames,
): SourcePlan | undefined {
  const header = method.operation.parameters.find(
    (parameter) =>
      parameter.kind === "header" && parameter.serializedName.toLowerCase() === "content-type",
  );
  if (header?.kind === "header") {
    if (header.type.kind === "constant") return { from: "constant", value: header.type.value };
    const source = planSource(method, header, names);
    if (source !== undefined) return source;
  }
  const { defaultContentType } = bodyParam;
  return {
    from: "constant",
    value: defaultContentType === "*/*" ? "application/octet-stream" : defaultContentType,
  };
}
