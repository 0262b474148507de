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
  const values = headers.map(
    (header) => `${propertyKey(header.name)}: ${headerValue(context, file, header)}`,
  );
  return [
    `/** Headers of the answers to {@link ${operation.functionName}}. */\nexport interface ${name} {\n${lines.join("\n")}\n}`,
    `/** Reads the headers that answers to {@link ${operation.functionName}} have, for example in \`onResponse\`. */
export function ${headersReader(operation)}(response: ${response}): ${name} {
  const { headers } = response;
  return { ${values.join(", ")} };
}`,
  ];
}

function headerValue(context: WriteContext, file: SourceFile, header: HeaderPlan): string {
  const value = `headers.get(${JSON.stringify(header.wireName)})`;
  const type = header.type.kind === "nullable" ? header.type.of : header.type;
  switch (type.kind) {
    case "string":
    case "unknown":
      return value;
    case "enum":
    case "literal":
      return `${value} as ${context.types.text(file, type, "output")} | undefined`;
    case "number":
    case "boolean":
    case "date":
    case "bytes":
    case "text":
    case "duration":
      return `${file.helper("maybe")}(${value}, ${headerConverter(file, type)})`;
    case "array": {
      const separator = JSON.stringify(type.delimiter ?? ",");
      return `${value}?.split(${separator}).map((item) => item.trim()) as never`;
    }
    default:
      return `${value} as never`;
  }
}

function headerConverter(file: SourceFile, type: HeaderPlan["type"]): string {
  switch (type.kind) {
    case "number":
      return file.helper("readNumberText");
    case "boolean":
      return file.helper("readBooleanText");
    case "date":
      return type.encode === "unix"
        ? `(value) => ${file.helper("readUnixTime")}(Number(value))`
        : file.helper(type.encode === "rfc7231" ? "readHttpDate" : "readDate");
    case "bytes":
      return file.helper("readBytes");
    case "text":
      return file.helper(
        type.of === "number"
          ? "readNumberText"
          : type.of === "bigint"
            ? "readBigintText"
            : "readBooleanText",
      );
    default:
      return type.kind === "duration" && type.unit !== "iso"
        ? file.helper("readNumberText")
        : "String";
  }
}
