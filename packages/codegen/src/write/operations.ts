import type { ClientPlan, OperationPlan, ResponsePlan } from "../plan/types.ts";
import { argumentTypes, formTypes } from "../plan/versions/types.ts";
import { writeAnswers } from "./answers.ts";
import { callHelper } from "./call-helper.ts";
import { docComment } from "./docs.ts";
import { formOptions, formsOf, writeChoice } from "./forms.ts";
import { optionsName } from "./function-names.ts";
import { pollerType, writeLongRunningCall, writeLongRunningList } from "./lro.ts";
import { writeFunctionDoc } from "./operation-docs.ts";
import { operationFiles, operationsPath } from "./operation-files.ts";
import { isLongRunning, isPaged } from "./operation-kinds.ts";
import { writePagedCall } from "./paged.ts";
import { contextPath } from "./paths.ts";
import { writeRequest, writeUrl } from "./requests.ts";
import { headerSetOf, writeResponseHeaders } from "./response-headers.ts";
import { relative, SourceFile } from "./source-file.ts";
import { eventStreamType } from "./streams.ts";
import { modelsNamespace, propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** Writes the operations of a client or group; those of a large group into several files. */
export function writeOperations(context: WriteContext, client: ClientPlan): readonly SourceFile[] {
  const whole = operationsPath(client);
  const files = operationFiles(client).map(({ operations, part }) => {
    const path = part === undefined ? whole : whole.replace(/\.ts$/, `/${part}.ts`);
    const file = new SourceFile(path, context.runtime, modelsNamespace);
    for (const operation of operations) writeOperation(context, file, client, operation);
    return file;
  });
  if (files.length === 1 && files[0]?.path === whole) return files;
  const all = new SourceFile(whole, context.runtime);
  all.add(files.map(({ path }) => `export * from "${relative(whole, path)}";`).join("\n"));
  return [...files, all];
}

function writeOperation(
  context: WriteContext,
  file: SourceFile,
  client: ClientPlan,
  operation: OperationPlan,
): void {
  file.add(
    writeOptions(context, file, operation),
    ...writeResponseHeaders(context, file, operation),
    writeFunction(context, file, client, operation),
    ...formsOf(operation).map((form) => writeForm(context, file, client, operation, form)),
  );
}

function writeOptions(context: WriteContext, file: SourceFile, operation: OperationPlan): string {
  const base = file.helperType(operation.lro === undefined ? "OperationOptions" : "PollingOptions");
  const lines = operation.options.map((option) => {
    const type = context.types.joinedText(file, argumentTypes(option), option.shape);
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

/** Returns the type that an operation resolves to. */
export function resultType(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  if (operation.asBoolean === true) return "boolean";
  const types = new Set<string>();
  for (const { responses } of [operation, ...(operation.earlier ?? [])]) {
    for (const response of responses) {
      types.add(responseType(context, file, { ...operation, responses }, response));
    }
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
      return headerSetOf(operation, response)?.name ?? "void";
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
  const parameters = [
    `context: ${contextName}`,
    ...operation.parameters.map(
      (parameter) =>
        `${parameter.name}: ${context.types.joinedText(file, argumentTypes(parameter), parameter.shape)}`,
    ),
    `options: ${optionsName(operation)} = {}`,
  ].join(", ");
  if (operation.earlier !== undefined) {
    return `${doc}export function ${operation.functionName}(${parameters}): ${functionType(context, file, operation)} {
  ${writeChoice(context, file, operation)}
}`;
  }
  const keyword = isPaged(operation) || isLongRunning(operation) ? "function" : "async function";
  return `${doc}export ${keyword} ${operation.functionName}(${parameters}): ${functionType(context, file, operation)} {
  ${writeBody(context, file, operation)}
}`;
}

function functionType(context: WriteContext, file: SourceFile, operation: OperationPlan): string {
  if (isPaged(operation)) return pagedType(context, file, operation);
  if (isLongRunning(operation)) return pollerType(context, file, operation);
  return `Promise<${resultType(context, file, operation)}>`;
}

/** Writes the function for one form of an operation. */
function writeForm(
  context: WriteContext,
  file: SourceFile,
  client: ClientPlan,
  operation: OperationPlan,
  form: OperationPlan,
): string {
  const parameters = [
    `context: ${ownerContext(context, client)}`,
    ...form.parameters.map(
      (parameter) =>
        `${parameter.name}: ${context.types.joinedText(file, formTypes(parameter), parameter.shape)}`,
    ),
    `options: ${formOptions(context, file, operation, form)}`,
  ].join(", ");
  const named = { ...form, functionName: operation.functionName };
  const keyword = isPaged(form) || isLongRunning(form) ? "function" : "async function";
  return `${keyword} ${form.functionName}(${parameters}): ${functionType(context, file, operation)} {
  ${writeBody(context, file, named)}
}`;
}

/** Writes the statements of an operation's function. */
function writeBody(context: WriteContext, file: SourceFile, operation: OperationPlan): string {
  if (isPaged(operation)) {
    const write = operation.kind === "paging" ? writePagedCall : writeLongRunningList;
    return write(context, file, operation);
  }
  if (isLongRunning(operation)) return writeLongRunningCall(context, file, operation);
  const call = `${callHelper(file, operation)}(context, options, request, ${writeAnswers(context, file, operation)})`;
  return `${writeUrl(file, operation)}
  const request: ${file.helperType("CallRequest")} = ${writeRequest(context, file, operation)};
  return ${call};`;
}

export function pagedType(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  const items = [operation, ...(operation.earlier ?? [])].flatMap(({ paging }) =>
    paging === undefined ? [] : [paging.item],
  );
  const item = context.types.joinedText(file, items, "output") || "unknown";
  const iterator = file.type("@azure/core-paging", "PagedAsyncIterableIterator");
  const page = file.helperType("Page");
  return `${iterator}<${item}, ${page}<${item}>>`;
}

/** Returns the name of the context for a client's operations. */
export function ownerContext(context: WriteContext, client: ClientPlan): string {
  const owner = context.plan.clients.find((candidate) => candidate.id === client.contextOf);
  return owner?.context?.name ?? "ClientContext";
}
