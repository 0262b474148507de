// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

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
