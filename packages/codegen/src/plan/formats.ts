import type {
  SdkBodyParameter,
  SdkHttpErrorResponse,
  SdkHttpResponse,
  SdkType,
} from "@azure-tools/typespec-client-generator-core";
import { isOrExtendsHttpFile } from "@typespec/http";
import { reportDiagnostic } from "../lib.ts";
import { targetOf, type Planner } from "./planner.ts";
import type { BodyFormat } from "./types.ts";
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

/** How a body of a type and content type is read and written. */
export function formatOf(
  planner: Planner,
  body: SdkBodyParameter | SdkHttpResponse | SdkHttpErrorResponse,
  type: SdkType,
): BodyFormat {
  const contentTypes = body.contentTypes ?? [];
  const contentType = body.defaultContentType ?? contentTypes[0] ?? "application/json";
  if (body.streamMetadata !== undefined) {
    if (contentTypes.some((value) => value.startsWith("text/event-stream"))) return "sse";
    if (contentTypes.some((value) => /jsonl|ndjson|json-seq/.test(value))) return "jsonl";
  }
  if (body.serializationOptions.binary?.isFile === true || isFile(planner, type)) return "binary";
  if (contentType.startsWith("multipart/")) return "multipart";
  const bare = withoutNull(type);
  if (bare.kind === "bytes" && (bare.encode === "bytes" || bare.encode === undefined)) {
    return "binary";
  }
  if (contentTypes.some(isJson) || isJson(contentType)) return "json";
  if (isXml(contentType) && bare.kind === "model") {
    checkXml(planner, bare);
    return "xml";
  }
  if (contentType.startsWith("application/x-www-form-urlencoded")) return "form";
  if (bare.kind === "bytes") return "binary";
  if (isTextual(bare)) return "text";
  if (contentType.startsWith("text/")) return "text";
  if (bare.kind === "unknown" || contentType === "*/*") return "json";
  reportFormat(planner, body, bare as { readonly __raw?: unknown });
  return "json";
}

/** Says that a body cannot be read or written in its content type. */
export function reportFormat(
  planner: Planner,
  body: SdkBodyParameter | SdkHttpResponse | SdkHttpErrorResponse,
  ...places: readonly { readonly __raw?: unknown }[]
): void {
  reportDiagnostic(planner.program, {
    code: "unsupported-content-type",
    format: {
      contentType: body.defaultContentType ?? body.contentTypes?.[0] ?? "",
      type: body.type?.kind ?? "void",
    },
    target: targetOf(body.kind === "http" ? undefined : body, ...places),
  });
}

/** A file that is a body by itself: its contents are the body, its content type a header. */
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
