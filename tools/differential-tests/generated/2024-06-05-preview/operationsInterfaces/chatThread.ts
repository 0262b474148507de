import { PagedAsyncIterableIterator } from "@azure/core-paging";
import * as coreRestPipeline from "@azure/core-rest-pipeline";
import {
  ChatMessage,
  ChatThreadListChatMessagesOptionalParams,
  ChatParticipant,
  ChatThreadListChatParticipantsOptionalParams,
  ChatMessageReadReceipt,
  ChatThreadListChatReadReceiptsOptionalParams,
  ChatThreadGetChatThreadPropertiesOptionalParams,
  ChatThreadGetChatThreadPropertiesResponse,
  UpdateChatThreadRequest,
  ChatThreadUpdateChatThreadPropertiesOptionalParams,
  ChatThreadUploadChatImageOptionalParams,
  ChatThreadUploadChatImageResponse,
  ChatThreadDeleteChatImageOptionalParams,
  ImageViewType,
  ChatThreadGetChatImageOptionalParams,
  ChatThreadGetChatImageResponse,
  SendChatMessageRequest,
  ChatThreadSendChatMessageOptionalParams,
  ChatThreadSendChatMessageResponse,
  ChatThreadGetChatMessageOptionalParams,
  ChatThreadGetChatMessageResponse,
  UpdateChatMessageRequest,
  ChatThreadUpdateChatMessageOptionalParams,
  ChatThreadDeleteChatMessageOptionalParams,
  AddChatParticipantsRequest,
  ChatThreadAddChatParticipantsOptionalParams,
  ChatThreadAddChatParticipantsResponse,
  CommunicationIdentifierModel,
  ChatThreadRemoveChatParticipantOptionalParams,
  SendReadReceiptRequest,
  ChatThreadSendChatReadReceiptOptionalParams,
  ChatThreadSendTypingNotificationOptionalParams,
} from "../models/index.js";

/// <reference lib="esnext.asynciterable" />
/** Interface representing a ChatThread. */
export interface ChatThread {
  /**
   * Lists the messages of a thread, ordered by version, highest first: an edited or deleted message
   * moves to the top.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  listChatMessages(
    chatThreadId: string,
    options?: ChatThreadListChatMessagesOptionalParams,
  ): PagedAsyncIterableIterator<ChatMessage>;
  /**
   * Lists the participants of a thread in the order in which they were added.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  listChatParticipants(
    chatThreadId: string,
    options?: ChatThreadListChatParticipantsOptionalParams,
  ): PagedAsyncIterableIterator<ChatParticipant>;
  /**
   * Lists the read receipts of all participants.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  listChatReadReceipts(
    chatThreadId: string,
    options?: ChatThreadListChatReadReceiptsOptionalParams,
  ): PagedAsyncIterableIterator<ChatMessageReadReceipt>;
  /**
   * Gets the properties of a thread.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  getChatThreadProperties(
    chatThreadId: string,
    options?: ChatThreadGetChatThreadPropertiesOptionalParams,
  ): Promise<ChatThreadGetChatThreadPropertiesResponse>;
  /**
   * Changes the properties of a thread.
   * @param chatThreadId The id of the thread.
   * @param updateChatThreadRequest The changes.
   * @param options The options parameters.
   */
  updateChatThreadProperties(
    chatThreadId: string,
    updateChatThreadRequest: UpdateChatThreadRequest,
    options?: ChatThreadUpdateChatThreadPropertiesOptionalParams,
  ): Promise<void>;
  /**
   * Uploads an image to attach it to a message. Only in api-version 2024-06-05-preview.
   * @param chatThreadId The id of the thread.
   * @param chatImageFile The bytes of the image.
   * @param options The options parameters.
   */
  uploadChatImage(
    chatThreadId: string,
    chatImageFile: coreRestPipeline.RequestBodyType,
    options?: ChatThreadUploadChatImageOptionalParams,
  ): Promise<ChatThreadUploadChatImageResponse>;
  /**
   * Deletes an image. Only in api-version 2024-06-05-preview.
   * @param chatThreadId The id of the thread.
   * @param imageId The id of the image.
   * @param options The options parameters.
   */
  deleteChatImage(
    chatThreadId: string,
    imageId: string,
    options?: ChatThreadDeleteChatImageOptionalParams,
  ): Promise<void>;
  /**
   * Downloads an image. Only in api-version 2024-06-05-preview.
   * @param chatThreadId The id of the thread.
   * @param imageId The id of the image.
   * @param imageViewType The size to download.
   * @param options The options parameters.
   */
  getChatImage(
    chatThreadId: string,
    imageId: string,
    imageViewType: ImageViewType,
    options?: ChatThreadGetChatImageOptionalParams,
  ): Promise<ChatThreadGetChatImageResponse>;
  /**
   * Sends a message.
   * @param chatThreadId The id of the thread.
   * @param sendChatMessageRequest The message to send.
   * @param options The options parameters.
   */
  sendChatMessage(
    chatThreadId: string,
    sendChatMessageRequest: SendChatMessageRequest,
    options?: ChatThreadSendChatMessageOptionalParams,
  ): Promise<ChatThreadSendChatMessageResponse>;
  /**
   * Gets a message.
   * @param chatThreadId The id of the thread.
   * @param chatMessageId The id of the message.
   * @param options The options parameters.
   */
  getChatMessage(
    chatThreadId: string,
    chatMessageId: string,
    options?: ChatThreadGetChatMessageOptionalParams,
  ): Promise<ChatThreadGetChatMessageResponse>;
  /**
   * Changes a message. Only its sender can change it.
   * @param chatThreadId The id of the thread.
   * @param chatMessageId The id of the message.
   * @param updateChatMessageRequest The changes.
   * @param options The options parameters.
   */
  updateChatMessage(
    chatThreadId: string,
    chatMessageId: string,
    updateChatMessageRequest: UpdateChatMessageRequest,
    options?: ChatThreadUpdateChatMessageOptionalParams,
  ): Promise<void>;
  /**
   * Deletes a message. Only its sender can delete it. The message stays in the list, without content.
   * @param chatThreadId The id of the thread.
   * @param chatMessageId The id of the message.
   * @param options The options parameters.
   */
  deleteChatMessage(
    chatThreadId: string,
    chatMessageId: string,
    options?: ChatThreadDeleteChatMessageOptionalParams,
  ): Promise<void>;
  /**
   * Adds participants to a thread. Participants who are in the thread already are not added twice.
   * @param chatThreadId The id of the thread.
   * @param addChatParticipantsRequest The participants to add.
   * @param options The options parameters.
   */
  addChatParticipants(
    chatThreadId: string,
    addChatParticipantsRequest: AddChatParticipantsRequest,
    options?: ChatThreadAddChatParticipantsOptionalParams,
  ): Promise<ChatThreadAddChatParticipantsResponse>;
  /**
   * Removes a participant from a thread.
   * @param chatThreadId The id of the thread.
   * @param participantCommunicationIdentifier The participant to remove.
   * @param options The options parameters.
   */
  removeChatParticipant(
    chatThreadId: string,
    participantCommunicationIdentifier: CommunicationIdentifierModel,
    options?: ChatThreadRemoveChatParticipantOptionalParams,
  ): Promise<void>;
  /**
   * Marks the thread as read up to a message.
   * @param chatThreadId The id of the thread.
   * @param sendReadReceiptRequest The message that the caller has read.
   * @param options The options parameters.
   */
  sendChatReadReceipt(
    chatThreadId: string,
    sendReadReceiptRequest: SendReadReceiptRequest,
    options?: ChatThreadSendChatReadReceiptOptionalParams,
  ): Promise<void>;
  /**
   * Notifies the other participants that the caller is typing.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  sendTypingNotification(
    chatThreadId: string,
    options?: ChatThreadSendTypingNotificationOptionalParams,
  ): Promise<void>;
}
