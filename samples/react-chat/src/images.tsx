import type { ChatAttachment, ChatClient } from "@acs-chat/client";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

/** Uploads the images of messages, and fetches them with the user's token, which an `<img>` cannot send. */
export interface Images {
  upload(threadId: string, file: File): Promise<ChatAttachment>;
  /** Returns an address for an image; the same one for the same image. */
  addressOf(threadId: string, id: string): Promise<string>;
}

const ImagesContext = createContext<Images | undefined>(undefined);

export function ImagesProvider({ client, children }: { client: ChatClient; children: ReactNode }) {
  const images = useMemo(() => createImages(client), [client]);
  return <ImagesContext value={images}>{children}</ImagesContext>;
}

export function useImages(): Images {
  return useContext(ImagesContext)!;
}

/** Returns the address of an image; undefined until it is loaded, null when it cannot be shown. */
export function useImageAddress(threadId: string, id: string): string | null | undefined {
  const images = useImages();
  const [address, setAddress] = useState<string | null>();
  useEffect(() => {
    let isCurrent = true;
    images.addressOf(threadId, id).then(
      (found) => isCurrent && setAddress(found),
      () => isCurrent && setAddress(null),
    );
    return () => void (isCurrent = false);
  }, [images, threadId, id]);
  return address;
}

function createImages(client: ChatClient): Images {
  const addresses = new Map<string, Promise<string>>();
  const fetchImage = async (threadId: string, id: string): Promise<string> => {
    const image = await client.getChatThreadClient(threadId).getImage(id, "small");
    const { content, contentType = "" } = image;
    return URL.createObjectURL(new Blob([new Uint8Array(content)], { type: contentType }));
  };
  return {
    async upload(threadId, file) {
      // The file name travels in a header, which is limited to Latin-1.
      const fileName = file.name.replace(/[^ -~\u00a0-\u00ff]/g, "_");
      const { id } = await client.getChatThreadClient(threadId).uploadImage(file, fileName);
      return { id, attachmentType: "image", name: file.name };
    },
    addressOf(threadId, id) {
      const known = addresses.get(id);
      if (known) return known;
      const address = fetchImage(threadId, id);
      addresses.set(id, address);
      // One that could not be loaded may load the next time.
      address.catch(() => addresses.delete(id));
      return address;
    },
  };
}
