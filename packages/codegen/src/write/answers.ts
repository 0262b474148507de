import type { BodyFormat, OperationPlan, ResponsePlan, TypePlan } from "../plan/types.ts";
import { headersText } from "./response-headers.ts";
import type { SourceFile } from "./source-file.ts";
import { streamReader } from "./streams.ts";
import { textReader } from "./texts.ts";
import type { WriteContext } from "./write-context.ts";
import { xmlReader } from "./xml.ts";

/** Writes an object literal with a reader for each success status code. */
export function writeAnswers(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  if (operation.asBoolean === true) {
    const statuses = operation.responses.map(({ statuses: { start, end } }) =>
      start === end
        ? `${start}: () => true`
        : `...${file.helper("inRange")}(${start}, ${end}, () => true)`,
    );
    return `{ ${[...new Set(statuses), "404: () => false"].join(", ")} }`;
  }
  const entries: string[] = [];
  for (const response of operation.responses) {
    const reader = readerOf(context, file, response);
    const { start, end } = response.statuses;
    entries.push(
      start === end
        ? `${start}: ${reader}`
        : `...${file.helper("inRange")}(${start}, ${end}, ${reader})`,
    );
  }
  return `{ ${entries.join(", ")} }`;
}

/** Writes the reader of one response. */
function readerOf(context: WriteContext, file: SourceFile, response: ResponsePlan): string {
  if (response.format === "none" || response.type === undefined) {
    return response.headers.length === 0
      ? file.helper("readNothing")
      : `${file.helper("fromHeaders")}((walk) => (${headersText(context, file, response.headers)}))`;
  }
  const { analysis, converters } = context;
  const { formats = [], type } = response;
  switch (response.format) {
    case "any": {
      const readers = formats.map(
        (format) => `${format}: ${readerIn(context, file, response, type, format)}`,
      );
      return `${file.helper("byFormat")}({ ${readers.join(", ")} })`;
    }
    case "jsonl":
    case "sse":
      return streamReader(context, file, response);
    case "json": {
      const reader = converters.reader(file, response.type);
      const isOptional = analysis.isOptionalThroughout(response.type);
      return isOptional ? `${file.helper("orAbsent")}(${reader})` : reader;
    }
    default:
      return readerIn(context, file, response, response.type, response.format);
  }
}

/** Writes the reader of a response in one format. */
function readerIn(
  context: WriteContext,
  file: SourceFile,
  { text }: ResponsePlan,
  type: TypePlan,
  format: BodyFormat,
): string {
  switch (format) {
    case "text":
      return text === undefined ? file.helper("readString") : textReader(file, text);
    case "xml":
      return xmlReader(context, file, type, context.converters.reader(file, type));
    case "binary":
    case "file":
      return file.helper("readAnything");
    case "json":
      return context.converters.reader(file, type);
    default:
      throw new Error(`A response of the format ${format} cannot be read here`);
  }
}
