import { readJson } from "./documents.ts";
import { linesOf, type ByteStream } from "./lines.ts";
import type { ValueReader } from "./read.ts";
import type { ResponseSource } from "./walk.ts";

/** One event of a stream of server-sent events. */
export interface ServerSentEvent<T, Name extends string = string> {
  /** The type of the event. Default: `message`. */
  event: Name;
  data: T;
  /** The id of the last event that had one. Send it as `Last-Event-ID` to continue from there. */
  id?: string;
  /** The reconnection time in milliseconds, if the service has sent one. */
  retry?: number;
}

/** Reads the data of one kind of events. */
export interface EventReader<T> {
  /** The type of the events; absent for all types. */
  readonly event?: string;
  readonly read: (data: string, source: ResponseSource) => T;
}

/** Reads a response that is a stream of events, while it is received. */
export function serverSentEvents(readers: readonly EventReader<unknown>[], end?: string) {
  return (body: unknown, source: ResponseSource): AsyncIterable<ServerSentEvent<unknown>> =>
    eventsOf(body as ByteStream, source, readers, end);
}

/** Reads an event's data as JSON. */
export function jsonData<T>(read: ValueReader<T>): EventReader<T>["read"] {
  return (data, source) => readJson(source, data, read);
}

/** Returns an event's data as text. */
export function textData(data: string): string {
  return data;
}

/**
 * Parses a stream of events by the rules of the HTML standard, and reads each event with the first reader for its type.
 * Events without a reader are ignored. Ends with the stream, or with an event whose data is `end`.
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
