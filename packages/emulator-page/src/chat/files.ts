import type { ChatAttachment } from "@acs-chat/client";

/** Attached images that were not uploaded, by the ids of their attachments. Kept as long as the page is open. */
const files = new Map<string, File>();

/** Returns an attachment that stands for an image until it is uploaded. */
export function attach(file: File): ChatAttachment {
  const id = `file:${files.size + 1}`;
  files.set(id, file);
  return { id, attachmentType: "image", name: file.name };
}

/** Returns the image that an attachment stands for; undefined for one that was uploaded. */
export const fileOf = (attachmentId: string): File | undefined => files.get(attachmentId);
