import { headerSuffixes } from "../plan/header-names.ts";
import { pascalCase } from "../plan/names.ts";
import { isLeaf } from "../plan/wire/codecs.ts";
import type { HeaderPlan, OperationPlan, ResponsePlan } from "../plan/types.ts";
import { docComment } from "./docs.ts";
import type { SourceFile } from "./source-file.ts";
import { textReader } from "./texts.ts";
import { propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** Headers of an operation's responses, with the names of their interface and of the function that reads them. */
export interface HeaderSet {
  readonly name: string;
  readonly reader: string;
  /** The status codes for doc comments; empty for all responses. */
  readonly statuses: string;
  readonly headers: readonly HeaderPlan[];
}

/** Returns the headers of an operation's responses: one set if they are the same, or else one for each response. */
export function headerSets(operation: OperationPlan): readonly HeaderSet[] {
  const sets = new Map<string, HeaderSet>();
  for (const [response, suffix] of headerSuffixes(operation.responses)) {
    if (!sets.has(suffix)) sets.set(suffix, headerSet(operation, response, suffix));
  }
  return [...sets.values()];
}

/** Returns the headers of one response; undefined if it has none. */
export function headerSetOf(
  operation: OperationPlan,
  response: ResponsePlan,
): HeaderSet | undefined {
  const suffix = headerSuffixes(operation.responses).get(response);
  return suffix === undefined ? undefined : headerSet(operation, response, suffix);
}

function headerSet(
  { functionName }: OperationPlan,
  { headers, statuses: { start, end } }: ResponsePlan,
  suffix: string,
): HeaderSet {
  const range = start === end ? `${start}` : `${start} to ${end}`;
  return {
    name: `${pascalCase(functionName)}Headers${suffix}`,
    reader: `${functionName}Headers${suffix}`,
    statuses: suffix === "" ? "" : ` with status ${range}`,
    headers,
  };
}

/** Writes the types of the response headers, and the functions that read them from a raw response. */
export function writeResponseHeaders(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): readonly string[] {
  return headerSets(operation).flatMap(({ name, reader, statuses, headers }) => {
    const lines = headers.map((header) => {
      const type = context.types.text(file, header.type, "output");
      return `${docComment(header.doc)}${propertyKey(header.name)}?: ${type} | undefined;`;
    });
    const response = file.type("@azure/core-rest-pipeline", "PipelineResponse");
    return [
      `/** Headers of the responses to {@link ${operation.functionName}}${statuses}. */\nexport interface ${name} {\n${lines.join("\n")}\n}`,
      `/** Reads the headers of a response to {@link ${operation.functionName}}${statuses}, for example in \`onResponse\`. */
export function ${reader}(response: ${response}): ${name} {
  const walk = ${file.helper("looseWalk")}(response);
  return ${headersText(context, file, headers)};
}`,
    ];
  });
}

/** Writes headers of a response as an object literal. */
export function headersText(
  context: WriteContext,
  file: SourceFile,
  headers: readonly HeaderPlan[],
): string {
  const values = headers.map(
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
