import type { BinaryResult } from "@acs-chat/rest";
import { isAbortError } from "./abort.ts";
import type { ClientCore } from "./core.ts";
import { ChatArgumentError } from "./errors/chat-argument-error.ts";
import { ChatServiceError } from "./errors/chat-service-error.ts";
import { clientCodes } from "./errors/codes.ts";
import { describe } from "./guards.ts";
import type { ChatImage } from "./models.ts";

/** The one version of the service that has images and takes attachments. */
export const imageApiVersion = "2024-06-05-preview";

/** Versions with images: the preview, and what may come after the versions known today. */
export function requireImages(core: ClientCore, feature: string): void {
  if (core.apiVersion !== imageApiVersion) {
    throw new ChatArgumentError(
      "options.apiVersion",
      `${feature} needs ${imageApiVersion}, but this client speaks ${core.apiVersion}: make the client with { apiVersion: "${imageApiVersion}" }`,
    );
  }
}

/** A stream of an image's bytes, of the web's kind or of Node's. */
export type ImageStream = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array | string>;

/** The image's bytes: read to the end first, since an attempt after a 429 must send them again. */
export async function readImage(image: unknown): Promise<Uint8Array> {
  if (typeof image !== "object" || image === null || !isBody(image)) {
    throw new ChatArgumentError(
      "image",
      `must be an ArrayBuffer, a Blob or a stream of bytes, but is ${describe(image)}`,
    );
  }
  try {
    // Node's Response takes whatever can be iterated asynchronously, although its types do not say so.
    return new Uint8Array(await new Response(image as Blob).arrayBuffer());
  } catch (cause) {
    throw new ChatArgumentError("image", "cannot be read", { cause });
  }
}

function isBody(image: object): boolean {
  return (
    image instanceof ArrayBuffer ||
    ArrayBuffer.isView(image) ||
    image instanceof Blob ||
    Symbol.asyncIterator in image ||
    image instanceof ReadableStream
  );
}

/** The image of an answer, with all its bytes. */
export async function receiveImage(answer: BinaryResult): Promise<ChatImage> {
  try {
    const content = await answer.bytes();
    return {
      content,
      ...(answer.contentType !== undefined && { contentType: answer.contentType }),
    };
  } catch (cause) {
    if (isAbortError(cause)) throw cause;
    throw new ChatServiceError("getImage failed: the connection was lost within the image", {
      code: clientCodes.sendError,
      cause,
    });
  }
}
