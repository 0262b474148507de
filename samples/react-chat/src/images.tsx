import type { ChatAttachment, ChatClient } from "@acs-chat/client";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

/** Uploads and fetches the images of messages. Fetching needs the user's token, which an `<img>` cannot send. */
export interface Images {
  upload(threadId: string, file: File): Promise<ChatAttachment>;
  /** Returns a URL for an image, which is the same for each call with the same image. */
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

/** Returns the URL of an image; undefined until it is loaded, null if it cannot be loaded. */
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
      // The file name is sent in a header, which supports only Latin-1.
      const fileName = file.name.replace(/[^ -~\u00a0-\u00ff]/g, "_");
      const { id } = await client.getChatThreadClient(threadId).uploadImage(file, fileName);
      return { id, attachmentType: "image", name: file.name };
    },
    addressOf(threadId, id) {
      const known = addresses.get(id);
      if (known) return known;
      const address = fetchImage(threadId, id);
      addresses.set(id, address);
      // An image that could not be loaded is fetched again the next time.
      address.catch(() => addresses.delete(id));
      return address;
    },
  };
}
