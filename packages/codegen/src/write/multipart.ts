import { assertNever } from "../plan/assert-never.ts";
import type { BodyPlan, PartPlan } from "../plan/types.ts";
import { sourceText } from "./expressions.ts";
import { jsonText } from "./json.ts";
import type { SourceFile } from "./source-file.ts";
import { stringText } from "./texts.ts";
import { access, propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";
import { xmlText } from "./xml.ts";

/** Writes a multipart body: a call that returns a promise of the body and its content type. */
export function multipartText(context: WriteContext, file: SourceFile, body: BodyPlan): string {
  const parts = (body.parts ?? []).map((part) => partText(context, file, body, part));
  const [contentType] = body.contentTypes;
  const kind = contentType === formType ? "" : `, ${JSON.stringify(contentType)}`;
  return `${file.helper("multipart")}([${parts.join(", ")}]${kind})`;
}

const formType = "multipart/form-data";

function isForm({ contentTypes }: BodyPlan): boolean {
  return contentTypes.some((contentType) => contentType.startsWith(formType));
}

function partText(context: WriteContext, file: SourceFile, body: BodyPlan, part: PartPlan): string {
  const value = partSource(body, part.property);
  if (part.multiple) {
    const all = part.optional ? `(${value} ?? [])` : value;
    return `...${all}.map((part) => ${onePart(context, file, body, part, "part")})`;
  }
  const one = onePart(context, file, body, part, value);
  return part.optional ? `${value} === undefined ? undefined : ${one}` : one;
}

function partSource(body: BodyPlan, property: string): string {
  if (body.source.kind === "whole") return access(sourceText(body.source.value), property);
  const found = body.source.properties.find((candidate) => candidate.property === property);
  return found === undefined ? "undefined" : sourceText(found.source);
}

function onePart(
  context: WriteContext,
  file: SourceFile,
  body: BodyPlan,
  part: PartPlan,
  value: string,
): string {
  // Only the parts of a form have names.
  const name = isForm(body) ? JSON.stringify(part.wireName) : "undefined";
  const headers = partHeaders(file, part, value);
  // Trailing undefined arguments are omitted.
  const call = (helper: string, content: string, contentType: string | undefined): string => {
    const type = contentType === undefined ? "undefined" : JSON.stringify(contentType);
    const more = headers !== undefined ? [type, headers] : contentType === undefined ? [] : [type];
    return `${file.helper(helper)}(${[name, content, ...more].join(", ")})`;
  };
  const { content, contentType, type } = part;
  const { shape } = body;
  // If the caller passes headers with the part, the content is in the property `body`.
  const inner =
    content.kind !== "file" && part.headers.some(({ constant }) => constant === undefined)
      ? access(value, "body")
      : value;
  switch (content.kind) {
    case "file":
      return call("formFile", value, contentType);
    case "json":
      return call(
        "formField",
        jsonText(context, file, { type, shape }, inner, false),
        contentType ?? "application/json",
      );
    case "xml":
      return call("formField", xmlText(context, file, { type, shape }, inner, false), contentType);
    case "text":
      return call("formField", stringText(file, content.text, inner, false), contentType);
    default:
      return assertNever(content);
  }
}

/** Writes the headers of a part as an object; undefined if it has none. */
function partHeaders(file: SourceFile, { headers }: PartPlan, value: string): string | undefined {
  if (headers.length === 0) return undefined;
  const entries = headers.map(({ constant, name, optional, text, wireName }) => {
    const written =
      constant === undefined
        ? stringText(file, text, access(value, name), optional)
        : JSON.stringify(constant);
    return `${propertyKey(wireName)}: ${written}`;
  });
  return `{ ${entries.join(", ")} }`;
}
