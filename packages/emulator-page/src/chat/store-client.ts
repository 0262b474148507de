import type {
  ChatAttachment,
  ChatClient,
  ChatThreadClient,
  SendMessageOptions,
} from "@acs-chat/client";
import type { StoreClient, StoreThreadClient } from "@acs-chat/store";
import { fileOf } from "./files.ts";

export interface StoreClientParts {
  readonly client: ChatClient;
  readonly imageClient: ChatClient;
  /** Returns the user's current display name. */
  readonly displayName: () => string | undefined;
  readonly forgetToken: () => void;
}

/** Returns a client for the store. It adds the user's display name, and uploads attached images before it sends. */
export function createStoreClient(parts: StoreClientParts): StoreClient {
  const { client, imageClient, displayName, forgetToken } = parts;
  const named = () => {
    const senderDisplayName = displayName();
    return senderDisplayName === undefined ? {} : { senderDisplayName };
  };
  const threadOf = (threadId: string): StoreThreadClient => {
    const thread = client.getChatThreadClient(threadId);
    const send: ChatThreadClient["sendMessage"] = async (request, options = {}) => {
      const { attachments = [], abortSignal } = options;
      if (attachments.length === 0) return thread.sendMessage(request, { ...options, ...named() });
      const imageThread = imageClient.getChatThreadClient(threadId);
      const uploaded: ChatAttachment[] = [];
      for (const attachment of attachments) {
        uploaded.push(await upload(imageThread, attachment, abortSignal));
      }
      return imageThread.sendMessage(request, { ...options, ...named(), attachments: uploaded });
    };
    return override<StoreThreadClient>(thread, {
      async sendMessage(request, options) {
        try {
          return await send(request, options);
        } catch (error) {
          if ((error as { statusCode?: number }).statusCode !== 401) throw error;
          // The emulator's clock was changed, and the page has not received that event yet.
          forgetToken();
          return send(request, options);
        }
      },
      sendTypingNotification: (options) =>
        thread.sendTypingNotification({ ...options, ...named() }),
    });
  };
  return override<StoreClient>(client, { getChatThreadClient: threadOf });
}

/** Returns a client with some methods replaced. */
const override = <T extends object>(client: T, methods: Partial<T>): T =>
  Object.assign(Object.create(client) as T, methods);

/** Uploads the image of an attachment. Returns the attachment with the id of the image. */
async function upload(
  thread: ChatThreadClient,
  attachment: ChatAttachment,
  abortSignal: SendMessageOptions["abortSignal"],
): Promise<ChatAttachment> {
  const file = fileOf(attachment.id);
  if (!file) return attachment;
  const { id } = await thread.uploadImage(file, headerValueOf(file.name), {
    ...(abortSignal && { abortSignal }),
  });
  return { ...attachment, id };
}

/** Returns the name of a file, with `_` for characters that a header cannot contain. */
const headerValueOf = (name: string): string =>
  name.replace(/[^!-~ \xa1-\xff]/gu, "_").trim() || "_";
