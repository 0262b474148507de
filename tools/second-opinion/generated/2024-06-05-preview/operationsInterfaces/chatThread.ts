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
   * Lists the messages of a thread by version, the highest first: what was edited or deleted last comes
   * first.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  listChatMessages(
    chatThreadId: string,
    options?: ChatThreadListChatMessagesOptionalParams,
  ): PagedAsyncIterableIterator<ChatMessage>;
  /**
   * Lists the participants of a thread, in the order in which they were added.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  listChatParticipants(
    chatThreadId: string,
    options?: ChatThreadListChatParticipantsOptionalParams,
  ): PagedAsyncIterableIterator<ChatParticipant>;
  /**
   * Lists how far the participants have read.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  listChatReadReceipts(
    chatThreadId: string,
    options?: ChatThreadListChatReadReceiptsOptionalParams,
  ): PagedAsyncIterableIterator<ChatMessageReadReceipt>;
  /**
   * Fetches the properties of a thread.
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
   * @param updateChatThreadRequest What shall change.
   * @param options The options parameters.
   */
  updateChatThreadProperties(
    chatThreadId: string,
    updateChatThreadRequest: UpdateChatThreadRequest,
    options?: ChatThreadUpdateChatThreadPropertiesOptionalParams,
  ): Promise<void>;
  /**
   * Uploads an image, to be attached to a message. Only in api-version 2024-06-05-preview.
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
   * Fetches an image. Only in api-version 2024-06-05-preview.
   * @param chatThreadId The id of the thread.
   * @param imageId The id of the image.
   * @param imageViewType In which size to fetch it.
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
   * @param sendChatMessageRequest The message.
   * @param options The options parameters.
   */
  sendChatMessage(
    chatThreadId: string,
    sendChatMessageRequest: SendChatMessageRequest,
    options?: ChatThreadSendChatMessageOptionalParams,
  ): Promise<ChatThreadSendChatMessageResponse>;
  /**
   * Fetches a message.
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
   * Changes a message. Only its sender may.
   * @param chatThreadId The id of the thread.
   * @param chatMessageId The id of the message.
   * @param updateChatMessageRequest What shall change.
   * @param options The options parameters.
   */
  updateChatMessage(
    chatThreadId: string,
    chatMessageId: string,
    updateChatMessageRequest: UpdateChatMessageRequest,
    options?: ChatThreadUpdateChatMessageOptionalParams,
  ): Promise<void>;
  /**
   * Deletes a message. Only its sender may. It stays in the list of messages, without content.
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
   * Adds participants to a thread. Those who are there already get no second entry.
   * @param chatThreadId The id of the thread.
   * @param addChatParticipantsRequest Who shall be added.
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
   * @param participantCommunicationIdentifier Who shall be removed.
   * @param options The options parameters.
   */
  removeChatParticipant(
    chatThreadId: string,
    participantCommunicationIdentifier: CommunicationIdentifierModel,
    options?: ChatThreadRemoveChatParticipantOptionalParams,
  ): Promise<void>;
  /**
   * Says how far the caller has read.
   * @param chatThreadId The id of the thread.
   * @param sendReadReceiptRequest How far the caller has read.
   * @param options The options parameters.
   */
  sendChatReadReceipt(
    chatThreadId: string,
    sendReadReceiptRequest: SendReadReceiptRequest,
    options?: ChatThreadSendChatReadReceiptOptionalParams,
  ): Promise<void>;
  /**
   * Tells the other participants that the caller is typing.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  sendTypingNotification(
    chatThreadId: string,
    options?: ChatThreadSendTypingNotificationOptionalParams,
  ): Promise<void>;
}
