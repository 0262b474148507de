// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import type { TokenCredential } from "@azure/core-auth";
import type { PagedAsyncIterableIterator } from "@azure/core-paging";
import { createChatContext } from "./context.ts";
import type { ChatContext, ChatContextOptions } from "./context.ts";
import type { BinaryResult } from "./internal/bytes.ts";
import type { FileContents } from "./internal/multipart.ts";
import type { Page } from "./internal/paging.ts";
import type * as models from "./models.ts";
import * as chatOperations from "./operations/chat.ts";

/**
 * Chat for applications of Azure Communication Services: threads, their participants, and the
 * messages, read receipts and typing notifications in them. Every request is made on behalf of the
 * user of the access token.
 */
export class ChatRestClient {
  /** The context of the operations. */
  readonly context: ChatContext;

  constructor(endpoint: string, credential: TokenCredential, options?: ChatContextOptions) {
    this.context = createChatContext(endpoint, credential, options);
  }

  /** Creates a thread. The caller becomes its first participant. */
  createChatThread(
    body: models.CreateChatThreadRequest,
    options?: chatOperations.CreateChatThreadOptions,
  ): Promise<models.CreateChatThreadResult> {
    return chatOperations.createChatThread(this.context, body, options);
  }

  /** Lists the caller's threads, ordered by their last message, newest first. */
  listChatThreads(
    options?: chatOperations.ListChatThreadsOptions,
  ): PagedAsyncIterableIterator<models.ChatThreadItem, Page<models.ChatThreadItem>> {
    return chatOperations.listChatThreads(this.context, options);
  }

  /** Deletes a thread for all its participants. */
  deleteChatThread(
    chatThreadId: string,
    options?: chatOperations.DeleteChatThreadOptions,
  ): Promise<void> {
    return chatOperations.deleteChatThread(this.context, chatThreadId, options);
  }

  /** Lists the read receipts of all participants. */
  listChatReadReceipts(
    chatThreadId: string,
    options?: chatOperations.ListChatReadReceiptsOptions,
  ): PagedAsyncIterableIterator<
    models.ChatMessageReadReceipt,
    Page<models.ChatMessageReadReceipt>
  > {
    return chatOperations.listChatReadReceipts(this.context, chatThreadId, options);
  }

  /** Marks the thread as read up to a message. */
  sendChatReadReceipt(
    chatThreadId: string,
    body: models.SendReadReceiptRequest,
    options?: chatOperations.SendChatReadReceiptOptions,
  ): Promise<void> {
    return chatOperations.sendChatReadReceipt(this.context, chatThreadId, body, options);
  }

  /** Sends a message. */
  sendChatMessage(
    chatThreadId: string,
    body: models.SendChatMessageRequest,
    options?: chatOperations.SendChatMessageOptions,
  ): Promise<models.SendChatMessageResult> {
    return chatOperations.sendChatMessage(this.context, chatThreadId, body, options);
  }

  /**
   * Lists the messages of a thread, ordered by version, highest first: an edited or deleted message
   * moves to the top.
   */
  listChatMessages(
    chatThreadId: string,
    options?: chatOperations.ListChatMessagesOptions,
  ): PagedAsyncIterableIterator<models.ChatMessage, Page<models.ChatMessage>> {
    return chatOperations.listChatMessages(this.context, chatThreadId, options);
  }

  /** Gets a message. */
  getChatMessage(
    chatThreadId: string,
    chatMessageId: string,
    options?: chatOperations.GetChatMessageOptions,
  ): Promise<models.ChatMessage> {
    return chatOperations.getChatMessage(this.context, chatThreadId, chatMessageId, options);
  }

  /** Changes a message. Only its sender can change it. */
  updateChatMessage(
    chatThreadId: string,
    chatMessageId: string,
    body: models.UpdateChatMessageRequest,
    options?: chatOperations.UpdateChatMessageOptions,
  ): Promise<void> {
    return chatOperations.updateChatMessage(
      this.context,
      chatThreadId,
      chatMessageId,
      body,
      options,
    );
  }

  /**
   * Deletes a message. Only its sender can delete it. The message stays in the list, without
   * content.
   */
  deleteChatMessage(
    chatThreadId: string,
    chatMessageId: string,
    options?: chatOperations.DeleteChatMessageOptions,
  ): Promise<void> {
    return chatOperations.deleteChatMessage(this.context, chatThreadId, chatMessageId, options);
  }

  /** Lists the participants of a thread in the order in which they were added. */
  listChatParticipants(
    chatThreadId: string,
    options?: chatOperations.ListChatParticipantsOptions,
  ): PagedAsyncIterableIterator<models.ChatParticipant, Page<models.ChatParticipant>> {
    return chatOperations.listChatParticipants(this.context, chatThreadId, options);
  }

  /** Removes a participant from a thread. */
  removeChatParticipant(
    chatThreadId: string,
    body: models.CommunicationIdentifierModel,
    options?: chatOperations.RemoveChatParticipantOptions,
  ): Promise<void> {
    return chatOperations.removeChatParticipant(this.context, chatThreadId, body, options);
  }

  /**
   * Adds participants to a thread. Participants who are in the thread already are not added twice.
   */
  addChatParticipants(
    chatThreadId: string,
    body: models.AddChatParticipantsRequest,
    options?: chatOperations.AddChatParticipantsOptions,
  ): Promise<models.AddChatParticipantsResult> {
    return chatOperations.addChatParticipants(this.context, chatThreadId, body, options);
  }

  /** Changes the properties of a thread. */
  updateChatThreadProperties(
    chatThreadId: string,
    body: models.UpdateChatThreadRequest,
    options?: chatOperations.UpdateChatThreadPropertiesOptions,
  ): Promise<void> {
    return chatOperations.updateChatThreadProperties(this.context, chatThreadId, body, options);
  }

  /** Gets the properties of a thread. */
  getChatThreadProperties(
    chatThreadId: string,
    options?: chatOperations.GetChatThreadPropertiesOptions,
  ): Promise<models.ChatThreadProperties> {
    return chatOperations.getChatThreadProperties(this.context, chatThreadId, options);
  }

  /** Notifies the other participants that the caller is typing. */
  sendTypingNotification(
    chatThreadId: string,
    options?: chatOperations.SendTypingNotificationOptions,
  ): Promise<void> {
    return chatOperations.sendTypingNotification(this.context, chatThreadId, options);
  }

  /**
   * Uploads an image to attach it to a message. Only in api-version 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  uploadChatImage(
    chatThreadId: string,
    body: FileContents,
    options?: chatOperations.UploadChatImageOptions,
  ): Promise<models.UploadChatImageResult> {
    return chatOperations.uploadChatImage(this.context, chatThreadId, body, options);
  }

  /**
   * Downloads an image. Only in api-version 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  getChatImage(
    chatThreadId: string,
    imageId: string,
    imageViewType: models.ImageViewType,
    options?: chatOperations.GetChatImageOptions,
  ): Promise<BinaryResult> {
    return chatOperations.getChatImage(this.context, chatThreadId, imageId, imageViewType, options);
  }

  /**
   * Deletes an image. Only in api-version 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  deleteChatImage(
    chatThreadId: string,
    imageId: string,
    options?: chatOperations.DeleteChatImageOptions,
  ): Promise<void> {
    return chatOperations.deleteChatImage(this.context, chatThreadId, imageId, options);
  }
}
