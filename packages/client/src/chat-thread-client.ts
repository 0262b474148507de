import * as rest from "@acs-chat/rest";
import type {
  CommunicationIdentifier,
  CommunicationTokenCredential,
} from "@azure/communication-common";
import { addBatches } from "./add-batches.ts";
import { attachmentUrl, downloadAttachment, withAttachments } from "./attachments.ts";
import { toWireIdentifier } from "./convert/identifiers.ts";
import {
  toChatMessage,
  toChatParticipant,
  toReadReceipt,
  toThreadProperties,
} from "./convert/to-public.ts";
import { toWireBatches } from "./convert/to-wire.ts";
import { CoreSource, requireImages } from "./core.ts";
import { readFields } from "./fields.ts";
import { anything, nullable, requireHeaderValue, requireId, requireString } from "./guards.ts";
import { getImage, type ImageStream, uploadImage } from "./images.ts";
import { typingIntervalInMs } from "./limits.ts";
import type { MethodOptions } from "./method-options.ts";
import type * as models from "./models.ts";
import { operation } from "./operation.ts";
import type * as options from "./options.ts";
import { type ChatPagedIterator, type PagedList, paged } from "./paging.ts";
import type {
  AddParticipantsRequest,
  SendMessageRequest,
  SendReadReceiptRequest,
} from "./requests.ts";
import { sendOnce } from "./safe-send.ts";
import {
  addOptions,
  downloadOptions,
  listBySkipOptions,
  listByTimeOptions,
  messageGuards,
  plainOptions,
  sendOptions,
  typingOptions,
  updateMessageOptions,
  updatePropertiesOptions,
  uploadOptions,
} from "./thread-options.ts";
import { createTypingGate, type TypingGate } from "./typing-gate.ts";

/** The key of a client's state. A symbol cannot conflict with a member of a subclass or a wrapper. */
const state = Symbol("state");

interface State {
  readonly core: CoreSource;
  readonly typing: TypingGate;
}

/**
 * Sends and lists the messages, participants and read receipts of one thread, and changes its properties. Every method
 * rejects with a `ChatServiceError` if a request fails, and with a `ChatArgumentError`, before a request is sent, if
 * an argument is invalid.
 */
export class ChatThreadClient {
  /** The id of the thread. */
  readonly threadId: string;
  /**
   * Returns the client's state. A private member (`#state`) would not be accessible through a Proxy. The state is in a
   * closure, because some Proxies wrap every object that they return.
   *
   * @internal
   */
  readonly [state]: () => State;

  /** @internal */
  constructor(core: CoreSource, threadId: string);
  /**
   * Creates a client without sending a request. The constructor accepts invalid arguments; every operation of the
   * client then rejects with a `ChatArgumentError` before it sends a request.
   *
   * @param endpoint - The URL of the resource: `https://<resource>.communication.azure.com`. http is allowed for
   * loopback hosts only.
   * @param threadId - The thread's id.
   * @param credential - The user's token, such as an `AzureCommunicationTokenCredential`.
   */
  constructor(
    endpoint: string,
    threadId: string,
    credential: CommunicationTokenCredential,
    options?: options.ChatThreadClientOptions,
  );
  constructor(
    endpoint: string | CoreSource,
    threadId: string,
    credential?: CommunicationTokenCredential,
    options?: options.ChatThreadClientOptions,
  ) {
    this.threadId = threadId;
    const core =
      endpoint instanceof CoreSource ? endpoint : new CoreSource(endpoint, credential!, options);
    const own = { core, typing: createTypingGate(typingIntervalInMs, Date.now) };
    this[state] = () => own;
  }

  /** Returns the thread's topic, creator, metadata and retention policy. */
  async getProperties(
    options: options.GetPropertiesOptions = {},
  ): Promise<models.ChatThreadProperties> {
    const { context, threadId } = target(this);
    return run("GetProperties", plainOptions(options), async (call) =>
      toThreadProperties(await rest.getChatThreadProperties(context, threadId, call)),
    );
  }

  /** Changes the thread's topic. The service adds a message about it to the thread. */
  async updateTopic(topic: string, options: options.UpdateTopicOptions = {}): Promise<void> {
    const { context, threadId } = target(this);
    // Without a topic, the official client sends an empty update.
    const body = topic === undefined ? {} : { topic: nullable(requireString)(topic, "topic") };
    return run("UpdateTopic", plainOptions(options), (call) =>
      rest.updateChatThreadProperties(context, threadId, body, call),
    );
  }

  /** Changes the topic, the metadata and the retention policy, if the options contain them; `null` removes a value. */
  async updateProperties(options: options.UpdateChatThreadPropertiesOptions = {}): Promise<void> {
    const { context, threadId } = target(this);
    const checked = updatePropertiesOptions(options);
    return run("UpdateProperties", checked, (call) =>
      rest.updateChatThreadProperties(context, threadId, checked.own, call),
    );
  }

  /**
   * Sends a message. If it is unknown whether a failed request reached the service, the send is not retried, because
   * a retry could add the message twice. The option `safeRetry` retries safely.
   *
   * @param request - The content of the message. Its other properties are optional, and can be in `options` instead.
   */
  async sendMessage(
    request: SendMessageRequest,
    options: options.SendMessageOptions = {},
  ): Promise<models.SendChatMessageResult> {
    const { core, threadId, typing } = target(this);
    const inRequest = readFields(request, messageGuards, "request", "");
    const { call, own } = sendOptions(options);
    // The options take precedence over the request, even if a property is undefined there.
    for (const name of Object.keys(options ?? {})) delete inRequest[name as keyof typeof inRequest];
    const { safeRetry, ...message } = { ...inRequest, ...own };
    requireString(message.content, "content");
    const body = withAttachments(core, message) as rest.SendChatMessageRequest;
    // A message ends the typing, so the next typing notification can be sent at once.
    typing.reset();
    return run("SendMessage", { call }, (traced) =>
      safeRetry
        ? sendOnce(core, threadId, body, traced)
        : rest.sendChatMessage(core.context, threadId, body, traced),
    );
  }

  /** Returns a message. */
  async getMessage(
    messageId: string,
    options: options.GetMessageOptions = {},
  ): Promise<models.ChatMessage> {
    const { context, threadId } = target(this);
    requireId(messageId, "messageId");
    return run("GetMessage", plainOptions(options), async (call) =>
      toChatMessage(await rest.getChatMessage(context, threadId, messageId, call)),
    );
  }

  /** Lists the messages by version, newest first: an edited or deleted message moves to the top. */
  listMessages(options: options.ListMessagesOptions = {}): ChatPagedIterator<models.ChatMessage> {
    const { call, own } = listByTimeOptions(options);
    return list(this, "messages", {
      name: "ChatThreadClient-ListMessages",
      options: call,
      start: ({ context }, traced) =>
        rest.listChatMessages(context, this.threadId, { ...traced, ...own }),
      convert: toChatMessage,
    });
  }

  /** Changes a message that the user sent. */
  async updateMessage(
    messageId: string,
    options: options.UpdateMessageOptions = {},
  ): Promise<void> {
    const { core, threadId } = target(this);
    requireId(messageId, "messageId");
    const { call, own } = updateMessageOptions(options);
    const body = withAttachments(core, own) as rest.UpdateChatMessageRequest;
    return run("UpdateMessage", { call }, (traced) =>
      rest.updateChatMessage(core.context, threadId, messageId, body, traced),
    );
  }

  /** Deletes a message that the user sent. It stays in the list, without content and with `deletedOn`. */
  async deleteMessage(
    messageId: string,
    options: options.DeleteMessageOptions = {},
  ): Promise<void> {
    const { context, threadId } = target(this);
    requireId(messageId, "messageId");
    return run("DeleteMessage", plainOptions(options), (call) =>
      rest.deleteChatMessage(context, threadId, messageId, call),
    );
  }

  /**
   * Adds participants. The call succeeds even if some participants cannot be added: check `invalidParticipants`, or use
   * `throwIfInvalidParticipants`.
   */
  async addParticipants(
    request: AddParticipantsRequest,
    options: options.AddParticipantsOptions = {},
  ): Promise<models.AddChatParticipantsResult> {
    const { core, threadId } = target(this);
    const { participants } = readFields(request, { participants: anything }, "request", "");
    const checked = addOptions(options);
    const calls = toWireBatches(participants, checked.own.batches);
    return run("AddParticipants", checked, (call) => addBatches(core, threadId, calls, call));
  }

  /** Lists the participants in the order in which they were added. */
  listParticipants(
    options: options.ListParticipantsOptions = {},
  ): ChatPagedIterator<models.ChatParticipant> {
    const { call, own } = listBySkipOptions(options);
    return list(this, "participants", {
      name: "ChatThreadClient-ListParticipants",
      options: call,
      start: ({ context }, traced) =>
        rest.listChatParticipants(context, this.threadId, { ...traced, ...own }),
      convert: toChatParticipant,
    });
  }

  /** Removes a participant. Users who remove themselves leave the thread. */
  async removeParticipant(
    participant: CommunicationIdentifier,
    options: options.RemoveParticipantOptions = {},
  ): Promise<void> {
    const { context, threadId } = target(this);
    const body = toWireIdentifier(participant, "participant");
    return run("RemoveParticipant", plainOptions(options), (call) =>
      rest.removeChatParticipant(context, threadId, body, call),
    );
  }

  /**
   * Notifies the other participants that the user is typing, at most once every 8 seconds.
   *
   * @returns `true` if a notification was sent; `false` if the last one was sent less than 8 seconds ago.
   */
  async sendTypingNotification(
    options: options.SendTypingNotificationOptions = {},
  ): Promise<boolean> {
    const { context, threadId, typing } = target(this);
    const checked = typingOptions(options);
    const body = checked.own as rest.SendTypingNotificationRequest;
    return typing.pass(() =>
      run("SendTypingNotification", checked, (call) =>
        rest.sendTypingNotification(context, threadId, { ...call, body }),
      ),
    );
  }

  /** Notifies the other participants that the user has read the thread up to a message. */
  async sendReadReceipt(
    request: SendReadReceiptRequest,
    options: options.SendReadReceiptOptions = {},
  ): Promise<void> {
    const { context, threadId } = target(this);
    const { chatMessageId } = readFields(request, { chatMessageId: requireId }, "request", "");
    const body = { chatMessageId: requireId(chatMessageId, "chatMessageId") };
    return run("SendReadReceipt", plainOptions(options), (call) =>
      rest.sendChatReadReceipt(context, threadId, body, call),
    );
  }

  /** Lists the read receipts of all participants. The list is empty in threads with more than 20 participants. */
  listReadReceipts(
    options: options.ListReadReceiptsOptions = {},
  ): ChatPagedIterator<models.ChatMessageReadReceipt> {
    const { call, own } = listBySkipOptions(options);
    return list(this, "readReceipts", {
      name: "ChatThreadClient-ListReadReceipts",
      options: call,
      start: ({ context }, traced) =>
        rest.listChatReadReceipts(context, this.threadId, { ...traced, ...own }),
      convert: toReadReceipt,
    });
  }

  /**
   * Downloads the file of an attachment with the user's token. Works in every API version.
   *
   * @param attachment - An item of `message.content.attachments` or of an event's `attachments`.
   * @returns The file, as soon as its response has begun. Read it as a Blob, as bytes or as a stream.
   * @throws ChatArgumentError if the attachment has no URL, or a URL with another origin than the endpoint, which must
   * not receive the token.
   * @example
   * ```ts
   * const file = await thread.downloadAttachment(attachment, { preview: true });
   * image.src = URL.createObjectURL(await file.blob());
   * ```
   */
  async downloadAttachment(
    attachment: Pick<models.ChatAttachment, "url" | "previewUrl">,
    options: options.DownloadAttachmentOptions = {},
  ): Promise<models.ChatAttachmentDownload> {
    const { context } = target(this);
    const { call, own } = downloadOptions(options);
    const url = attachmentUrl(context, attachment, own.preview ? "previewUrl" : "url");
    return run("DownloadAttachment", { call }, (traced) =>
      downloadAttachment(context, url, traced),
    );
  }

  /**
   * Uploads an image to attach it to a message (`2024-06-05-preview` only).
   *
   * @param image - The bytes of a JPEG, PNG, GIF, HEIC or WebP image.
   * @param imageFilename - The file name, whose extension specifies the format.
   */
  async uploadImage(
    image: ArrayBuffer | Blob,
    imageFilename: string,
    options?: options.UploadImageOptions,
  ): Promise<models.UploadChatImageResult>;
  /** Uploads an image from a stream, which is read completely before the request is sent. */
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
    const { core, threadId } = target(this);
    const isLength = typeof lengthOrOptions === "number";
    const options = (isLength ? streamOptions : lengthOrOptions) ?? streamOptions ?? {};
    requireImages(core);
    const fileName = requireHeaderValue(imageFilename, "imageFilename");
    return run("UploadImage", uploadOptions(options), (call) =>
      uploadImage(core, threadId, image, fileName, call),
    );
  }

  /**
   * Downloads an image (`2024-06-05-preview` only).
   *
   * @param imageViewType - `original`, or `small` for a preview.
   */
  async getImage(
    imageId: string,
    imageViewType: models.ChatImageViewType = "original",
    options: options.GetImageOptions = {},
  ): Promise<models.ChatImage> {
    const { core, threadId } = target(this);
    requireId(imageId, "imageId");
    requireId(imageViewType, "imageViewType");
    requireImages(core);
    return run("GetImage", plainOptions(options), (call) =>
      getImage(core, threadId, imageId, imageViewType, call),
    );
  }

  /** Deletes an image (`2024-06-05-preview` only). */
  async deleteImage(imageId: string, options: options.DeleteImageOptions = {}): Promise<void> {
    const { core, threadId } = target(this);
    requireId(imageId, "imageId");
    requireImages(core);
    return run("DeleteImage", plainOptions(options), (call) =>
      rest.deleteChatImage(core.context, threadId, imageId, call),
    );
  }
}

/**
 * Returns the parts of a client that an operation needs.
 *
 * @throws ChatArgumentError if the client was constructed with an invalid argument.
 */
function target(client: ChatThreadClient) {
  const { core: source, typing } = client[state]();
  const core = source.get();
  return { core, context: core.context, threadId: threadIdOf(client), typing };
}

function threadIdOf({ threadId }: ChatThreadClient): string {
  return requireId(threadId, "threadId");
}

function list<R, T>(
  client: ChatThreadClient,
  segment: string,
  parts: Omit<PagedList<R, T>, "path">,
): ChatPagedIterator<T> {
  const path = () => `chat/threads/${threadIdOf(client)}/${segment}`;
  return paged(client[state]().core, { ...parts, path });
}

function run<T>(
  name: string,
  { call }: Pick<MethodOptions<never>, "call">,
  work: (call: rest.OperationOptions) => Promise<T>,
): Promise<T> {
  return operation(`ChatThreadClient-${name}`, call, work);
}
