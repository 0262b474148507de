import {
  getChatImage,
  type OperationOptions as RestOptions,
  uploadChatImage,
} from "@acs-chat/rest";
import { stringToUint8Array } from "@azure/core-util";
import type { ClientCore } from "./core.ts";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { check, tagOf } from "./guards.ts";
import type { ChatImage, ChatImageViewType, UploadChatImageResult } from "./models.ts";
import { readWhole } from "./streamed-body.ts";

/** The bytes of an image as a web stream, a Node stream or an async iterable. */
export type ImageStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>;

/** Reads an image completely, and uploads it. */
export async function uploadImage(
  { context }: ClientCore,
  threadId: string,
  image: unknown,
  imageFilename: string,
  options: RestOptions,
): Promise<UploadChatImageResult> {
  const bytes = await readImage(image);
  const uploaded = uploadChatImage(context, threadId, bytes, { ...options, imageFilename });
  return uploaded as Promise<UploadChatImageResult>;
}

/** Downloads an image completely. */
export async function getImage(
  { context }: ClientCore,
  threadId: string,
  imageId: string,
  view: ChatImageViewType,
  options: RestOptions,
): Promise<ChatImage> {
  const response = await getChatImage(context, threadId, imageId, view, options);
  const { contentType } = response;
  const content = await readWhole(response.bytes(), options);
  return { content, ...(contentType && { contentType }) };
}

/**
 * Reads an image completely, because a retry after a 429 sends its bytes again.
 *
 * @throws ChatArgumentError if the image has another type, or cannot be read.
 */
async function readImage(image: unknown): Promise<Uint8Array> {
  const right =
    ArrayBuffer.isView(image) ||
    isA("ArrayBuffer", image) ||
    isA("Blob", image) ||
    isA("ReadableStream", image) ||
    isAsyncIterable(image);
  check(right, "image", "bytes, a Blob or a stream", image);
  try {
    return await bytesOf(image);
  } catch (cause) {
    throw new ChatArgumentError("image", "cannot be read", { cause });
  }
}

async function bytesOf(image: unknown): Promise<Uint8Array> {
  // The bytes are copied, because the caller may reuse the memory before the last attempt.
  if (ArrayBuffer.isView(image)) return viewed(image).slice();
  if (isA("ArrayBuffer", image)) return new Uint8Array(image as ArrayBuffer).slice();
  if (isAsyncIterable(image)) return joined(image);
  // A Blob, or a stream in a browser whose streams are not async iterable.
  return new Uint8Array(await new Response(image as Blob | ReadableStream).arrayBuffer());
}

async function joined(chunks: AsyncIterable<unknown>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) {
    if (typeof chunk === "string") read.push(stringToUint8Array(chunk, "utf-8"));
    else if (ArrayBuffer.isView(chunk)) read.push(viewed(chunk));
    else throw new TypeError("A chunk must be bytes or text.");
  }
  const whole = new Uint8Array(read.reduce((size, { length }) => size + length, 0));
  let end = 0;
  for (const chunk of read) {
    whole.set(chunk, end);
    end += chunk.length;
  }
  return whole;
}

function viewed({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * Returns whether a value is an instance of a global class. The class can be missing, or belong to another realm in
 * test runners.
 */
function isA(name: "ArrayBuffer" | "Blob" | "ReadableStream", value: unknown): boolean {
  const known = globalThis[name] as (abstract new () => unknown) | undefined;
  return tagOf(value) === name || (known !== undefined && value instanceof known);
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in Object(value);
}
