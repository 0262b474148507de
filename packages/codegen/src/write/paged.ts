import type { OperationPlan, PagingPlan } from "../plan/types.ts";
import type { SourceFile } from "./source-file.ts";
import { writeRequest, writeUrl } from "./operations.ts";
import type { WriteContext } from "./write-context.ts";

/** The statements of a paged operation: a function that fetches a page is given to the iterator. */
export function writePagedCall(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  const { paging } = operation;
  if (paging === undefined) return "";
  const size = paging.pageSizeParameter;
  const usesSize = size !== undefined && size.length === 1;
  const replaced = new Map<string, string>();
  if (usesSize) {
    const option = `options.${size[0]}`;
    replaced.set(option, `maxPageSize ?? ${option}`);
    const argument = size[0] ?? "";
    replaced.set(argument, `maxPageSize ?? ${argument}`);
  }
  const follows = paging.nextLink !== undefined;
  const statuses = operation.responses
    .map((response) => `${response.statuses.start}: ${pageReader(context, file, paging)}`)
    .join(", ");
  const first = writeUrl(file, operation, replaced);
  const parameters = [
    ...(follows ? ["link"] : usesSize ? ["_token"] : []),
    ...(usesSize ? ["maxPageSize"] : []),
  ].join(", ");
  const address = follows
    ? `${first.replace(/^(const|let) url = (.*);$/m, (_, _keyword: string, text: string) => `let url = ${text};`)}
    if (link !== undefined) url = ${file.helper("linkUrl")}(context, link);`
    : first;
  return `return ${file.helper("paged")}(async (${parameters}) => {
    ${address}
    return ${file.helper("call")}(context, options, ${writeRequest(context, file, operation)}, { ${statuses} });
  });`;
}

function pageReader(context: WriteContext, file: SourceFile, paging: PagingPlan): string {
  const item = context.converters.reader(file, paging.item);
  const items = paging.items[0]?.wireName ?? "value";
  const link = paging.nextLink?.path[0]?.wireName;
  return `${file.helper("pageOf")}(${item}, ${JSON.stringify(items)}${link === undefined ? "" : `, ${JSON.stringify(link)}`})`;
}
