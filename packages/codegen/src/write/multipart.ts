import type { BodyPlan, PartPlan } from "../plan/types.ts";
import { sourceText } from "./expressions.ts";
import type { SourceFile } from "./source-file.ts";
import { access } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** The parts of a form, put together; to be spread into the description of a request. */
export function multipartText(context: WriteContext, file: SourceFile, body: BodyPlan): string {
  const parts = (body.parts ?? []).map((part) => partText(context, file, body, part));
  const [contentType = "multipart/form-data"] = body.contentTypes;
  const kind = contentType === "multipart/form-data" ? "" : `, ${JSON.stringify(contentType)}`;
  return `...(await ${file.helper("multipart")}([${parts.join(", ")}]${kind}))`;
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
  const name = JSON.stringify(part.wireName);
  if (part.file) {
    const type = part.contentType === undefined ? "" : `, ${JSON.stringify(part.contentType)}`;
    return `${file.helper("formFile")}(${name}, ${value}${type})`;
  }
  const writer = context.converters.writer(file, part.type, body.shape);
  const written = writer === undefined ? value : `${writer}(${value})`;
  if (isPlain(part)) {
    return `${file.helper("formField")}(${name}, ${part.type.kind === "string" ? written : `String(${written})`})`;
  }
  return `${file.helper("formField")}(${name}, JSON.stringify(${written}), "application/json")`;
}

/** Parts that are text as they are; everything else travels as JSON. */
function isPlain(part: PartPlan): boolean {
  if (part.contentType?.startsWith("text/") === true) return true;
  return !["array", "model", "record", "tuple", "union", "unknown", "nullable"].includes(
    part.type.kind,
  );
}
