import type { OperationPlan, PagingPlan } from "../plan/types.ts";
import { callHelper } from "./call-helper.ts";
import { sourceText } from "./expressions.ts";
import { pageReader } from "./page-readers.ts";
import { writeRequest, writeUrl } from "./requests.ts";
import type { SourceFile } from "./source-file.ts";
import { wholeText } from "./texts.ts";
import { access, propertyKey } from "./type-text.ts";
import type { WriteContext } from "./write-context.ts";

/** Writes the statements of a paged operation, which pass a function that fetches a page to the iterator. */
export function writePagedCall(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  const { paging } = operation;
  if (paging === undefined) return "";
  if (paging.counter !== undefined) {
    return writeCountedCall(context, file, operation, { ...paging, counter: paging.counter });
  }
  const replaced = new Map<string, string>();
  const usesSize = replace(operation, replaced, paging.pageSizeParameter, "maxPageSize");
  const usesToken = replace(operation, replaced, paging.tokenParameter, "link");
  const follows = paging.nextLink !== undefined && !usesToken;
  const parameters = [
    ...(follows || usesToken ? ["link"] : usesSize ? ["_token"] : []),
    ...(usesSize ? ["maxPageSize"] : []),
  ].join(", ");
  const answers = `{ ${operation.responses
    .map((response) => `${response.statuses.start}: ${pageReader(context, file, paging, response)}`)
    .join(", ")} }`;
  const send = (request: string, read: string): string =>
    `return ${callHelper(file, operation)}(context, options, ${request}, ${read});`;
  const sendOne = (request: string): string =>
    `const request: ${file.helperType("CallRequest")} = ${request};\n${send("request", answers)}`;
  const first = writeUrl(file, operation, replaced);
  const statements = !follows
    ? `${first}\n${sendOne(writeRequest(context, file, operation, { replaced }))}`
    : writeFollowing(context, file, operation, { paging, first, answers, replaced, send, sendOne });
  return `return ${file.helper("paged")}(async (${parameters}) => {\n${statements}\n});`;
}

/** Writes the statements of a list with counted pages or items. It ends with an incomplete or empty page. */
function writeCountedCall(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
  paging: PagingPlan & Required<Pick<PagingPlan, "counter">>,
): string {
  const { counts, parameter, start, pageSize } = paging.counter;
  const replaced = new Map<string, string>();
  const size = currentValue(operation, paging.pageSizeParameter);
  const position = currentValue(operation, parameter);
  if (size !== undefined) replace(operation, replaced, paging.pageSizeParameter, "size", true);
  replace(operation, replaced, parameter, "position", true);
  const answers = operation.responses
    .map((response) => `${response.statuses.start}: ${pageReader(context, file, paging, response)}`)
    .join(", ");
  const request = writeRequest(context, file, operation, { replaced });
  const parameters = ["token", ...(size === undefined ? [] : ["maxPageSize"])].join(", ");
  const known = [
    ...(size === undefined ? [] : ["size"]),
    ...(pageSize === undefined ? [] : [`${pageSize}`]),
  ].join(" ?? ");
  const next = counts === "pages" ? "position + 1" : "position + page.length";
  return `return ${file.helper("paged")}(async (${parameters}) => {
${size === undefined ? "" : `const size = maxPageSize ?? ${size};\n`}const position = Number(token ?? ${position} ?? ${start});
${writeUrl(file, operation, replaced)}
const request: ${file.helperType("CallRequest")} = ${request};
const page = await ${callHelper(file, operation)}<${itemPage(context, file, paging)}>(context, options, request, { ${answers} });
return ${file.helper("countPage")}(page, ${next}${known === "" ? "" : `, ${known}`});
});`;
}

function itemPage(context: WriteContext, file: SourceFile, paging: PagingPlan): string {
  return `${file.helperType("Page")}<${context.types.text(file, paging.item, "output")}>`;
}

/** Writes the caller's value of an argument or option, with its default; undefined if there is no such parameter. */
function currentValue(
  operation: OperationPlan,
  path: readonly string[] | undefined,
): string | undefined {
  const [root, ...rest] = path ?? [];
  if (root === undefined) return undefined;
  const option = operation.options.find(({ name }) => name === root);
  const text = [option === undefined ? root : access("options", root), ...rest].join("?.");
  return option?.defaultValue === undefined
    ? text
    : `${text} ?? ${JSON.stringify(option.defaultValue)}`;
}

interface Following {
  readonly paging: PagingPlan;
  /** The statements that create the URL of the first page. */
  readonly first: string;
  readonly answers: string;
  readonly replaced: ReadonlyMap<string, string>;
  readonly send: (request: string, read: string) => string;
  readonly sendOne: (request: string) => string;
}

/** Writes statements that fetch the first page, or the page of a link. Only the first request has a body. */
function writeFollowing(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
  { paging, first, answers, replaced, send, sendOne }: Following,
): string {
  const link = [
    `${file.helper("sameOrigin")}(context.endpoint, link)`,
    ...paging.reinjected.map((parameter) => {
      const value = wholeText(file, parameter.text, sourceText(parameter.source), true);
      return `${JSON.stringify(parameter.wireName)}, ${value}`;
    }),
  ].reduce((url, parameter) => `${file.helper("queryAgain")}(${url}, ${parameter})`);
  const verb = paging.nextLinkVerb;
  if (operation.body !== undefined) {
    const next = writeRequest(context, file, operation, {
      url: link,
      method: JSON.stringify(verb),
      withBody: verb === operation.method,
    });
    return `const answers = ${answers};
if (link !== undefined) ${send(next, "answers")}
${first}
${send(writeRequest(context, file, operation, { replaced }), "answers")}`;
  }
  const method = JSON.stringify(operation.method);
  const request = writeRequest(context, file, operation, {
    replaced,
    method:
      verb === operation.method
        ? method
        : `link === undefined ? ${method} : ${JSON.stringify(verb)}`,
  });
  // If the URL is a single expression, it is only evaluated without a link.
  const [, expression] = /^const url = (.*);$/s.exec(first) ?? [];
  const url =
    expression === undefined
      ? `${first}\nif (link !== undefined) url = ${link};`
      : `const url = link === undefined ? ${expression} : ${link};`;
  return `${url}\n${sendOne(request)}`;
}

/** Replaces an argument, an option, or a property of one by a value of the iterator. */
function replace(
  operation: OperationPlan,
  replaced: Map<string, string>,
  path: readonly string[] | undefined,
  value: string,
  isWhole = false,
): boolean {
  const [root, property, ...more] = path ?? [];
  if (root === undefined || more.length > 0) return false;
  const isOption = operation.options.some(({ name }) => name === root);
  const source = isOption ? `options.${root}` : root;
  if (property === undefined) {
    replaced.set(source, isWhole ? value : `${value} ?? ${source}`);
    return true;
  }
  const current = replaced.get(source) ?? source;
  replaced.set(
    source,
    `(${value} === undefined ? ${current} : { ...${current}, ${propertyKey(property)}: ${value} })`,
  );
  return true;
}
