import type {
  SdkHttpOperation,
  SdkHttpResponse,
  SdkServiceMethod,
  SdkType,
} from "@azure-tools/typespec-client-generator-core";
import { reportDiagnostic } from "../lib.ts";
import { checkFormats, formatOf, formatsOf, hasText, reportResponse } from "./formats.ts";
import { targetOf, type Planner } from "./planner.ts";
import type { BodyFormat, ResponsePlan } from "./types.ts";
import { planBodyText } from "./wire/bodies.ts";

type Method = SdkServiceMethod<SdkHttpOperation>;

/** Formats that the content type of a response can choose between. */
const chosen: ReadonlySet<BodyFormat> = new Set(["json", "xml", "text", "binary"] as const);

/** Formats of requests only. */
const unparsed: ReadonlySet<BodyFormat> = new Set(["multipart", "form"] as const);

/** Plans how the body of a response is read: in one format, or in one of several chosen by content type. */
export function planFormat(
  planner: Planner,
  method: Method,
  response: SdkHttpResponse,
): Pick<ResponsePlan, "format" | "formats" | "text" | "type"> {
  const { type } = response;
  if (type === undefined) return { format: "none" };
  const formats = formatsOf(planner, response, type).map(({ format }) => format);
  if (formats.length > 1 && formats.every((format) => chosen.has(format))) {
    checkFormats(planner, type, formats);
    const text = formats.includes("text")
      ? planBodyText(planner, textual(type), method)
      : undefined;
    return { format: "any", formats, ...(text === undefined ? {} : { text }) };
  }
  const format = formatOf(planner, response, type);
  if (format === undefined || unparsed.has(format)) {
    reportResponse(planner, response, method);
    return { format: "binary", type: { kind: "bytes", encode: "raw" } };
  }
  checkFormats(planner, type, [format]);
  if (formats.length > 1) reportMixed(planner, method, formats);
  return { format, ...(format === "text" ? { text: planBodyText(planner, type, method) } : {}) };
}

/** Returns the types of a union that have a text form. The others need another content type. */
export function textual(type: SdkType): SdkType {
  if (type.kind === "nullable") return { ...type, type: textual(type.type) };
  return type.kind === "union"
    ? { ...type, variantTypes: type.variantTypes.filter(hasText) }
    : type;
}

/** Plans one reader for all success responses. If their formats differ, the content type decides. */
export function mixFormats(
  planner: Planner,
  method: Method,
  responses: readonly ResponsePlan[],
): readonly ResponsePlan[] {
  const formats = new Set(responses.map(({ format }) => format));
  formats.delete("none");
  if (formats.size < 2) return responses;
  const bodyFormats = new Set(
    responses.flatMap(({ format, formats: several }) => several ?? formatIn(format)),
  );
  if (![...bodyFormats].every((format) => chosen.has(format))) {
    reportMixed(planner, method, [...bodyFormats]);
    return responses;
  }
  return responses.map((response) =>
    response.format === "none" || response.format === "any"
      ? response
      : {
          ...response,
          format: "any",
          formats: [response.format],
          // The result of a file is its bytes.
          ...(response.format === "binary" ? { type: { kind: "bytes", encode: "raw" } } : {}),
        },
  );
}

function formatIn(format: ResponsePlan["format"]): readonly BodyFormat[] {
  return format === "none" || format === "any" ? [] : [format];
}

function reportMixed(planner: Planner, method: Method, formats: readonly BodyFormat[]): void {
  reportDiagnostic(planner.program, {
    code: "mixed-response-formats",
    format: { operation: method.name, formats: formats.join(", ") },
    target: targetOf(method),
  });
}
