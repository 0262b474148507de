import type { PipelineResponse } from "@azure/core-rest-pipeline";
import { binaryOf } from "./bytes.ts";
import { call, jsonOf, streamed, type Answers, type CallRequest } from "./call.ts";
import type { ClientContext } from "./context.ts";
import type { OperationOptions } from "./options.ts";
import type { ValueReader } from "./read.ts";
import { ShapeError } from "./walk.ts";

type Format = "json" | "xml" | "text" | "binary";

/** Returns the format of a response by its content type. Default: JSON. */
function formatOf(response: PipelineResponse): Format {
  const type = (response.headers.get("content-type") ?? "application/json").toLowerCase();
  if (/^[^;]*[/+]json\b/.test(type)) return "json";
  if (/^[^;]*[/+]xml\b/.test(type)) return "xml";
  return type.startsWith("text/") ? "text" : "binary";
}

/** Sends a request whose response is read by its content type: as JSON, text or bytes. */
export function callForAny<T>(
  context: ClientContext,
  options: OperationOptions,
  request: CallRequest,
  answers: Answers,
): Promise<T> {
  return call(context, options, streamed(request, answers), answers, async (response, failed) => {
    if (failed) return jsonOf(response);
    const bytes = await (await binaryOf(response)).bytes();
    const format = formatOf(response);
    if (format === "binary") return bytes;
    const text = new TextDecoder().decode(bytes);
    if (format !== "json") return text;
    return text === "" ? undefined : (JSON.parse(text) as unknown);
  });
}

/** Reads a body with the reader for its content type. */
export function byFormat<T>(
  readers: Readonly<Partial<Record<Format, ValueReader<T>>>>,
): ValueReader<T> {
  return (body, walk) => {
    const read = readers[formatOf(walk.response)];
    if (read !== undefined) return read(body, walk);
    const type = walk.response.headers.get("content-type");
    throw new ShapeError(`content type ${type} is not ${Object.keys(readers).join(" or ")}`);
  };
}
