import type { BodyPlan, OperationPlan } from "../plan/types.ts";
import { hasDates } from "./dates.ts";
import { sourceText } from "./expressions.ts";
import { multipartText } from "./multipart.ts";
import type { SourceFile } from "./source-file.ts";
import { propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";
import { xmlShape } from "./xml.ts";

/** What a body adds to the description of a request. */
export interface BodyParts {
  readonly headers: readonly string[];
  readonly properties: readonly string[];
}

/** Writes the body of a request and the headers that go with it. */
export function writeBodyParts(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
  replaced: ReadonlyMap<string, string> = new Map(),
): BodyParts {
  const { body } = operation;
  if (body === undefined) return { headers: [], properties: [] };
  const value = bodyValue(body, replaced);
  const optional = body.source.kind === "whole" && isOptional(body, operation);
  const contentType = contentTypeText(body, operation);
  // A content type without a body would promise something that is not there.
  const header =
    contentType === undefined
      ? []
      : [
          `"content-type": ${optional ? `${value} === undefined ? undefined : ${contentType}` : contentType}`,
        ];
  switch (body.format) {
    case "form":
      return {
        headers: header,
        properties: [`body: ${formText(context, file, body, value, optional)}`],
      };
    case "json":
      return {
        headers: contentType === '"application/json"' ? [] : header,
        properties: [`body: ${jsonText(context, file, body, value, optional)}`],
      };
    case "jsonl":
      return {
        headers: header,
        properties: [
          `body: ${file.helper("writeJsonLines")}(${linesText(context, file, body, value)})`,
        ],
      };
    case "multipart":
      // The boundary is part of the content type, so that comes with the body.
      return { headers: [], properties: [multipartText(context, file, body)] };
    case "xml":
      return {
        headers: header,
        properties: [`body: ${xmlText(context, file, body, value, optional)}`],
      };
    default:
      return {
        headers: header,
        properties: [bodyProperty(file, body, value, optional)],
      };
  }
}

/** A body that is sent as it is; of a file, what is in it. */
function bodyProperty(file: SourceFile, body: BodyPlan, value: string, optional: boolean): string {
  const type = body.type.kind === "nullable" ? body.type.of : body.type;
  if (body.format === "binary") {
    const contents = type.kind === "model" ? `${value}${optional ? "?" : ""}.contents` : value;
    const send = file.helper("sendable");
    return `body: ${optional ? `${file.helper("maybe")}(${contents}, ${send})` : `${send}(${contents})`}`;
  }
  if (type.kind === "number" || type.kind === "boolean") {
    return `body: ${optional ? `${value} === undefined ? undefined : ` : ""}String(${value})`;
  }
  return optional || value !== "body" ? `body: ${value}` : "body";
}

function isOptional(body: BodyPlan, operation: OperationPlan): boolean {
  if (body.source.kind !== "whole" || body.source.value.from !== "option") {
    return body.source.kind === "whole" && body.source.value.from === "argument"
      ? body.source.value.optionalAt.length > 0
      : false;
  }
  const [name] = body.source.value.path;
  return operation.options.some((option) => option.name === name);
}

function contentTypeText(body: BodyPlan, operation: OperationPlan): string | undefined {
  if (body.contentType === undefined) return undefined;
  const text = sourceText(body.contentType);
  if (body.contentType.from !== "option") return text;
  const [name] = body.contentType.path;
  const option = operation.options.find((candidate) => candidate.name === name);
  const fallback = option?.defaultValue ?? body.contentTypes[0];
  return fallback === undefined ? text : `${text} ?? ${JSON.stringify(fallback)}`;
}

/** The expression for the value that is the body. */
export function bodyValue(
  body: BodyPlan,
  replaced: ReadonlyMap<string, string> = new Map(),
): string {
  if (body.source.kind === "whole") {
    const text = sourceText(body.source.value);
    return replaced.get(text) ?? text;
  }
  const properties = body.source.properties.map(({ property, source }) => {
    const plain = sourceText(source);
    const text = replaced.get(plain) ?? plain;
    return text === property ? property : `${propertyKey(property)}: ${text}`;
  });
  return `{ ${properties.join(", ")} }`;
}

function xmlText(
  context: WriteContext,
  file: SourceFile,
  body: BodyPlan,
  value: string,
  optional: boolean,
): string {
  const type = body.type.kind === "nullable" ? body.type.of : body.type;
  if (type.kind !== "model") return value;
  const writer = context.converters.writer(file, type, body.shape);
  const shape = xmlShape(context, file, type.ref);
  const write = (text: string): string =>
    `${file.helper("toXml")}(${writer === undefined ? text : `${writer}(${text})`}, ${shape})`;
  return optional ? `${file.helper("maybe")}(${value}, (body) => ${write("body")})` : write(value);
}

function linesText(context: WriteContext, file: SourceFile, body: BodyPlan, value: string): string {
  const writer = context.converters.writer(file, body.type, body.shape);
  return writer === undefined ? value : `${writer}(${value})`;
}

function formText(
  context: WriteContext,
  file: SourceFile,
  body: BodyPlan,
  value: string,
  optional: boolean,
): string {
  const writer = context.converters.writer(file, body.type, body.shape);
  const write = (text: string): string =>
    `${file.helper("formBody")}(${writer === undefined ? text : `${writer}(${text}) as object`})`;
  return optional ? `${file.helper("maybe")}(${value}, (body) => ${write("body")})` : write(value);
}

function jsonText(
  context: WriteContext,
  file: SourceFile,
  body: BodyPlan,
  value: string,
  optional: boolean,
): string {
  const writer = context.converters.writer(file, body.type, body.shape);
  const stringify = hasDates(context.converters, body.type, body.shape)
    ? file.helper("jsonWithDates")
    : "JSON.stringify";
  if (writer === undefined) return `${stringify}(${value})`;
  const written = optional ? `${file.helper("maybe")}(${value}, ${writer})` : `${writer}(${value})`;
  return `${stringify}(${written})`;
}
