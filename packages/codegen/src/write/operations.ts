import { pascalCase } from "../plan/names.ts";
import type {
  ClientPlan,
  OperationPlan,
  ParameterPlan,
  PathPartPlan,
  ResponsePlan,
} from "../plan/types.ts";
import { writeBodyParts } from "./bodies.ts";
import { docComment, firstSentence } from "./docs.ts";
import { convertText, listText, pathText, separatorOf, sourceText } from "./expressions.ts";
import { isLongRunning, pollerType, writeLongRunningCall, writeLongRunningList } from "./lro.ts";
import { headersName, writeResponseHeaders } from "./response-headers.ts";
import { writeAnswers } from "./answers.ts";
import { writePagedCall } from "./paged.ts";
import { SourceFile } from "./source-file.ts";
import { access, propertyKey } from "./type-text.ts";
import { eventStreamType } from "./streams.ts";
import type { WriteContext } from "./write-context.ts";
import { xmlErrorArgument } from "./xml.ts";

/** The file with the operations of a client or group. */
export function operationsPath(client: ClientPlan): string {
  return `operations/${client.fileName}.ts`;
}

/** The file with the contexts. */
export const contextPath = "context.ts";

/** The name of an operation's options. */
export function optionsName(operation: OperationPlan): string {
  return `${pascalCase(operation.functionName)}Options`;
}

export function writeOperations(context: WriteContext, client: ClientPlan): SourceFile {
  const file = new SourceFile(operationsPath(client), context.runtime);
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
  const parameters = [
    `context: ${contextName}`,
    ...operation.parameters.map(
      (parameter) =>
        `${parameter.name}: ${context.types.text(file, parameter.type, parameter.shape)}`,
    ),
    `options: ${optionsName(operation)} = {}`,
  ].join(", ");
  const doc = writeFunctionDoc(operation);
  const name = operation.functionName;
  if (isPaged(operation)) {
    const write = operation.kind === "paging" ? writePagedCall : writeLongRunningList;
    return `${doc}export function ${name}(${parameters}): ${pagedType(context, file, operation)} {
  ${write(context, file, operation)}
}`;
  }
  if (isLongRunning(operation)) {
    return `${doc}export function ${name}(${parameters}): ${pollerType(context, file, operation)} {
  ${writeLongRunningCall(context, file, operation)}
}`;
  }
  const result = resultType(context, file, operation);
  return `${doc}export async function ${name}(${parameters}): Promise<${result}> {
  ${writeUrl(file, operation)}
  return ${callHelper(file, operation)}(context, options, ${writeRequest(context, file, operation)}, ${writeAnswers(context, file, operation)}${xmlErrorArgument(context, file, operation)});
}`;
}

/** True for operations that give a list page by page. */
export function isPaged(operation: OperationPlan): boolean {
  return (
    (operation.kind === "paging" || operation.kind === "lropaging") &&
    operation.paging !== undefined
  );
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

/** Statements that put the URL together into a variable `url`. */
export function writeUrl(
  file: SourceFile,
  operation: OperationPlan,
  replaced: ReadonlyMap<string, string> = new Map(),
): string {
  const path = operation.path
    .map((part, index) => {
      if (typeof part !== "string") {
        const isRooted = isRootedPart(operation, index);
        return `\${${pathText(file, withPathDefault(operation, part), isRooted)}}`;
      }
      return escapeTemplate(isRootedPart(operation, index + 1) ? part.slice(0, -1) : part);
    })
    .join("");
  const statements = operation.query.map((parameter) => {
    const name = JSON.stringify(encodeURIComponent(parameter.wireName).replace(/%24/g, "$"));
    const type = parameter.type.kind === "nullable" ? parameter.type.of : parameter.type;
    const optional = parameter.optional || parameter.type.kind === "nullable";
    const source = sourceText(parameter.source);
    const value = replaced.get(source) ?? withDefault(operation, parameter, source);
    if (type.kind === "array") {
      const list = listText(file, type, value, optional);
      return parameter.explode && type.delimiter === undefined
        ? `url = ${file.helper("queryEach")}(url, ${name}, ${list});`
        : `url = ${file.helper("queryList")}(url, ${name}, ${list}, ${JSON.stringify(separatorOf(parameter))});`;
    }
    if (type.kind === "record" || type.kind === "model") {
      return `url = ${file.helper("queryRecord")}(url, ${name}, ${value}, ${parameter.explode});`;
    }
    return `url = ${file.helper("query")}(url, ${name}, ${convertText(file, type, value, optional)});`;
  });
  const text =
    /\$\{/.test(path) || path.includes("`") ? `\`${path}\`` : JSON.stringify(path || "/");
  const declaration = `${statements.length === 0 ? "const" : "let"} url = ${text};`;
  return [declaration, ...statements].join("\n  ");
}

function withDefault(
  operation: OperationPlan,
  parameter: OperationPlan["query"][number],
  value: string,
): string {
  if (parameter.source.from !== "option" || parameter.source.path.length !== 1) return value;
  const [name] = parameter.source.path;
  const option = operation.options.find((candidate) => candidate.name === name);
  return option?.defaultValue === undefined
    ? value
    : `${value} ?? ${JSON.stringify(option.defaultValue)}`;
}

/** A whole path within the path, which may be empty: the slash before it belongs to it. */
function isRootedPart(operation: OperationPlan, index: number): boolean {
  const [before, part, after] = [-1, 0, 1].map((offset) => operation.path[index + offset]);
  return (
    part !== undefined &&
    typeof part !== "string" &&
    part.style === "reserved" &&
    typeof before === "string" &&
    before.endsWith("/") &&
    typeof after === "string" &&
    after.startsWith("/")
  );
}

/** A part of the path whose option has a default gets it where the caller says nothing. */
function withPathDefault(operation: OperationPlan, part: PathPartPlan): PathPartPlan {
  if (part.source.from !== "option") return part;
  const [name = ""] = part.source.path;
  const option = operation.options.find((candidate) => candidate.name === name);
  if (option?.defaultValue === undefined) return part;
  const text = `(${access("options", name)} ?? ${JSON.stringify(option.defaultValue)})`;
  return { ...part, optional: false, source: { from: "argument", path: [text], optionalAt: [] } };
}

function escapeTemplate(text: string): string {
  return text.replace(/[`\\]|\$\{/g, (match) => `\\${match}`);
}

/** In what a request differs from the operation's plain one. */
export interface RequestVariant {
  /** The URL as an expression; by default a variable of that name. */
  readonly url?: string;
  /** The method as an expression. */
  readonly method?: string;
  /** Expressions that stand in for others. */
  readonly replaced?: ReadonlyMap<string, string>;
  readonly withBody?: boolean;
}

/** The description of the request, as an object literal. */
export function writeRequest(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
  { url = "url", method, replaced = new Map(), withBody = true }: RequestVariant = {},
): string {
  const headers: string[] = [];
  if (operation.accept !== undefined && operation.accept !== "application/json")
    headers.push(`accept: ${JSON.stringify(operation.accept)}`);
  for (const header of operation.headers) {
    const value = headerText(file, operation, header, replaced);
    headers.push(`${propertyKey(header.wireName.toLowerCase())}: ${value}`);
  }
  if (operation.cookies.length > 0) {
    const values = operation.cookies.map(
      (cookie) =>
        `${JSON.stringify(cookie.wireName)}: ${convertText(file, cookie.type, sourceText(cookie.source), cookie.optional)}`,
    );
    headers.push(`cookie: ${file.helper("cookies")}({ ${values.join(", ")} })`);
  }
  const body = withBody
    ? writeBodyParts(context, file, operation, replaced)
    : { headers: [], properties: [] };
  headers.push(...body.headers);
  const lines = [
    `operation: ${JSON.stringify(operation.functionName)}`,
    `method: ${method ?? JSON.stringify(operation.method)}`,
    url === "url" ? "url" : `url: ${url}`,
    ...(headers.length === 0 ? [] : [`headers: { ${headers.join(", ")} }`]),
    ...body.properties,
  ];
  return `{ ${lines.join(", ")} }`;
}

function headerText(
  file: SourceFile,
  operation: OperationPlan,
  header: OperationPlan["headers"][number],
  replaced: ReadonlyMap<string, string>,
): string {
  if (header.auto !== undefined) {
    const value = sourceText(header.source);
    return header.auto === "uuid"
      ? `${value} ?? crypto.randomUUID()`
      : `${file.helper("writeHttpDate")}(${value} ?? new Date())`;
  }
  const source = sourceText(header.source);
  const value = replaced.get(source) ?? withDefault(operation, header, source);
  const type = header.type.kind === "nullable" ? header.type.of : header.type;
  if (type.kind === "array") {
    const list = listText(file, type, value, header.optional);
    return `${list}${header.optional ? "?" : ""}.join(${JSON.stringify(separatorOf(header))})`;
  }
  const text = convertText(file, type, value, header.optional || header.type.kind === "nullable");
  return header.type.kind === "nullable" ? `${text} ?? undefined` : text;
}

function writeFunctionDoc(operation: OperationPlan): string {
  const fallback = `Calls \`${operation.method} ${pathDoc(operation)}\`.`;
  const statuses = operation.responses.map(({ statuses: { start, end } }) =>
    start === end ? `${start}` : `${start} to ${end}`,
  );
  const tags = [
    "@param context - Where to send the request, and how.",
    ...operation.parameters.map(
      (parameter) => `@param ${parameter.name} - ${parameterDoc(parameter)}`,
    ),
    "@param options - Settings of this call.",
    `@returns ${returnsDoc(operation)}`,
    `@throws RestError when the service answers with another status than ${statuses.join(" or ")}, or with something else than it promises.${errorDoc(operation)}`,
    exampleTag(operation),
  ];
  return docComment(operation.doc, tags, fallback);
}

/** What stands in the details of an operation's errors. */
function errorDoc(operation: OperationPlan): string {
  const byType = new Map<string, string[]>();
  for (const { type, statuses } of operation.errors) {
    if (type?.kind !== "model") continue;
    const status =
      statuses === "default"
        ? "other statuses"
        : statuses.start === statuses.end
          ? String(statuses.start)
          : `${statuses.start} to ${statuses.end}`;
    byType.set(type.ref, [...(byType.get(type.ref) ?? []), status]);
  }
  return [...byType]
    .map(([name, statuses]) => ` For ${statuses.join(", ")}, \`details\` hold a {@link ${name}}.`)
    .join("");
}

function pathDoc(operation: OperationPlan): string {
  return operation.path
    .map((part) => (typeof part === "string" ? part : `{${part.wireName}}`))
    .join("");
}

function parameterDoc(parameter: ParameterPlan): string {
  return firstSentence(parameter.doc) ?? `The ${parameter.name}.`;
}

function returnsDoc(operation: OperationPlan): string {
  if (isPaged(operation))
    return "The items, one by one or page by page; requests are sent as they are needed.";
  const described = operation.responses
    .map((response) => response.description?.replace(/\s+/g, " ").trim())
    .filter((text) => text !== undefined && text !== "");
  return described.length > 0 ? described.join(" Or: ") : "What the service answers.";
}

function exampleTag(operation: OperationPlan): string {
  const args = ["context", ...operation.parameters.map(({ name }) => name)].join(", ");
  const call = `${operation.functionName}(${args})`;
  if (isPaged(operation)) {
    return `@example\n\`\`\`ts\nfor await (const item of ${call}) console.log(item);\n\`\`\``;
  }
  const isVoid = operation.responses.every(
    ({ format, headers }) => format === "none" && headers.length === 0,
  );
  return `@example\n\`\`\`ts\n${isVoid ? "" : "const result = "}await ${call};\n\`\`\``;
}
