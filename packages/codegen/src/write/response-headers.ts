import { pascalCase } from "../plan/names.ts";
import type { HeaderPlan, OperationPlan } from "../plan/types.ts";
import { docComment } from "./docs.ts";
import type { SourceFile } from "./source-file.ts";
import { propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** The interface of an operation's response headers. */
export function headersName(operation: OperationPlan): string {
  return `${pascalCase(operation.functionName)}Headers`;
}

/** The function that reads an operation's response headers. */
export function headersReader(operation: OperationPlan): string {
  return `${operation.functionName}Headers`;
}

/** All headers that the success responses of an operation declare; those that only some declare are optional. */
export function declaredHeaders(operation: OperationPlan): readonly HeaderPlan[] {
  const headers = new Map<string, HeaderPlan>();
  for (const response of operation.responses) {
    for (const header of response.headers) {
      if (!headers.has(header.wireName)) headers.set(header.wireName, header);
    }
  }
  return [...headers.values()].map((header) => ({
    ...header,
    optional:
      header.optional ||
      operation.responses.some(
        (response) => !response.headers.some(({ wireName }) => wireName === header.wireName),
      ),
  }));
}

/** Writes the typed headers of an operation's responses, and the function that reads them from a raw response. */
export function writeResponseHeaders(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): readonly string[] {
  const headers = declaredHeaders(operation);
  if (headers.length === 0) return [];
  const name = headersName(operation);
  const lines = headers.map((header) => {
    const type = context.types.text(file, header.type, "output");
    return `${docComment(header.doc)}${propertyKey(header.name)}?: ${type} | undefined;`;
  });
  const response = file.type("@azure/core-rest-pipeline", "PipelineResponse");
  return [
    `/** Headers of the responses to {@link ${operation.functionName}}. */\nexport interface ${name} {\n${lines.join("\n")}\n}`,
    `/** Reads the headers of a response to {@link ${operation.functionName}}, for example in \`onResponse\`. */
export function ${headersReader(operation)}(response: ${response}): ${name} {
  const walk = ${file.helper("looseWalk")}(response);
  return ${headersText(context, file, operation)};
}`,
  ];
}

/** The headers of an operation's response as an object literal. */
export function headersText(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  const values = declaredHeaders(operation).map(
    (header) => `${propertyKey(header.name)}: ${headerValue(context, file, header)}`,
  );
  return `{ ${values.join(", ")} }`;
}

function headerValue(context: WriteContext, file: SourceFile, header: HeaderPlan): string {
  const type = header.type.kind === "nullable" ? header.type.of : header.type;
  const name = JSON.stringify(header.wireName);
  const read = (reader: string): string => `${file.helper("readHeader")}(walk, ${name}, ${reader})`;
  const text = `walk.response.headers.get(${name})`;
  switch (type.kind) {
    case "string":
    case "unknown":
      return text;
    case "enum":
    case "literal":
      return `${text} as ${context.types.text(file, type, "output")} | undefined`;
    case "number":
    case "boolean":
    case "date":
    case "bytes":
    case "text":
    case "duration":
      return read(headerReader(file, type));
    case "array": {
      const separator = JSON.stringify(type.delimiter ?? ",");
      return `${text}?.split(${separator}).map((item) => item.trim()) as never`;
    }
    default:
      return `${text} as never`;
  }
}

function headerReader(file: SourceFile, type: HeaderPlan["type"]): string {
  switch (type.kind) {
    case "number":
      return file.helper("readNumberText");
    case "boolean":
      return file.helper("readBooleanText");
    case "date":
      return file.helper(
        { unix: "readUnixText", rfc7231: "readHttpDate", rfc3339: "readDate" }[type.encode],
      );
    case "bytes":
      return file.helper("readBytes");
    case "text":
      return file.helper(
        { number: "readNumberText", bigint: "readBigintText", boolean: "readBooleanText" }[type.of],
      );
    default:
      return file.helper(
        type.kind === "duration" && type.unit !== "iso" ? "readNumberText" : "readString",
      );
  }
}
