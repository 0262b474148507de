import type {
  SdkBodyParameter,
  SdkHttpOperation,
  SdkModelType,
  SdkServiceMethod,
  SdkType,
} from "@azure-tools/typespec-client-generator-core";
import { checkFormats, formatIn, formatOf, formatsOf, hasText, reportRequest } from "./formats.ts";
import { textual } from "./mixed-formats.ts";
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
  const format = formats[0]?.format ?? formatOf(planner, bodyParam, bodyParam.type) ?? "sse";
  if (format === "sse") {
    const { contentTypes, defaultContentType } = bodyParam;
    reportRequest(planner, bodyParam, defaultContentType || (contentTypes[0] ?? ""), method);
  }
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
    ...(isMixed(bodyParam.type, used) ? { mixed: true } : {}),
    ...(used.has("text")
      ? { text: planBodyText(planner, textual(bodyParam.type), bodyParam, method) }
      : {}),
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
  const { contentTypes: all, type } = bodyParam;
  const formats = formatsOf(planner, bodyParam, type);
  if (contentType?.from === "constant") {
    const { value } = contentType;
    return formats.length < 2
      ? []
      : formats.filter(({ contentTypes }) => contentTypes.some((one) => one === value));
  }
  const unsupported = [
    ...all.filter((one) => formatIn(planner, bodyParam, type, one) === undefined),
    ...(formats.length < 2 ? [] : formats)
      .filter(({ format }) => !chosen.has(format))
      .flatMap(({ contentTypes }) => contentTypes.slice(0, 1)),
  ];
  // A body with a single format is reported together with that format.
  if (formats.length > 0) {
    for (const one of unsupported) reportRequest(planner, bodyParam, one, method);
  }
  return formats.length < 2 ? [] : formats;
}

/** Whether some values of a body have no form in one of its formats. */
function isMixed(type: SdkType, formats: ReadonlySet<BodyFormat>): boolean {
  const bare = type.kind === "nullable" ? type.type : type;
  if (bare.kind !== "union") return false;
  return (
    (formats.has("binary") && bare.variantTypes.some(({ kind }) => kind !== "bytes")) ||
    (formats.has("text") && !bare.variantTypes.every(hasText))
  );
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
