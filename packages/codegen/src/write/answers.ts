import type { OperationPlan, ResponsePlan } from "../plan/types.ts";
import { headersText } from "./response-headers.ts";
import type { SourceFile } from "./source-file.ts";
import { streamReader } from "./streams.ts";
import type { WriteContext } from "./write-context.ts";
import { xmlReader } from "./xml.ts";

/** For each status that means success, the reader of its body; as an object literal. */
export function writeAnswers(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  if (operation.asBoolean === true) {
    const statuses = new Set([...operation.responses.map(({ statuses: { start } }) => start), 404]);
    return `{ ${[...statuses].map((status) => `${status}: () => ${status < 400}`).join(", ")} }`;
  }
  const entries: string[] = [];
  for (const response of operation.responses) {
    const reader = readerOf(context, file, operation, response);
    const { start, end } = response.statuses;
    entries.push(
      start === end
        ? `${start}: ${reader}`
        : `...${file.helper("inRange")}(${start}, ${end}, ${reader})`,
    );
  }
  return `{ ${entries.join(", ")} }`;
}

/** The reader of one response. */
export function readerOf(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
  response: ResponsePlan,
): string {
  if (response.format === "none" || response.type === undefined) {
    return response.headers.length === 0
      ? file.helper("readNothing")
      : `(_, walk) => (${headersText(context, file, operation)})`;
  }
  if (response.format === "binary") return file.helper("readAnything");
  if (response.format === "jsonl" || response.format === "sse") {
    return streamReader(context, file, response);
  }
  // What JSON would have as a number stands in a text as its digits.
  const isText = response.format === "text";
  if (isText && response.type.kind === "number") return file.helper("readNumberText");
  if (isText && response.type.kind === "boolean") return file.helper("readBooleanText");
  const reader = context.converters.reader(file, response.type);
  if (response.format === "xml") return xmlReader(context, file, response.type, reader);
  return context.converters.isOptionalThroughout(response.type)
    ? `${file.helper("orAbsent")}(${reader})`
    : reader;
}
