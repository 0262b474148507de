// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 10d75fc941097748. Do not edit.

import type { TokenCredential } from "@azure/core-auth";
import type { PagedAsyncIterableIterator } from "@azure/core-paging";
import { createChatContext } from "./context.ts";
import type { ChatContext, ChatContextOptions } from "./context.ts";
import type { BinaryResult } from "./internal/bytes.ts";
import type { FileContents } from "./internal/multipart.ts";
import type { Page } from "./internal/paging.ts";
import type {
  AddChatParticipantsRequest,
  AddChatParticipantsResult,
  ChatMessage,
  ChatMessageReadReceipt,
  ChatParticipant,
  ChatThreadItem,
  ChatThreadProperties,
  CommunicationIdentifierModel,
  CreateChatThreadRequest,
  CreateChatThreadResult,
  ImageViewType,
  SendChatMessageRequest,
  SendChatMessageResult,
  SendReadReceiptRequest,
  UpdateChatMessageRequest,
  UpdateChatThreadRequest,
  UploadChatImageResult,
} from "./models.ts";
import {
  addChatParticipants,
  createChatThread,
  deleteChatImage,
  deleteChatMessage,
  deleteChatThread,
  getChatImage,
  getChatMessage,
  getChatThreadProperties,
  listChatMessages,
  listChatParticipants,
  listChatReadReceipts,
  listChatThreads,
  removeChatParticipant,
  sendChatMessage,
  sendChatReadReceipt,
  sendTypingNotification,
  updateChatMessage,
  updateChatThreadProperties,
  uploadChatImage,
} from "./operations/chat.ts";
import type {
  AddChatParticipantsOptions,
  CreateChatThreadOptions,
  DeleteChatImageOptions,
  DeleteChatMessageOptions,
  DeleteChatThreadOptions,
  GetChatImageOptions,
  GetChatMessageOptions,
  GetChatThreadPropertiesOptions,
  ListChatMessagesOptions,
  ListChatParticipantsOptions,
  ListChatReadReceiptsOptions,
  ListChatThreadsOptions,
  RemoveChatParticipantOptions,
  SendChatMessageOptions,
  SendChatReadReceiptOptions,
  SendTypingNotificationOptions,
  UpdateChatMessageOptions,
  UpdateChatThreadPropertiesOptions,
  UploadChatImageOptions,
} from "./operations/chat.ts";

/**
 * Chat for applications of Azure Communication Services: threads, their participants, and the
 * messages, read receipts and typing notifications in them. Every call is made on behalf of one
 * user, whom the access token names.
 */
export class ChatRestClient {
  /** What the operations are called with. */
  readonly context: ChatContext;

  constructor(endpoint: string, credential: TokenCredential, options: ChatContextOptions = {}) {
    this.context = createChatContext(endpoint, credential, options);
  }

  /** Creates a thread. The caller becomes its first participant. */
  createChatThread(
    body: CreateChatThreadRequest,
    options?: CreateChatThreadOptions,
  ): Promise<CreateChatThreadResult> {
    return createChatThread(this.context, body, options);
  }

  /** Lists the threads of the caller, the one with the newest message first. */
  listChatThreads(
    options?: ListChatThreadsOptions,
  ): PagedAsyncIterableIterator<ChatThreadItem, Page<ChatThreadItem>> {
    return listChatThreads(this.context, options);
  }

  /** Deletes a thread for all its participants. */
  deleteChatThread(chatThreadId: string, options?: DeleteChatThreadOptions): Promise<void> {
    return deleteChatThread(this.context, chatThreadId, options);
  }

  /** Lists how far the participants have read. */
  listChatReadReceipts(
    chatThreadId: string,
    options?: ListChatReadReceiptsOptions,
  ): PagedAsyncIterableIterator<ChatMessageReadReceipt, Page<ChatMessageReadReceipt>> {
    return listChatReadReceipts(this.context, chatThreadId, options);
  }

  /** Says how far the caller has read. */
  sendChatReadReceipt(
    chatThreadId: string,
    body: SendReadReceiptRequest,
    options?: SendChatReadReceiptOptions,
  ): Promise<void> {
    return sendChatReadReceipt(this.context, chatThreadId, body, options);
  }

  /** Sends a message. */
  sendChatMessage(
    chatThreadId: string,
    body: SendChatMessageRequest,
    options?: SendChatMessageOptions,
  ): Promise<SendChatMessageResult> {
    return sendChatMessage(this.context, chatThreadId, body, options);
  }

  /**
   * Lists the messages of a thread by version, the highest first: what was edited or deleted last
   * comes first.
   */
  listChatMessages(
    chatThreadId: string,
    options?: ListChatMessagesOptions,
  ): PagedAsyncIterableIterator<ChatMessage, Page<ChatMessage>> {
    return listChatMessages(this.context, chatThreadId, options);
  }

  /** Fetches a message. */
  getChatMessage(
    chatThreadId: string,
    chatMessageId: string,
    options?: GetChatMessageOptions,
  ): Promise<ChatMessage> {
    return getChatMessage(this.context, chatThreadId, chatMessageId, options);
  }

  /** Changes a message. Only its sender may. */
  updateChatMessage(
    chatThreadId: string,
    chatMessageId: string,
    body: UpdateChatMessageRequest,
    options?: UpdateChatMessageOptions,
  ): Promise<void> {
    return updateChatMessage(this.context, chatThreadId, chatMessageId, body, options);
  }

  /**
   * Deletes a message. Only its sender may. It stays in the list of messages, without content.
   */
  deleteChatMessage(
    chatThreadId: string,
    chatMessageId: string,
    options?: DeleteChatMessageOptions,
  ): Promise<void> {
    return deleteChatMessage(this.context, chatThreadId, chatMessageId, options);
  }

  /** Lists the participants of a thread, in the order in which they were added. */
  listChatParticipants(
    chatThreadId: string,
    options?: ListChatParticipantsOptions,
  ): PagedAsyncIterableIterator<ChatParticipant, Page<ChatParticipant>> {
    return listChatParticipants(this.context, chatThreadId, options);
  }

  /** Removes a participant from a thread. */
  removeChatParticipant(
    chatThreadId: string,
    body: CommunicationIdentifierModel,
    options?: RemoveChatParticipantOptions,
  ): Promise<void> {
    return removeChatParticipant(this.context, chatThreadId, body, options);
  }

  /** Adds participants to a thread. Those who are there already get no second entry. */
  addChatParticipants(
    chatThreadId: string,
    body: AddChatParticipantsRequest,
    options?: AddChatParticipantsOptions,
  ): Promise<AddChatParticipantsResult> {
    return addChatParticipants(this.context, chatThreadId, body, options);
  }

  /** Changes the properties of a thread. */
  updateChatThreadProperties(
    chatThreadId: string,
    body: UpdateChatThreadRequest,
    options?: UpdateChatThreadPropertiesOptions,
  ): Promise<void> {
    return updateChatThreadProperties(this.context, chatThreadId, body, options);
  }

  /** Fetches the properties of a thread. */
  getChatThreadProperties(
    chatThreadId: string,
    options?: GetChatThreadPropertiesOptions,
  ): Promise<ChatThreadProperties> {
    return getChatThreadProperties(this.context, chatThreadId, options);
  }

  /** Tells the other participants that the caller is typing. */
  sendTypingNotification(
    chatThreadId: string,
    options?: SendTypingNotificationOptions,
  ): Promise<void> {
    return sendTypingNotification(this.context, chatThreadId, options);
  }

  /**
   * Uploads an image, to be attached to a message. Only in api-version 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  uploadChatImage(
    chatThreadId: string,
    body: FileContents,
    options?: UploadChatImageOptions,
  ): Promise<UploadChatImageResult> {
    return uploadChatImage(this.context, chatThreadId, body, options);
  }

  /**
   * Fetches an image. Only in api-version 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  getChatImage(
    chatThreadId: string,
    imageId: string,
    imageViewType: ImageViewType,
    options?: GetChatImageOptions,
  ): Promise<BinaryResult> {
    return getChatImage(this.context, chatThreadId, imageId, imageViewType, options);
  }

  /**
   * Deletes an image. Only in api-version 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  deleteChatImage(
    chatThreadId: string,
    imageId: string,
    options?: DeleteChatImageOptions,
  ): Promise<void> {
    return deleteChatImage(this.context, chatThreadId, imageId, options);
  }
}
