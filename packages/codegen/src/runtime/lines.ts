import { binaryOf } from "./bytes.ts";
import type { PipelineResponse } from "@azure/core-rest-pipeline";
import { call, jsonOf, streamed, unreadable, type Answers, type CallRequest } from "./call.ts";
import type { ClientContext } from "./context.ts";
import { readJson } from "./documents.ts";
import type { OperationOptions } from "./options.ts";
import type { ValueReader } from "./read.ts";
import { ShapeError, type ResponseSource } from "./walk.ts";

/** Bytes while they are received. */
export type ByteStream = AsyncIterable<Uint8Array>;

/** Sends a request whose response is read while it is received. */
export async function callForStream<T>(
  context: ClientContext,
  options: OperationOptions,
  request: CallRequest,
  answers: Answers,
): Promise<T> {
  let last: PipelineResponse | undefined;
  const parse = (response: PipelineResponse, failed: boolean): unknown =>
    failed ? jsonOf(response) : binaryOf((last = response));
  const result = await call<unknown>(context, options, streamed(request, answers), answers, parse);
  const isStream = typeof result === "object" && result !== null && Symbol.asyncIterator in result;
  return (
    isStream && last ? named(request.operation, last, result as AsyncIterable<unknown>) : result
  ) as T;
}

/** Adds the name of the operation to errors in a stream. */
async function* named(
  operation: string,
  response: PipelineResponse,
  values: AsyncIterable<unknown>,
): AsyncGenerator<unknown, void, undefined> {
  try {
    yield* values;
  } catch (error) {
    throw error instanceof ShapeError ? unreadable(operation, response, undefined, error) : error;
  }
}

/** Reads a response with one JSON document per line, while it is received. */
export function jsonLines<T>(read: ValueReader<T>) {
  return (body: unknown, source: ResponseSource): AsyncIterable<T> =>
    jsonLinesOf(body as ByteStream, source, read);
}

/** Splits UTF-8 text into lines at CRLF, LF or CR. The last line need not have a line end. */
export async function* linesOf(bytes: ByteStream): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of bytes) {
    rest += decoder.decode(chunk, { stream: true });
    // A CR at the end may be the first half of a CRLF.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== "") yield rest.replace(/\r$/, "");
}

/** Reads a stream with one JSON document per line. Empty lines are ignored. */
export async function* jsonLinesOf<T>(
  bytes: ByteStream,
  source: ResponseSource,
  read: ValueReader<T>,
): AsyncGenerator<T, void, undefined> {
  for await (const line of linesOf(bytes)) {
    if (line.trim() !== "") yield readJson(source, line, read);
  }
}

/** Writes values as JSON, one per line. */
export function writeJsonLines(values: Iterable<unknown>): string {
  return Array.from(values, (value) => JSON.stringify(value)).join("\n");
}
