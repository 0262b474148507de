import type { OperationPlan } from "../plan/types.ts";
import { pageReaderOf } from "./page-readers.ts";
import { authText, writeRequest, writeUrl } from "./requests.ts";
import type { SourceFile } from "./source-file.ts";
import type { WriteContext } from "./write-context.ts";

/** Returns the type of a long-running operation's poller, which is also a promise of the result. */
export function pollerType(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  const result = operation.lro?.result;
  const type = result === undefined ? "void" : context.types.text(file, result, "output");
  const poller = file.type("@azure/core-lro", "PollerLike");
  const state = file.type("@azure/core-lro", "OperationState");
  return `${poller}<${state}<${type}>, ${type}>`;
}

/** Writes the statements of a long-running operation. */
export function writeLongRunningCall(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  const result = operation.lro?.result;
  const read =
    result === undefined ? file.helper("readNothing") : context.converters.reader(file, result);
  return `return ${startText(context, file, operation, read)};`;
}

/** Writes the statements of a list whose first page is the result of a long-running operation. */
export function writeLongRunningList(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  const read = pageReaderOf(context, file, operation);
  const accept =
    operation.accept === undefined || operation.accept === "application/json"
      ? ""
      : `, headers: { accept: ${JSON.stringify(operation.accept)} }`;
  const next = `{ operation: ${JSON.stringify(operation.functionName)}, method: "GET", url: ${file.helper("sameOrigin")}(context.endpoint, link)${["", ...authText(operation)].join(", ")}${accept} }`;
  return `return ${file.helper("paged")}(async (link) => {
    if (link !== undefined) return ${file.helper("call")}(context, options, ${next}, { 200: ${read} });
    return ${startText(context, file, operation, read)};
  });`;
}

/** The values of core-lro for the place of the result. */
const places = new Set(["azure-async-operation", "location", "operation-location", "original-uri"]);

function startText(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
  read: string,
): string {
  const { finalStateVia = "", resultPath = [] } = operation.lro ?? {};
  const accepted = operation.responses.flatMap(({ statuses: { start, end } }) =>
    Array.from({ length: end - start + 1 }, (_, index) => start + index),
  );
  const version = operation.query.find(({ wireName }) => wireName === "api-version");
  const again =
    version?.source.from === "client"
      ? `watch: (url) => ${file.helper("queryAgain")}(url, "api-version", context.${version.source.name})`
      : undefined;
  const fields = [
    `accepted: [${accepted.join(", ")}]`,
    ...(places.has(finalStateVia) ? [`final: ${JSON.stringify(finalStateVia)}`] : []),
    ...(resultPath.length === 0 ? [] : [`path: ${JSON.stringify(resultPath)}`]),
    `read: ${read}`,
    ...(again === undefined ? [] : [again]),
    ...authText(operation),
  ];
  return `${file.helper("longRunning")}(context, options, () => {
    ${writeUrl(file, operation)}
    return ${writeRequest(context, file, operation)};
  }, { ${fields.join(", ")} })`;
}
