import { assertNever } from "../plan/assert-never.ts";
import type { BodyFormat, BodyPlan, FormatPlan, OperationPlan } from "../plan/types.ts";
import { sourceText } from "./expressions.ts";
import { formFields } from "./form-fields.ts";
import { jsonText, stringifier, writtenObject } from "./json.ts";
import { multipartText } from "./multipart.ts";
import type { SourceFile } from "./source-file.ts";
import { stringText, wholeText } from "./texts.ts";
import { access, grouped, propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";
import { xmlText } from "./xml.ts";

/** The parts of a request's description that belong to its body. */
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
  // A content type without a body would be misleading.
  const header =
    contentType === undefined
      ? []
      : [
          `"content-type": ${optional ? `${value} === undefined ? undefined : ${contentType}` : contentType}`,
        ];
  if (body.format === "multipart") {
    // The boundary is part of the content type, so the helper returns the content type as well.
    const parts = `await ${multipartText(context, file, body)}`;
    const written = optional ? `${value} === undefined ? undefined : ${parts}` : parts;
    return { headers: [], properties: [`...(${written})`] };
  }
  const write = (format: BodyFormat): string =>
    bodyText(context, file, body, { format, value, optional, replaced });
  const text =
    body.formats === undefined
      ? write(body.format)
      : chosenText(body.formats, contentType ?? "", write);
  const isDefault = body.format === "json" && contentType === '"application/json"';
  return {
    headers: isDefault ? [] : header,
    properties: [text === "body" ? "body" : `body: ${text}`],
  };
}

/** Writes the body in the format of the chosen content type, or in the first format. */
function chosenText(
  formats: readonly FormatPlan[],
  contentType: string,
  write: (format: BodyFormat) => string,
): string {
  const [first, ...others] = formats;
  return others.reduce(
    (rest, { contentTypes, format }) => {
      const test = contentTypes
        .map((one) => `${grouped(contentType)} === ${JSON.stringify(one)}`)
        .join(" || ");
      return `${test} ? ${write(format)} : ${rest}`;
    },
    write(first?.format ?? "json"),
  );
}

/** A body to write in one format. */
interface WrittenBody {
  readonly format: BodyFormat;
  readonly value: string;
  readonly optional: boolean;
  readonly replaced: ReadonlyMap<string, string>;
}

function bodyText(
  context: WriteContext,
  file: SourceFile,
  body: BodyPlan,
  written: WrittenBody,
): string {
  const { format, value, optional } = written;
  switch (format) {
    case "form":
      return formText(context, file, body, written);
    case "json":
      return jsonBody(context, file, body, written);
    case "jsonl":
      return `${file.helper("writeJsonLines")}(${linesText(context, file, body, value)})`;
    case "xml":
      return xmlText(context, file, body, value, optional);
    case "text":
      return textBody(file, body, value, optional);
    case "binary":
    case "file":
      return binaryText(file, body, value, optional);
    case "multipart":
    case "sse":
      throw new Error(`A body of the format ${format} cannot be written here`);
    default:
      return assertNever(format);
  }
}

/** Writes a body of text. Of several types, those without a text form are refused at run time. */
function textBody(file: SourceFile, body: BodyPlan, value: string, optional: boolean): string {
  if (body.text === undefined) return value;
  if (body.mixed !== true) return stringText(file, body.text, value, optional);
  const write = (whole: string): string =>
    `${file.helper("writeText")}(${grouped(wholeText(file, body.text!, whole, false))} as ${file.helperType("TextValue")})`;
  return optional ? `${file.helper("maybe")}(${value}, (body) => ${write("body")})` : write(value);
}

/** Writes a body of bytes. For a file, the body is its contents. */
function binaryText(file: SourceFile, body: BodyPlan, value: string, optional: boolean): string {
  if (body.mixed === true) {
    const send = `${file.helper("sendable")}(${file.helper("contentsOf")}(`;
    return optional
      ? `${file.helper("maybe")}(${value}, (body) => ${send}body)))`
      : `${send}${value}))`;
  }
  const type = body.type.kind === "nullable" ? body.type.of : body.type;
  const contents = type.kind === "model" ? `${value}${optional ? "?" : ""}.contents` : value;
  const send = file.helper("sendable");
  return optional ? `${file.helper("maybe")}(${contents}, ${send})` : `${send}(${contents})`;
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

/** Writes the expression for the value of the body. */
function bodyValue(body: BodyPlan, replaced: ReadonlyMap<string, string> = new Map()): string {
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

function linesText(context: WriteContext, file: SourceFile, body: BodyPlan, value: string): string {
  const writer = context.converters.writer(file, body.type, body.shape);
  return writer === undefined ? value : `${writer}(${value})`;
}

/** Writes a form field by field, each from its argument or from the argument that is the whole form. */
function formText(
  context: WriteContext,
  file: SourceFile,
  body: BodyPlan,
  { value, optional, replaced }: WrittenBody,
): string {
  const { form, shape, source } = body;
  if (form === undefined) return value;
  const write = (whole: string): string => {
    const fields = formFields(context, file, form, {
      shape,
      whole,
      member: (name) =>
        memberText(source, name, replaced) ?? { text: access(whole, name), optional: false },
    });
    return `${file.helper("formBody")}(${fields})`;
  };
  return optional ? `${file.helper("maybe")}(${value}, (body) => ${write("body")})` : write(value);
}

/** Writes the expression for a property of a body that is composed of several arguments. */
function memberText(
  source: BodyPlan["source"],
  name: string,
  replaced: ReadonlyMap<string, string>,
): { readonly text: string; readonly optional: boolean } | undefined {
  if (source.kind === "whole") return undefined;
  const found = source.properties.find(({ property }) => property === name);
  if (found === undefined) return { text: "undefined", optional: true };
  const text = sourceText(found.source);
  return { text: replaced.get(text) ?? text, optional: found.optional };
}

function jsonBody(
  context: WriteContext,
  file: SourceFile,
  body: BodyPlan,
  { value, optional, replaced }: WrittenBody,
): string {
  const { shape, source, type } = body;
  if (source.kind === "whole" || !context.analysis.needsWriting(type, shape)) {
    return jsonText(context, file, { type, shape }, value, optional);
  }
  const object = writtenObject(context, file, { type, shape }, (name) =>
    memberText(source, name, replaced),
  );
  return `${stringifier(context, file, { type, shape })}(${object})`;
}
