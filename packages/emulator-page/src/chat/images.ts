import type { ChatThreadClient } from "@acs-chat/client";
import { fileOf } from "./files.ts";

/** The images of a thread, as object URLs for `<img>`. */
export interface Images {
  /** Fetches the image on the first call for its id, and returns the same URL afterwards. */
  address(id: string): Promise<string>;
  /** Cancels requests and revokes all URLs. */
  dispose(): void;
}

/** Fetches images with the user's token, which an `<img>` could not send. */
export function createImages(thread: ChatThreadClient): Images {
  const addresses = new Map<string, Promise<string>>();
  const ended = new AbortController();
  const fetchImage = async (id: string): Promise<string> => {
    const file = fileOf(id);
    if (file) return URL.createObjectURL(file);
    const { content, contentType } = await thread.getImage(id, "small", {
      abortSignal: ended.signal,
    });
    const type = contentType === undefined ? {} : { type: contentType };
    return URL.createObjectURL(new Blob([new Uint8Array(content)], type));
  };
  return {
    address(id) {
      let address = addresses.get(id);
      if (address === undefined) {
        addresses.set(id, (address = fetchImage(id)));
        // The next call fetches a failed image again.
        address.catch(() => addresses.delete(id));
      }
      return address;
    },
    dispose() {
      ended.abort();
      for (const address of addresses.values()) {
        address.then((url) => URL.revokeObjectURL(url)).catch(() => undefined);
      }
    },
  };
}
