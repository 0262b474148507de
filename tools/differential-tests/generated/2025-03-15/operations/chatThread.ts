import { PagedAsyncIterableIterator, PageSettings } from "@azure/core-paging";
import { setContinuationToken } from "../pagingHelper.js";
import { ChatThread } from "../operationsInterfaces/index.js";
import * as coreClient from "@azure/core-client";
import * as Mappers from "../models/mappers.js";
import * as Parameters from "../models/parameters.js";
import { ChatRestClient } from "../chatRestClient.js";
import {
  ChatMessage,
  ChatThreadListChatMessagesNextOptionalParams,
  ChatThreadListChatMessagesOptionalParams,
  ChatThreadListChatMessagesResponse,
  ChatParticipant,
  ChatThreadListChatParticipantsNextOptionalParams,
  ChatThreadListChatParticipantsOptionalParams,
  ChatThreadListChatParticipantsResponse,
  ChatMessageReadReceipt,
  ChatThreadListChatReadReceiptsNextOptionalParams,
  ChatThreadListChatReadReceiptsOptionalParams,
  ChatThreadListChatReadReceiptsResponse,
  ChatThreadGetChatThreadPropertiesOptionalParams,
  ChatThreadGetChatThreadPropertiesResponse,
  UpdateChatThreadRequest,
  ChatThreadUpdateChatThreadPropertiesOptionalParams,
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
  ChatThreadListChatMessagesNextResponse,
  ChatThreadListChatParticipantsNextResponse,
  ChatThreadListChatReadReceiptsNextResponse,
} from "../models/index.js";

/// <reference lib="esnext.asynciterable" />
/** Class containing ChatThread operations. */
export class ChatThreadImpl implements ChatThread {
  private readonly client: ChatRestClient;

  /**
   * Initialize a new instance of the class ChatThread class.
   * @param client Reference to the service client
   */
  constructor(client: ChatRestClient) {
    this.client = client;
  }

  /**
   * Lists the messages of a thread, ordered by version, highest first: an edited or deleted message
   * moves to the top.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  public listChatMessages(
    chatThreadId: string,
    options?: ChatThreadListChatMessagesOptionalParams,
  ): PagedAsyncIterableIterator<ChatMessage> {
    const iter = this.listChatMessagesPagingAll(chatThreadId, options);
    return {
      next() {
        return iter.next();
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      byPage: (settings?: PageSettings) => {
        if (settings?.maxPageSize) {
          throw new Error("maxPageSize is not supported by this operation.");
        }
        return this.listChatMessagesPagingPage(chatThreadId, options, settings);
      },
    };
  }

  private async *listChatMessagesPagingPage(
    chatThreadId: string,
    options?: ChatThreadListChatMessagesOptionalParams,
    settings?: PageSettings,
  ): AsyncIterableIterator<ChatMessage[]> {
    let result: ChatThreadListChatMessagesResponse;
    let continuationToken = settings?.continuationToken;
    if (!continuationToken) {
      result = await this._listChatMessages(chatThreadId, options);
      let page = result.value || [];
      continuationToken = result.nextLink;
      setContinuationToken(page, continuationToken);
      yield page;
    }
    while (continuationToken) {
      result = await this._listChatMessagesNext(
        chatThreadId,
        continuationToken,
        options,
      );
      continuationToken = result.nextLink;
      let page = result.value || [];
      setContinuationToken(page, continuationToken);
      yield page;
    }
  }

  private async *listChatMessagesPagingAll(
    chatThreadId: string,
    options?: ChatThreadListChatMessagesOptionalParams,
  ): AsyncIterableIterator<ChatMessage> {
    for await (const page of this.listChatMessagesPagingPage(
      chatThreadId,
      options,
    )) {
      yield* page;
    }
  }

  /**
   * Lists the participants of a thread in the order in which they were added.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  public listChatParticipants(
    chatThreadId: string,
    options?: ChatThreadListChatParticipantsOptionalParams,
  ): PagedAsyncIterableIterator<ChatParticipant> {
    const iter = this.listChatParticipantsPagingAll(chatThreadId, options);
    return {
      next() {
        return iter.next();
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      byPage: (settings?: PageSettings) => {
        if (settings?.maxPageSize) {
          throw new Error("maxPageSize is not supported by this operation.");
        }
        return this.listChatParticipantsPagingPage(
          chatThreadId,
          options,
          settings,
        );
      },
    };
  }

  private async *listChatParticipantsPagingPage(
    chatThreadId: string,
    options?: ChatThreadListChatParticipantsOptionalParams,
    settings?: PageSettings,
  ): AsyncIterableIterator<ChatParticipant[]> {
    let result: ChatThreadListChatParticipantsResponse;
    let continuationToken = settings?.continuationToken;
    if (!continuationToken) {
      result = await this._listChatParticipants(chatThreadId, options);
      let page = result.value || [];
      continuationToken = result.nextLink;
      setContinuationToken(page, continuationToken);
      yield page;
    }
    while (continuationToken) {
      result = await this._listChatParticipantsNext(
        chatThreadId,
        continuationToken,
        options,
      );
      continuationToken = result.nextLink;
      let page = result.value || [];
      setContinuationToken(page, continuationToken);
      yield page;
    }
  }

  private async *listChatParticipantsPagingAll(
    chatThreadId: string,
    options?: ChatThreadListChatParticipantsOptionalParams,
  ): AsyncIterableIterator<ChatParticipant> {
    for await (const page of this.listChatParticipantsPagingPage(
      chatThreadId,
      options,
    )) {
      yield* page;
    }
  }

  /**
   * Lists the read receipts of all participants.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  public listChatReadReceipts(
    chatThreadId: string,
    options?: ChatThreadListChatReadReceiptsOptionalParams,
  ): PagedAsyncIterableIterator<ChatMessageReadReceipt> {
    const iter = this.listChatReadReceiptsPagingAll(chatThreadId, options);
    return {
      next() {
        return iter.next();
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      byPage: (settings?: PageSettings) => {
        if (settings?.maxPageSize) {
          throw new Error("maxPageSize is not supported by this operation.");
        }
        return this.listChatReadReceiptsPagingPage(
          chatThreadId,
          options,
          settings,
        );
      },
    };
  }

  private async *listChatReadReceiptsPagingPage(
    chatThreadId: string,
    options?: ChatThreadListChatReadReceiptsOptionalParams,
    settings?: PageSettings,
  ): AsyncIterableIterator<ChatMessageReadReceipt[]> {
    let result: ChatThreadListChatReadReceiptsResponse;
    let continuationToken = settings?.continuationToken;
    if (!continuationToken) {
      result = await this._listChatReadReceipts(chatThreadId, options);
      let page = result.value || [];
      continuationToken = result.nextLink;
      setContinuationToken(page, continuationToken);
      yield page;
    }
    while (continuationToken) {
      result = await this._listChatReadReceiptsNext(
        chatThreadId,
        continuationToken,
        options,
      );
      continuationToken = result.nextLink;
      let page = result.value || [];
      setContinuationToken(page, continuationToken);
      yield page;
    }
  }

  private async *listChatReadReceiptsPagingAll(
    chatThreadId: string,
    options?: ChatThreadListChatReadReceiptsOptionalParams,
  ): AsyncIterableIterator<ChatMessageReadReceipt> {
    for await (const page of this.listChatReadReceiptsPagingPage(
      chatThreadId,
      options,
    )) {
      yield* page;
    }
  }

  /**
   * Gets the properties of a thread.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  getChatThreadProperties(
    chatThreadId: string,
    options?: ChatThreadGetChatThreadPropertiesOptionalParams,
  ): Promise<ChatThreadGetChatThreadPropertiesResponse> {
    return this.client.sendOperationRequest(
      { chatThreadId, options },
      getChatThreadPropertiesOperationSpec,
    );
  }

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
  ): Promise<void> {
    return this.client.sendOperationRequest(
      { chatThreadId, updateChatThreadRequest, options },
      updateChatThreadPropertiesOperationSpec,
    );
  }

  /**
   * Lists the messages of a thread, ordered by version, highest first: an edited or deleted message
   * moves to the top.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  private _listChatMessages(
    chatThreadId: string,
    options?: ChatThreadListChatMessagesOptionalParams,
  ): Promise<ChatThreadListChatMessagesResponse> {
    return this.client.sendOperationRequest(
      { chatThreadId, options },
      listChatMessagesOperationSpec,
    );
  }

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
  ): Promise<ChatThreadSendChatMessageResponse> {
    return this.client.sendOperationRequest(
      { chatThreadId, sendChatMessageRequest, options },
      sendChatMessageOperationSpec,
    );
  }

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
  ): Promise<ChatThreadGetChatMessageResponse> {
    return this.client.sendOperationRequest(
      { chatThreadId, chatMessageId, options },
      getChatMessageOperationSpec,
    );
  }

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
  ): Promise<void> {
    return this.client.sendOperationRequest(
      { chatThreadId, chatMessageId, updateChatMessageRequest, options },
      updateChatMessageOperationSpec,
    );
  }

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
  ): Promise<void> {
    return this.client.sendOperationRequest(
      { chatThreadId, chatMessageId, options },
      deleteChatMessageOperationSpec,
    );
  }

  /**
   * Lists the participants of a thread in the order in which they were added.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  private _listChatParticipants(
    chatThreadId: string,
    options?: ChatThreadListChatParticipantsOptionalParams,
  ): Promise<ChatThreadListChatParticipantsResponse> {
    return this.client.sendOperationRequest(
      { chatThreadId, options },
      listChatParticipantsOperationSpec,
    );
  }

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
  ): Promise<ChatThreadAddChatParticipantsResponse> {
    return this.client.sendOperationRequest(
      { chatThreadId, addChatParticipantsRequest, options },
      addChatParticipantsOperationSpec,
    );
  }

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
  ): Promise<void> {
    return this.client.sendOperationRequest(
      { chatThreadId, participantCommunicationIdentifier, options },
      removeChatParticipantOperationSpec,
    );
  }

  /**
   * Lists the read receipts of all participants.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  private _listChatReadReceipts(
    chatThreadId: string,
    options?: ChatThreadListChatReadReceiptsOptionalParams,
  ): Promise<ChatThreadListChatReadReceiptsResponse> {
    return this.client.sendOperationRequest(
      { chatThreadId, options },
      listChatReadReceiptsOperationSpec,
    );
  }

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
  ): Promise<void> {
    return this.client.sendOperationRequest(
      { chatThreadId, sendReadReceiptRequest, options },
      sendChatReadReceiptOperationSpec,
    );
  }

  /**
   * Notifies the other participants that the caller is typing.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  sendTypingNotification(
    chatThreadId: string,
    options?: ChatThreadSendTypingNotificationOptionalParams,
  ): Promise<void> {
    return this.client.sendOperationRequest(
      { chatThreadId, options },
      sendTypingNotificationOperationSpec,
    );
  }

  /**
   * ListChatMessagesNext
   * @param chatThreadId The id of the thread.
   * @param nextLink The nextLink from the previous successful call to the ListChatMessages method.
   * @param options The options parameters.
   */
  private _listChatMessagesNext(
    chatThreadId: string,
    nextLink: string,
    options?: ChatThreadListChatMessagesNextOptionalParams,
  ): Promise<ChatThreadListChatMessagesNextResponse> {
    return this.client.sendOperationRequest(
      { chatThreadId, nextLink, options },
      listChatMessagesNextOperationSpec,
    );
  }

  /**
   * ListChatParticipantsNext
   * @param chatThreadId The id of the thread.
   * @param nextLink The nextLink from the previous successful call to the ListChatParticipants method.
   * @param options The options parameters.
   */
  private _listChatParticipantsNext(
    chatThreadId: string,
    nextLink: string,
    options?: ChatThreadListChatParticipantsNextOptionalParams,
  ): Promise<ChatThreadListChatParticipantsNextResponse> {
    return this.client.sendOperationRequest(
      { chatThreadId, nextLink, options },
      listChatParticipantsNextOperationSpec,
    );
  }

  /**
   * ListChatReadReceiptsNext
   * @param chatThreadId The id of the thread.
   * @param nextLink The nextLink from the previous successful call to the ListChatReadReceipts method.
   * @param options The options parameters.
   */
  private _listChatReadReceiptsNext(
    chatThreadId: string,
    nextLink: string,
    options?: ChatThreadListChatReadReceiptsNextOptionalParams,
  ): Promise<ChatThreadListChatReadReceiptsNextResponse> {
    return this.client.sendOperationRequest(
      { chatThreadId, nextLink, options },
      listChatReadReceiptsNextOperationSpec,
    );
  }
}
// Operation Specifications
const serializer = coreClient.createSerializer(Mappers, /* isXml */ false);

const getChatThreadPropertiesOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}",
  httpMethod: "GET",
  responses: {
    200: {
      bodyMapper: Mappers.ChatThreadProperties,
    },
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  queryParameters: [Parameters.apiVersion],
  urlParameters: [Parameters.endpoint, Parameters.chatThreadId],
  headerParameters: [Parameters.accept],
  serializer,
};
const updateChatThreadPropertiesOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}",
  httpMethod: "PATCH",
  responses: {
    204: {},
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  requestBody: Parameters.updateChatThreadRequest,
  queryParameters: [Parameters.apiVersion],
  urlParameters: [Parameters.endpoint, Parameters.chatThreadId],
  headerParameters: [Parameters.accept, Parameters.contentType1],
  mediaType: "json",
  serializer,
};
const listChatMessagesOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}/messages",
  httpMethod: "GET",
  responses: {
    200: {
      bodyMapper: Mappers.ChatMessagesCollection,
    },
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  queryParameters: [
    Parameters.maxPageSize,
    Parameters.apiVersion,
    Parameters.startTime,
  ],
  urlParameters: [Parameters.endpoint, Parameters.chatThreadId],
  headerParameters: [Parameters.accept],
  serializer,
};
const sendChatMessageOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}/messages",
  httpMethod: "POST",
  responses: {
    201: {
      bodyMapper: Mappers.SendChatMessageResult,
    },
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  requestBody: Parameters.sendChatMessageRequest,
  queryParameters: [Parameters.apiVersion],
  urlParameters: [Parameters.endpoint, Parameters.chatThreadId],
  headerParameters: [Parameters.accept, Parameters.contentType],
  mediaType: "json",
  serializer,
};
const getChatMessageOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}/messages/{chatMessageId}",
  httpMethod: "GET",
  responses: {
    200: {
      bodyMapper: Mappers.ChatMessage,
    },
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  queryParameters: [Parameters.apiVersion],
  urlParameters: [
    Parameters.endpoint,
    Parameters.chatThreadId,
    Parameters.chatMessageId,
  ],
  headerParameters: [Parameters.accept],
  serializer,
};
const updateChatMessageOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}/messages/{chatMessageId}",
  httpMethod: "PATCH",
  responses: {
    204: {},
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  requestBody: Parameters.updateChatMessageRequest,
  queryParameters: [Parameters.apiVersion],
  urlParameters: [
    Parameters.endpoint,
    Parameters.chatThreadId,
    Parameters.chatMessageId,
  ],
  headerParameters: [Parameters.accept, Parameters.contentType1],
  mediaType: "json",
  serializer,
};
const deleteChatMessageOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}/messages/{chatMessageId}",
  httpMethod: "DELETE",
  responses: {
    204: {},
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  queryParameters: [Parameters.apiVersion],
  urlParameters: [
    Parameters.endpoint,
    Parameters.chatThreadId,
    Parameters.chatMessageId,
  ],
  headerParameters: [Parameters.accept],
  serializer,
};
const listChatParticipantsOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}/participants",
  httpMethod: "GET",
  responses: {
    200: {
      bodyMapper: Mappers.ChatParticipantsCollection,
    },
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  queryParameters: [
    Parameters.maxPageSize,
    Parameters.apiVersion,
    Parameters.skip,
  ],
  urlParameters: [Parameters.endpoint, Parameters.chatThreadId],
  headerParameters: [Parameters.accept],
  serializer,
};
const addChatParticipantsOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}/participants/:add",
  httpMethod: "POST",
  responses: {
    201: {
      bodyMapper: Mappers.AddChatParticipantsResult,
    },
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  requestBody: Parameters.addChatParticipantsRequest,
  queryParameters: [Parameters.apiVersion],
  urlParameters: [Parameters.endpoint, Parameters.chatThreadId],
  headerParameters: [Parameters.accept, Parameters.contentType],
  mediaType: "json",
  serializer,
};
const removeChatParticipantOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}/participants/:remove",
  httpMethod: "POST",
  responses: {
    204: {},
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  requestBody: Parameters.participantCommunicationIdentifier,
  queryParameters: [Parameters.apiVersion],
  urlParameters: [Parameters.endpoint, Parameters.chatThreadId],
  headerParameters: [Parameters.accept, Parameters.contentType],
  mediaType: "json",
  serializer,
};
const listChatReadReceiptsOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}/readReceipts",
  httpMethod: "GET",
  responses: {
    200: {
      bodyMapper: Mappers.ChatMessageReadReceiptsCollection,
    },
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  queryParameters: [
    Parameters.maxPageSize,
    Parameters.apiVersion,
    Parameters.skip,
  ],
  urlParameters: [Parameters.endpoint, Parameters.chatThreadId],
  headerParameters: [Parameters.accept],
  serializer,
};
const sendChatReadReceiptOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}/readReceipts",
  httpMethod: "POST",
  responses: {
    200: {},
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  requestBody: Parameters.sendReadReceiptRequest,
  queryParameters: [Parameters.apiVersion],
  urlParameters: [Parameters.endpoint, Parameters.chatThreadId],
  headerParameters: [Parameters.accept, Parameters.contentType],
  mediaType: "json",
  serializer,
};
const sendTypingNotificationOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}/typing",
  httpMethod: "POST",
  responses: {
    200: {},
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  requestBody: Parameters.sendTypingNotificationRequest,
  queryParameters: [Parameters.apiVersion],
  urlParameters: [Parameters.endpoint, Parameters.chatThreadId],
  headerParameters: [Parameters.accept, Parameters.contentType],
  mediaType: "json",
  serializer,
};
const listChatMessagesNextOperationSpec: coreClient.OperationSpec = {
  path: "{nextLink}",
  httpMethod: "GET",
  responses: {
    200: {
      bodyMapper: Mappers.ChatMessagesCollection,
    },
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  urlParameters: [
    Parameters.endpoint,
    Parameters.chatThreadId,
    Parameters.nextLink,
  ],
  headerParameters: [Parameters.accept],
  serializer,
};
const listChatParticipantsNextOperationSpec: coreClient.OperationSpec = {
  path: "{nextLink}",
  httpMethod: "GET",
  responses: {
    200: {
      bodyMapper: Mappers.ChatParticipantsCollection,
    },
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  urlParameters: [
    Parameters.endpoint,
    Parameters.chatThreadId,
    Parameters.nextLink,
  ],
  headerParameters: [Parameters.accept],
  serializer,
};
const listChatReadReceiptsNextOperationSpec: coreClient.OperationSpec = {
  path: "{nextLink}",
  httpMethod: "GET",
  responses: {
    200: {
      bodyMapper: Mappers.ChatMessageReadReceiptsCollection,
    },
    401: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    403: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    429: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
    503: {
      bodyMapper: Mappers.CommunicationErrorResponse,
      isError: true,
    },
  },
  urlParameters: [
    Parameters.endpoint,
    Parameters.chatThreadId,
    Parameters.nextLink,
  ],
  headerParameters: [Parameters.accept],
  serializer,
};
