import type { ChatAttachment } from "@acs-chat/client";

/** Attached images that are not uploaded yet, by attachment id. They are lost when the page is closed. */
const files = new Map<string, File>();

/** Creates a placeholder attachment for an image that is not uploaded yet. */
export function attach(file: File): ChatAttachment {
  const id = `file:${files.size + 1}`;
  files.set(id, file);
  return { id, attachmentType: "image", name: file.name };
}

/** Returns the image of a placeholder attachment, or undefined for an uploaded attachment. */
export const fileOf = (attachmentId: string): File | undefined => files.get(attachmentId);
