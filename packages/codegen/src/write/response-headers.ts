import { pascalCase } from "../plan/names.ts";
import { isLeaf } from "../plan/wire/codecs.ts";
import type { HeaderPlan, OperationPlan } from "../plan/types.ts";
import { docComment } from "./docs.ts";
import type { SourceFile } from "./source-file.ts";
import { textReader } from "./texts.ts";
import { propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** Returns the name of the interface of an operation's response headers. */
export function headersName(operation: OperationPlan): string {
  return `${pascalCase(operation.functionName)}Headers`;
}

/** Returns the name of the function that reads an operation's response headers. */
function headersReader(operation: OperationPlan): string {
  return `${operation.functionName}Headers`;
}

/** Returns all headers of the success responses. Headers that not all responses have are optional. */
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

/** Writes the type of an operation's response headers, and the function that reads them from a raw response. */
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

/** Writes the headers of an operation's response as an object literal. */
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

function headerValue(
  context: WriteContext,
  file: SourceFile,
  { text, type, wireName }: HeaderPlan,
): string {
  const name = JSON.stringify(wireName);
  const isPlain = text.kind === "one" && text.codecs.every((codec) => codec === "string");
  const value = isPlain
    ? `walk.response.headers.get(${name})`
    : `${file.helper("readHeader")}(walk, ${name}, ${textReader(file, text, true)})`;
  // Enum values are only part of the type.
  return isLeaf(type) && type.kind !== "enum" && type.kind !== "literal"
    ? value
    : `${value} as ${context.types.text(file, type, "output")} | undefined`;
}
