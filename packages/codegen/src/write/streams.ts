import type { EventPlan, ResponsePlan } from "../plan/types.ts";
import type { SourceFile } from "./source-file.ts";
import type { WriteContext } from "./write-context.ts";

/** The reader of an answer that arrives bit by bit: JSON lines or server-sent events. */
export function streamReader(
  context: WriteContext,
  file: SourceFile,
  response: ResponsePlan,
): string {
  if (response.type === undefined) return file.helper("readAnything");
  if (response.format === "jsonl") {
    return `${file.helper("jsonLines")}(${context.converters.reader(file, response.type)})`;
  }
  const readers = dataEvents(response).map((event) => {
    // An event without a name is a message; events of other names are not for this version.
    const name = JSON.stringify(event.name ?? "message");
    return `{ event: ${name}, read: ${dataReader(context, file, event)} }`;
  });
  const end = (response.events ?? []).find(({ terminal }) => terminal)?.literal;
  const last = end === undefined ? "" : `, ${JSON.stringify(end)}`;
  return `${file.helper("serverSentEvents")}([${readers.join(", ")}]${last})`;
}

/** The events of a stream that reach the caller; the one that ends it says nothing more. */
function dataEvents(response: ResponsePlan): readonly EventPlan[] {
  return (response.events ?? []).filter((event) => !event.terminal || event.literal === undefined);
}

function dataReader(context: WriteContext, file: SourceFile, event: EventPlan): string {
  return event.json
    ? `${file.helper("jsonData")}(${context.converters.reader(file, event.type)})`
    : file.helper("textData");
}

/** The type of a stream of events, each with its own type of data. */
export function eventStreamType(
  context: WriteContext,
  file: SourceFile,
  response: ResponsePlan,
): string {
  const event = file.helperType("ServerSentEvent");
  const types = dataEvents(response).map(({ name, type }) => {
    const data = context.types.text(file, type, "output");
    return `${event}<${data}, ${JSON.stringify(name ?? "message")}>`;
  });
  return `AsyncIterable<${[...new Set(types)].join(" | ") || `${event}<string>`}>`;
}
