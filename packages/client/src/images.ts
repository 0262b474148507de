import {
  getChatImage,
  type OperationOptions as RestOptions,
  uploadChatImage,
} from "@acs-chat/rest";
import { untilAborted } from "./abort.ts";
import type { ClientCore } from "./core.ts";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { check } from "./guards.ts";
import { transportFailure } from "./transport-policy.ts";
import type { ChatImage, ChatImageViewType, UploadChatImageResult } from "./models.ts";

/** A stream of an image's bytes, of the web's kind or of Node's. */
export type ImageStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>;

/** Uploads an image. */
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

/** Fetches an image with all its bytes. */
export async function getImage(
  { context }: ClientCore,
  threadId: string,
  imageId: string,
  view: ChatImageViewType,
  options: RestOptions,
): Promise<ChatImage> {
  const answer = await getChatImage(context, threadId, imageId, view, options);
  const { contentType } = answer;
  const bounds = { ...options.requestOptions, ...options };
  // The pipeline's own time ends where a body begins that is read bit by bit.
  const inTime = bounds.timeout ? AbortSignal.timeout(bounds.timeout) : undefined;
  try {
    const content = await untilAborted(answer.bytes(), inTime);
    return { content, ...(contentType && { contentType }) };
  } catch (error) {
    throw transportFailure(error, bounds);
  }
}

/** The image's bytes: read to the end first, since an attempt after a 429 must send them again. */
async function readImage(image: unknown): Promise<Uint8Array> {
  const right =
    image instanceof ArrayBuffer ||
    ArrayBuffer.isView(image) ||
    image instanceof Blob ||
    Symbol.asyncIterator in Object(image) ||
    image instanceof ReadableStream;
  check(right, "image", "bytes, a Blob or a stream", image);
  try {
    // Node's Response takes whatever can be iterated asynchronously, although its types do not say so.
    return new Uint8Array(await new Response(image as Blob).arrayBuffer());
  } catch (cause) {
    throw new ChatArgumentError("image", "cannot be read", { cause });
  }
}
