import { readJson } from "./documents.ts";
import { linesOf, type ByteStream } from "./lines.ts";
import type { ValueReader } from "./read.ts";
import type { ResponseSource } from "./walk.ts";

/** One event of a stream of server-sent events. */
export interface ServerSentEvent<T, Name extends string = string> {
  /** Its type: `message` where the service names none. */
  event: Name;
  data: T;
  /** The id of the last event that had one. Sent as `Last-Event-ID`, it lets a service go on from there. */
  id?: string;
  /** Milliseconds to wait before connecting anew, where the service said. */
  retry?: number;
}

/** How the data of one kind of event is read. */
export interface EventReader<T> {
  /** Type of the event; all types where there is none. */
  readonly event?: string;
  readonly read: (data: string, source: ResponseSource) => T;
}

/** Reads an answer that is a stream of events, as they arrive. */
export function serverSentEvents(readers: readonly EventReader<unknown>[], end?: string) {
  return (body: unknown, source: ResponseSource): AsyncIterable<ServerSentEvent<unknown>> =>
    eventsOf(body as ByteStream, source, readers, end);
}

/** Reads the data of an event that is JSON. */
export function jsonData<T>(read: ValueReader<T>): EventReader<T>["read"] {
  return (data, source) => readJson(source, data, read);
}

/** Takes the data of an event as it is. */
export function textData(data: string): string {
  return data;
}

/**
 * The events of a stream, by the rules of the HTML standard, each read by the first reader for its type; events that
 * no reader is for are passed over. Ends with the stream, or with an event whose data is `end`.
 */
export async function* eventsOf<T>(
  bytes: ByteStream,
  source: ResponseSource,
  readers: readonly EventReader<T>[],
  end?: string,
): AsyncGenerator<ServerSentEvent<T>, void, undefined> {
  for await (const { event, data, ...rest } of rawEventsOf(bytes)) {
    if (data === end) return;
    const reader = readers.find((candidate) => (candidate.event ?? event) === event);
    if (reader !== undefined) yield { event, data: reader.read(data, source), ...rest };
  }
}

async function* rawEventsOf(
  bytes: ByteStream,
): AsyncGenerator<ServerSentEvent<string>, void, undefined> {
  let event = "";
  let data: string[] = [];
  let id: string | undefined;
  let retry: number | undefined;
  for await (const line of linesOf(bytes)) {
    if (line === "") {
      if (data.length > 0) {
        yield {
          event: event === "" ? "message" : event,
          data: data.join("\n"),
          ...(id !== undefined && { id }),
          ...(retry !== undefined && { retry }),
        };
      }
      event = "";
      data = [];
      retry = undefined;
      continue;
    }
    const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === "event") event = value;
    else if (field === "data") data.push(value);
    else if (field === "id" && !value.includes("\0")) id = value;
    else if (field === "retry" && /^\d+$/.test(value)) retry = Number(value);
  }
}
