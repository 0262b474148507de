import {
  type Caller,
  type Engine,
  requireParticipant,
  requireReader,
  requireThread,
} from "./engine.ts";
import { ServiceError, badRequest, forbidden, notFound, tooLarge } from "./errors.ts";
import type { ImageRecord } from "./records.ts";
import { LARGEST_IMAGE, NO_IMAGE_STATUS } from "./unverified.ts";

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", from, to);

/** Returns the content type of an image by its first bytes; undefined for formats that the service refuses. */
export function imageTypeOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "image/jpeg";
  if (ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "image/png";
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return "image/gif";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "image/webp";
  if (
    ascii(bytes, 4, 8) === "ftyp" &&
    /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(ascii(bytes, 8, 12))
  ) {
    return "image/heic";
  }
  return undefined;
}

/**
 * Stores an image for messages of a thread. The format is detected from the bytes, because clients
 * send every image as application/octet-stream.
 */
export function uploadImage(
  engine: Engine,
  caller: Caller,
  threadId: string,
  input: { readonly name: string; readonly bytes: Uint8Array; readonly id?: string },
): ImageRecord {
  requireThread(engine, threadId);
  requireParticipant(engine, caller, threadId);
  if (input.name.trim() === "") throw badRequest("The header image-filename is empty.");
  if (input.id !== undefined && engine.store.getImage(threadId, input.id) !== undefined) {
    throw badRequest(`The thread already has an image with the id ${input.id}.`);
  }
  if (input.bytes.byteLength > LARGEST_IMAGE) {
    throw tooLarge(`An image may have at most ${LARGEST_IMAGE} bytes.`);
  }
  const contentType = imageTypeOf(input.bytes);
  if (contentType === undefined) {
    throw new ServiceError(
      NO_IMAGE_STATUS,
      NO_IMAGE_STATUS === 415 ? "UnsupportedMediaType" : "BadRequest",
      "The body is not a jpg, png, gif, heic or webp image.",
    );
  }
  const image: ImageRecord = {
    threadId,
    id: input.id ?? engine.ids.imageId(),
    name: input.name,
    contentType,
    uploadedBy: caller.userId,
    bytes: input.bytes,
  };
  engine.store.transaction(() => engine.store.putImage(image));
  return image;
}

/** Returns an image of the thread. The caller must be able to read the thread. */
export function getImage(
  engine: Engine,
  caller: Caller,
  threadId: string,
  imageId: string,
): ImageRecord {
  requireThread(engine, threadId);
  requireReader(engine, caller, threadId);
  const image = engine.store.getImage(threadId, imageId);
  if (image === undefined) throw notFound("The image does not exist.");
  return image;
}

/** Deletes an image that the caller uploaded. */
export function deleteImage(
  engine: Engine,
  caller: Caller,
  threadId: string,
  imageId: string,
): void {
  requireParticipant(engine, caller, requireThread(engine, threadId).id);
  const image = getImage(engine, caller, threadId, imageId);
  if (image.uploadedBy !== caller.userId) throw forbidden();
  engine.store.transaction(() => engine.store.deleteImage(threadId, imageId));
}
