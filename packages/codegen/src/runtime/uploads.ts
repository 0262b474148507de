import type { RequestBodyType } from "@azure/core-rest-pipeline";
import type { FileContents } from "./multipart.ts";

/** Converts the contents of a whole body to a form that the platform can send: Node's client only sends Node streams. */
export function sendable(contents: FileContents): RequestBodyType {
  const streams = globalThis.process?.getBuiltinModule?.("node:stream");
  if (!streams || ArrayBuffer.isView(contents)) return contents;
  const convert = (opened: unknown): RequestBodyType =>
    typeof ReadableStream === "function" && opened instanceof ReadableStream
      ? streams.Readable.fromWeb(opened as Parameters<typeof streams.Readable.fromWeb>[0])
      : (opened as RequestBodyType);
  const isBlob = typeof Blob === "function" && contents instanceof Blob;
  const open = isBlob ? () => contents.stream() : contents;
  // A function is called again for each attempt.
  return typeof open === "function"
    ? () => convert(open()) as NodeJS.ReadableStream
    : convert(open);
}

/** Returns a body that is sent as bytes. Throws for text and data, which need another content type. */
export function contentsOf(body: unknown): FileContents {
  const isObject = typeof body === "object" && body !== null;
  const isData = isObject && (Array.isArray(body) || body.constructor === Object);
  if (typeof body === "function" || (isObject && !isData)) return body as FileContents;
  const found = Array.isArray(body) ? "an array" : `a value of type ${typeof body}`;
  throw new TypeError(
    `A body of this content type must be bytes, a Blob or a stream, but is ${found}`,
  );
}
