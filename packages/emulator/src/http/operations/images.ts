import { badRequest } from "../../engine/errors.ts";
import { deleteImage, getImage, uploadImage } from "../../engine/images.ts";
import { type Handler, pathParameter, threadIdOf } from "./operation.ts";

const upload: Handler = (call) => {
  const image = uploadImage(call.engine, call.caller, threadIdOf(call), {
    name: call.headers["image-filename"] ?? "image",
    bytes: call.bytes,
  });
  return { json: { id: image.id, attachmentType: "image", name: image.name } };
};

const view: Handler = (call) => {
  const type = pathParameter(call, "imageViewType");
  if (type !== "original" && type !== "small") {
    throw badRequest("The view of an image must be original or small.");
  }
  const image = getImage(
    call.engine,
    call.caller,
    threadIdOf(call),
    pathParameter(call, "imageId"),
  );
  return { headers: { "Content-Type": image.contentType }, body: image.bytes };
};

const remove: Handler = (call) => {
  deleteImage(call.engine, call.caller, threadIdOf(call), pathParameter(call, "imageId"));
  return {};
};

/** The operations on images (2024-06-05-preview). */
export const imageOperations = {
  uploadChatImage: upload,
  getChatImage: view,
  deleteChatImage: remove,
} satisfies Record<string, Handler>;
