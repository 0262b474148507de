import type {
  SdkBodyParameter,
  SdkHttpErrorResponse,
  SdkHttpResponse,
  SdkType,
} from "@azure-tools/typespec-client-generator-core";
import { isOrExtendsHttpFile } from "@typespec/http";
import { reportDiagnostic } from "../lib.ts";
import { targetOf, type Planner } from "./planner.ts";
import type { BodyFormat, FormatPlan } from "./types.ts";
import { checkXml } from "./xml.ts";

/** True for media types whose content is JSON. */
export function isJson(contentType: string): boolean {
  return /^(application|text)\/([^;+]+\+)?json\b/.test(contentType);
}

/** True for media types whose content is XML. */
export function isXml(contentType: string): boolean {
  return /^(application|text)\/([^;+]+\+)?xml\b/.test(contentType);
}

function withoutNull(type: SdkType): SdkType {
  return type.kind === "nullable" ? withoutNull(type.type) : type;
}

type Body = SdkBodyParameter | SdkHttpResponse | SdkHttpErrorResponse;

/** Returns the format of a body with its default content type; undefined if it is not supported. */
export function formatOf(planner: Planner, body: Body, type: SdkType): BodyFormat | undefined {
  const contentTypes = body.contentTypes ?? [];
  const contentType = body.defaultContentType ?? contentTypes[0] ?? "application/json";
  // JSON is preferred, because it preserves types.
  const preferred = isJson(contentType) ? undefined : contentTypes.find(isJson);
  const format = formatIn(planner, body, type, contentType);
  const isWhole = format === "multipart" || format === "sse" || format === "jsonl";
  return isWhole || preferred === undefined
    ? format
    : (formatIn(planner, body, type, preferred) ?? "json");
}

/** Returns the formats of a body with several content types, and the types of each. */
export function formatsOf(planner: Planner, body: Body, type: SdkType): readonly FormatPlan[] {
  const formats = new Map<BodyFormat, string[]>();
  for (const contentType of body.contentTypes ?? []) {
    const format = formatIn(planner, body, type, contentType);
    // Some servers send JSON as text/plain. Types without a text form are JSON then.
    const actual = format === "text" && !hasText(type) ? "json" : format;
    if (actual !== undefined) formats.set(actual, [...(formats.get(actual) ?? []), contentType]);
  }
  return [...formats].map(([format, contentTypes]) => ({ format, contentTypes }));
}

/** Returns the format of a body in one content type; undefined if it is not supported. */
export function formatIn(
  planner: Planner,
  body: Body,
  type: SdkType,
  contentType: string,
): BodyFormat | undefined {
  if (body.streamMetadata !== undefined) {
    if (contentType.startsWith("text/event-stream")) return "sse";
    if (/jsonl|ndjson|json-seq/.test(contentType)) return "jsonl";
  }
  if (body.serializationOptions.binary?.isFile === true || isFile(planner, type)) return "binary";
  if (contentType.startsWith("multipart/")) return "multipart";
  const bare = withoutNull(type);
  if (bare.kind === "bytes" && (bare.encode === "bytes" || bare.encode === undefined)) {
    return "binary";
  }
  if (isJson(contentType)) return "json";
  if (isXml(contentType) && bare.kind === "model") return "xml";
  if (contentType.startsWith("application/x-www-form-urlencoded")) return "form";
  if (bare.kind === "bytes") return contentType.startsWith("text/") ? "text" : "binary";
  if (isTextual(bare) || contentType.startsWith("text/")) return "text";
  if (bare.kind === "union" && bare.variantTypes.some(({ kind }) => kind === "bytes")) {
    return "binary";
  }
  return bare.kind === "unknown" || contentType === "*/*" ? "json" : undefined;
}

/** Reports parts of a body that cannot be represented in its format. */
export function checkFormats(
  planner: Planner,
  type: SdkType,
  formats: Iterable<BodyFormat | "none">,
): void {
  const bare = withoutNull(type);
  if (bare.kind === "model" && new Set(formats).has("xml")) checkXml(planner, bare);
}

/** True for types whose values have a text form. */
export function hasText(type: SdkType): boolean {
  const bare = withoutNull(type);
  if (bare.kind === "union") return bare.variantTypes.some(hasText);
  return !["model", "array", "dict", "tuple", "unknown"].includes(bare.kind);
}

/** Reports that the body of a request cannot be written in a content type. */
export function reportRequest(
  planner: Planner,
  body: SdkBodyParameter,
  contentType: string,
  ...places: readonly { readonly __raw?: unknown }[]
): void {
  reportDiagnostic(planner.program, {
    code: "unsupported-content-type",
    format: { contentType, type: body.type.kind },
    target: targetOf(body, ...places),
  });
}

/** Reports that the body of a response is not parsed. */
export function reportResponse(
  planner: Planner,
  { contentTypes, type }: SdkHttpResponse | SdkHttpErrorResponse,
  ...places: readonly { readonly __raw?: unknown }[]
): void {
  reportDiagnostic(planner.program, {
    code: "unparsed-response",
    format: { contentType: contentTypes?.join(", ") ?? "", type: type?.kind ?? "void" },
    target: targetOf(...places),
  });
}

/** True for a file that is a whole body: its contents are the body, its content type is a header. */
function isFile(planner: Planner, type: SdkType): boolean {
  const raw = withoutNull(type).__raw;
  return raw?.kind === "Model" && isOrExtendsHttpFile(planner.program, raw);
}

function isTextual(type: SdkType): boolean {
  switch (type.kind) {
    case "string":
    case "url":
    case "plainDate":
    case "plainTime":
      return true;
    case "enum":
    case "enumvalue":
    case "constant":
      return type.valueType.kind === "string";
    default:
      return false;
  }
}
