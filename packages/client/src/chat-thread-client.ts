import * as rest from "@acs-chat/rest";
import type {
  CommunicationIdentifier,
  CommunicationTokenCredential,
} from "@azure/communication-common";
import { addBatches } from "./add-batches.ts";
import { toWireIdentifier } from "./convert/identifiers.ts";
import {
  toChatMessage,
  toChatParticipant,
  toReadReceipt,
  toThreadProperties,
} from "./convert/to-public.ts";
import { toWireAttachments, toWireBatches } from "./convert/to-wire.ts";
import { type ClientCore, coreOf, requireImages } from "./core.ts";
import {
  read,
  requireBoolean,
  requireContent,
  requireCount,
  requireDate,
  requireHeaderValue,
  requireId,
  requireTexts,
  requireObject,
  requireRetention,
  requireSize,
  requireString,
} from "./guards.ts";
import { getImage, type ImageStream, uploadImage } from "./images.ts";
import { typingIntervalInMs } from "./limits.ts";
import type * as models from "./models.ts";
import { operation } from "./operation.ts";
import type * as options from "./options.ts";
import { type ChatPagedIterator, paged } from "./paging.ts";
import type {
  AddParticipantsRequest,
  SendMessageRequest,
  SendReadReceiptRequest,
} from "./requests.ts";
import { sendOnce } from "./safe-send.ts";
import { createTypingGate, type TypingGate } from "./typing-gate.ts";

/**
 * One thread: its messages, participants, receipts and properties. Every method rejects with a
 * `ChatServiceError` when the service or the way to it fails, and with a `ChatArgumentError` before
 * anything is sent when an argument cannot be right.
 */
export class ChatThreadClient {
  /** The id of the thread. */
  readonly threadId: string;
  readonly #core: ClientCore;
  readonly #typing: TypingGate;

  /** @internal */
  constructor(core: ClientCore, threadId: string);
  /**
   * @param endpoint - the resource's URL: `https://<resource>.communication.azure.com`; http only on loopback hosts
   * @param threadId - the thread's id
   * @param credential - the user's token, such as an `AzureCommunicationTokenCredential`
   * @throws ChatArgumentError - when one of them cannot be right
   */
  constructor(
    endpoint: string,
    threadId: string,
    credential: CommunicationTokenCredential,
    options?: options.ChatThreadClientOptions,
  );
  constructor(
    endpoint: string | ClientCore,
    threadId: string,
    credential?: CommunicationTokenCredential,
    options?: options.ChatThreadClientOptions,
  ) {
    this.threadId = requireId(threadId, "threadId");
    this.#core = coreOf(endpoint, credential, options);
    this.#typing = createTypingGate(typingIntervalInMs, Date.now);
  }

  /** The thread's topic, creator, metadata and retention policy. */
  async getProperties(
    options: options.GetPropertiesOptions = {},
  ): Promise<models.ChatThreadProperties> {
    return this.#run("GetProperties", options, async (checked) =>
      toThreadProperties(
        await rest.getChatThreadProperties(this.#core.context, this.threadId, checked),
      ),
    );
  }

  /** Changes the topic; everybody in the thread gets a message about it. */
  async updateTopic(topic: string, options: options.UpdateTopicOptions = {}): Promise<void> {
    const body = { topic: requireString(topic, "topic") };
    return this.#run("UpdateTopic", options, (checked) =>
      rest.updateChatThreadProperties(this.#core.context, this.threadId, body, checked),
    );
  }

  /** Changes those of topic, metadata and retention policy that the options hold. */
  async updateProperties(options: options.UpdateChatThreadPropertiesOptions = {}): Promise<void> {
    const body = read(options, {
      topic: requireString,
      metadata: requireTexts,
      retentionPolicy: requireRetention,
    });
    return this.#run("UpdateProperties", options, (checked) =>
      rest.updateChatThreadProperties(this.#core.context, this.threadId, body, checked),
    );
  }

  /**
   * Sends a message. A failure that leaves open whether it arrived is not tried again, or the thread might
   * have it twice, unless `safeRetry` is on.
   */
  async sendMessage(
    request: SendMessageRequest,
    options: options.SendMessageOptions = {},
  ): Promise<models.SendChatMessageResult> {
    const content = requireContent(requireObject(request, "request").content);
    const { safeRetry, ...more } = read(options, {
      safeRetry: requireBoolean,
      senderDisplayName: requireString,
      type: requireString,
      metadata: requireTexts,
      attachments: toWireAttachments,
    });
    if (more.attachments) requireImages(this.#core);
    const body = { content, ...more };
    // Who has sent is not typing any more.
    this.#typing.reset();
    return this.#run("SendMessage", options, (checked) =>
      safeRetry
        ? sendOnce(this.#core, this.threadId, body, checked)
        : rest.sendChatMessage(this.#core.context, this.threadId, body, checked),
    );
  }

  /** One message. */
  async getMessage(
    messageId: string,
    options: options.GetMessageOptions = {},
  ): Promise<models.ChatMessage> {
    requireId(messageId, "messageId");
    return this.#run("GetMessage", options, async (checked) =>
      toChatMessage(
        await rest.getChatMessage(this.#core.context, this.threadId, messageId, checked),
      ),
    );
  }

  /** The messages by version, newest first: an edited or deleted message moves to the top. */
  listMessages(options: options.ListMessagesOptions = {}): ChatPagedIterator<models.ChatMessage> {
    read(options, { maxPageSize: requireSize, startTime: requireDate });
    return paged(this.#core, options, {
      name: "ChatThreadClient-ListMessages",
      path: `chat/threads/${this.threadId}/messages`,
      start: (checked) => rest.listChatMessages(this.#core.context, this.threadId, checked),
      convert: toChatMessage,
    });
  }

  /** Changes a message of your own. */
  async updateMessage(
    messageId: string,
    options: options.UpdateMessageOptions = {},
  ): Promise<void> {
    requireId(messageId, "messageId");
    const body = read(options, {
      content: requireContent,
      metadata: requireTexts,
      attachments: toWireAttachments,
    });
    if (body.attachments) requireImages(this.#core);
    return this.#run("UpdateMessage", options, (checked) =>
      rest.updateChatMessage(this.#core.context, this.threadId, messageId, body, checked),
    );
  }

  /** Deletes a message of your own: it stays in the list, without content and with `deletedOn`. */
  async deleteMessage(
    messageId: string,
    options: options.DeleteMessageOptions = {},
  ): Promise<void> {
    requireId(messageId, "messageId");
    return this.#run("DeleteMessage", options, (checked) =>
      rest.deleteChatMessage(this.#core.context, this.threadId, messageId, checked),
    );
  }

  /**
   * Adds participants. Those who cannot be added do not make it fail: look at `invalidParticipants`, or use
   * `throwIfInvalidParticipants`.
   */
  async addParticipants(
    request: AddParticipantsRequest,
    options: options.AddParticipantsOptions = {},
  ): Promise<models.AddChatParticipantsResult> {
    const { participants } = requireObject(request, "request");
    const { batches } = read(options, { batches: requireBoolean });
    const calls = toWireBatches(participants, batches);
    return this.#run("AddParticipants", options, (checked) =>
      addBatches(this.#core, this.threadId, calls, checked),
    );
  }

  /** The participants, in the order in which they came. */
  listParticipants(
    options: options.ListParticipantsOptions = {},
  ): ChatPagedIterator<models.ChatParticipant> {
    read(options, { maxPageSize: requireSize, skip: requireCount });
    return paged(this.#core, options, {
      name: "ChatThreadClient-ListParticipants",
      path: `chat/threads/${this.threadId}/participants`,
      start: (checked) => rest.listChatParticipants(this.#core.context, this.threadId, checked),
      convert: toChatParticipant,
    });
  }

  /** Removes a participant, or yourself. */
  async removeParticipant(
    participant: CommunicationIdentifier,
    options: options.RemoveParticipantOptions = {},
  ): Promise<void> {
    const body = toWireIdentifier(participant, "participant");
    return this.#run("RemoveParticipant", options, (checked) =>
      rest.removeChatParticipant(this.#core.context, this.threadId, body, checked),
    );
  }

  /**
   * Tells the others that you are typing, at most once in 8 seconds.
   *
   * @returns `false` when it was too early to tell again, which then is not done
   */
  async sendTypingNotification(
    options: options.SendTypingNotificationOptions = {},
  ): Promise<boolean> {
    const body = read(options, { senderDisplayName: requireString });
    return this.#typing.pass(() =>
      this.#run("SendTypingNotification", options, (checked) =>
        rest.sendTypingNotification(this.#core.context, this.threadId, { ...checked, body }),
      ),
    );
  }

  /** Tells the others how far you have read. */
  async sendReadReceipt(
    request: SendReadReceiptRequest,
    options: options.SendReadReceiptOptions = {},
  ): Promise<void> {
    const body = {
      chatMessageId: requireId(requireObject(request, "request").chatMessageId, "chatMessageId"),
    };
    return this.#run("SendReadReceipt", options, (checked) =>
      rest.sendChatReadReceipt(this.#core.context, this.threadId, body, checked),
    );
  }

  /** How far each participant has read. Empty in threads of more than 20 participants. */
  listReadReceipts(
    options: options.ListReadReceiptsOptions = {},
  ): ChatPagedIterator<models.ChatMessageReadReceipt> {
    read(options, { maxPageSize: requireSize, skip: requireCount });
    return paged(this.#core, options, {
      name: "ChatThreadClient-ListReadReceipts",
      path: `chat/threads/${this.threadId}/readReceipts`,
      start: (checked) => rest.listChatReadReceipts(this.#core.context, this.threadId, checked),
      convert: toReadReceipt,
    });
  }

  /**
   * Uploads an image, for a message to carry it (`2024-06-05-preview` only).
   *
   * @param image - jpg, png, gif, heic or webp
   * @param imageFilename - with the extension that tells the kind
   */
  async uploadImage(
    image: ArrayBuffer | Blob,
    imageFilename: string,
    options?: options.UploadImageOptions,
  ): Promise<models.UploadChatImageResult>;
  /** Uploads an image from a stream, which is read to its end first. */
  async uploadImage(
    image: ImageStream,
    imageFilename: string,
    imageBytesLength: number,
    options?: options.UploadImageStreamOptions,
  ): Promise<models.UploadChatImageResult>;
  async uploadImage(
    image: ArrayBuffer | Blob | ImageStream,
    imageFilename: string,
    lengthOrOptions?: number | options.UploadImageOptions,
    streamOptions?: options.UploadImageStreamOptions,
  ): Promise<models.UploadChatImageResult> {
    const isLength = typeof lengthOrOptions === "number";
    const options = (isLength ? streamOptions : lengthOrOptions) ?? streamOptions ?? {};
    requireImages(this.#core);
    const fileName = requireHeaderValue(imageFilename, "imageFilename");
    return this.#run("UploadImage", options, (checked) =>
      uploadImage(this.#core, this.threadId, image, fileName, checked),
    );
  }

  /**
   * Fetches an image (`2024-06-05-preview` only).
   *
   * @param imageViewType - `small` for a preview
   */
  async getImage(
    imageId: string,
    imageViewType: models.ChatImageViewType = "original",
    options: options.GetImageOptions = {},
  ): Promise<models.ChatImage> {
    requireId(imageId, "imageId");
    requireId(imageViewType, "imageViewType");
    requireImages(this.#core);
    return this.#run("GetImage", options, (checked) =>
      getImage(this.#core, this.threadId, imageId, imageViewType, checked),
    );
  }

  /** Deletes an image (`2024-06-05-preview` only). */
  async deleteImage(imageId: string, options: options.DeleteImageOptions = {}): Promise<void> {
    requireId(imageId, "imageId");
    requireImages(this.#core);
    return this.#run("DeleteImage", options, (checked) =>
      rest.deleteChatImage(this.#core.context, this.threadId, imageId, checked),
    );
  }

  #run<T>(
    name: string,
    options: options.OperationOptions,
    run: (checked: rest.OperationOptions) => Promise<T>,
  ): Promise<T> {
    return operation(`ChatThreadClient-${name}`, options, run);
  }
}
