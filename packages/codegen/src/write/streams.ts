import type { EventPlan, ResponsePlan } from "../plan/types.ts";
import type { SourceFile } from "./source-file.ts";
import type { WriteContext } from "./write-context.ts";

/** Writes the reader of a streamed response: JSON lines or server-sent events. */
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
    // An event without a name is a message. Events with unknown names are ignored.
    const name = JSON.stringify(event.name ?? "message");
    return `{ event: ${name}, read: ${dataReader(context, file, event)} }`;
  });
  const end = (response.events ?? []).find(({ terminal }) => terminal)?.literal;
  const last = end === undefined ? "" : `, ${JSON.stringify(end)}`;
  return `${file.helper("serverSentEvents")}([${readers.join(", ")}]${last})`;
}

/** Returns the events that are passed to the caller, without the terminal event. */
function dataEvents(response: ResponsePlan): readonly EventPlan[] {
  return (response.events ?? []).filter((event) => !event.terminal || event.literal === undefined);
}

function dataReader(context: WriteContext, file: SourceFile, event: EventPlan): string {
  return event.json
    ? `${file.helper("jsonData")}(${context.converters.reader(file, event.type)})`
    : file.helper("textData");
}

/** Returns the type of an event stream: a union of the events with their types of data. */
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
