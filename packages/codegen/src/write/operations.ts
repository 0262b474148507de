import { pascalCase } from "../plan/names.ts";
import type { ClientPlan, OperationPlan, ResponsePlan } from "../plan/types.ts";
import { writeAnswers } from "./answers.ts";
import { docComment } from "./docs.ts";
import { isLongRunning, pollerType, writeLongRunningCall, writeLongRunningList } from "./lro.ts";
import { writeFunctionDoc } from "./operation-docs.ts";
import { isPaged, writePagedCall } from "./paged.ts";
import { contextPath } from "./paths.ts";
import { writeRequest, writeUrl } from "./requests.ts";
import { headersName, writeResponseHeaders } from "./response-headers.ts";
import { SourceFile } from "./source-file.ts";
import { eventStreamType } from "./streams.ts";
import { modelsNamespace, propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";
import { xmlErrorArgument } from "./xml.ts";

/** The file with the operations of a client or group. */
export function operationsPath(client: ClientPlan): string {
  return `operations/${client.fileName}.ts`;
}

/** The name of an operation's options. */
export function optionsName(operation: OperationPlan): string {
  return `${pascalCase(operation.functionName)}Options`;
}

export function writeOperations(context: WriteContext, client: ClientPlan): SourceFile {
  const file = new SourceFile(operationsPath(client), context.runtime, modelsNamespace);
  for (const operation of client.operations) {
    file.add(
      writeOptions(context, file, operation),
      ...writeResponseHeaders(context, file, operation),
      writeFunction(context, file, client, operation),
    );
  }
  return file;
}

function writeOptions(context: WriteContext, file: SourceFile, operation: OperationPlan): string {
  const base = file.helperType(operation.lro === undefined ? "OperationOptions" : "PollingOptions");
  const lines = operation.options.map((option) => {
    const type = context.types.text(file, option.type, option.shape);
    const byDefault =
      option.defaultValue === undefined ? "" : ` Default: ${JSON.stringify(option.defaultValue)}.`;
    const doc = docComment(
      option.doc === undefined && byDefault === ""
        ? undefined
        : { ...option.doc, text: `${option.doc?.text ?? ""}${byDefault}`.trim() },
    );
    return `${doc}${propertyKey(option.name)}?: ${type} | undefined;`;
  });
  const doc = `/** Options of {@link ${operation.functionName}}. */\n`;
  return `${doc}export interface ${optionsName(operation)} extends ${base} {${lines.length === 0 ? "" : `\n${lines.join("\n")}\n`}}`;
}

/** The type of what an operation resolves to. */
export function resultType(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  if (operation.asBoolean === true) return "boolean";
  const types = new Set<string>();
  for (const response of operation.responses) {
    types.add(responseType(context, file, operation, response));
  }
  if (types.delete("void")) types.add(types.size === 0 ? "void" : "undefined");
  return [...types].join(" | ") || "void";
}

function responseType(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
  response: ResponsePlan,
): string {
  const type = (): string =>
    response.type === undefined ? "void" : context.types.text(file, response.type, "output");
  switch (response.format) {
    case "none":
      return response.headers.length === 0 ? "void" : headersName(operation);
    case "binary":
      return file.helperType("BinaryResult");
    case "jsonl":
      return `AsyncIterable<${type()}>`;
    case "sse":
      return eventStreamType(context, file, response);
    default:
      return type();
  }
}

function writeFunction(
  context: WriteContext,
  file: SourceFile,
  client: ClientPlan,
  operation: OperationPlan,
): string {
  const contextName = ownerContext(context, client);
  file.type(contextPath, contextName);
  const doc = writeFunctionDoc(operation);
  const [keyword, type, body] = writeBody(context, file, operation);
  const parameters = [
    `context: ${contextName}`,
    ...operation.parameters.map(
      (parameter) =>
        `${parameter.name}: ${context.types.text(file, parameter.type, parameter.shape)}`,
    ),
    `options: ${optionsName(operation)} = {}`,
  ].join(", ");
  return `${doc}export ${keyword} ${operation.functionName}(${parameters}): ${type} {
  ${body}
}`;
}

/** How the function of an operation begins, what it gives, and its statements. */
function writeBody(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): readonly [keyword: string, type: string, body: string] {
  if (isPaged(operation)) {
    const write = operation.kind === "paging" ? writePagedCall : writeLongRunningList;
    return ["function", pagedType(context, file, operation), write(context, file, operation)];
  }
  if (isLongRunning(operation)) {
    const body = writeLongRunningCall(context, file, operation);
    return ["function", pollerType(context, file, operation), body];
  }
  const type = `Promise<${resultType(context, file, operation)}>`;
  const call = `${callHelper(file, operation)}(context, options, request, ${writeAnswers(context, file, operation)}${xmlErrorArgument(context, file, operation)})`;
  const body = `${writeUrl(file, operation)}
  const request: ${file.helperType("CallRequest")} = ${writeRequest(context, file, operation)};
  return ${call};`;
  return ["async function", type, body];
}

export function pagedType(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  const item =
    operation.paging === undefined
      ? "unknown"
      : context.types.text(file, operation.paging.item, "output");
  const iterator = file.type("@azure/core-paging", "PagedAsyncIterableIterator");
  const page = file.helperType("Page");
  return `${iterator}<${item}, ${page}<${item}>>`;
}

/** The helper that sends a request and reads its answer in the way that the answer's format needs. */
export function callHelper(file: SourceFile, operation: OperationPlan): string {
  const formats = new Set(operation.responses.map((response) => response.format));
  if (formats.has("binary")) return file.helper("callForBytes");
  if (formats.has("jsonl") || formats.has("sse")) return file.helper("callForStream");
  if (formats.has("xml")) return file.helper("callForXml");
  if (formats.has("text")) return file.helper("callForText");
  return file.helper("call");
}

/** Name of the context that a client's operations take. */
export function ownerContext(context: WriteContext, client: ClientPlan): string {
  const owner = context.plan.clients.find((candidate) => candidate.id === client.contextOf);
  return owner?.context?.name ?? "ClientContext";
}
