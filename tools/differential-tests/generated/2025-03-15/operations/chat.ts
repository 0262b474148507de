import { PagedAsyncIterableIterator, PageSettings } from "@azure/core-paging";
import { setContinuationToken } from "../pagingHelper.js";
import { Chat } from "../operationsInterfaces/index.js";
import * as coreClient from "@azure/core-client";
import * as Mappers from "../models/mappers.js";
import * as Parameters from "../models/parameters.js";
import { ChatRestClient } from "../chatRestClient.js";
import {
  ChatThreadItem,
  ChatListChatThreadsNextOptionalParams,
  ChatListChatThreadsOptionalParams,
  ChatListChatThreadsResponse,
  CreateChatThreadRequest,
  ChatCreateChatThreadOptionalParams,
  ChatCreateChatThreadResponse,
  ChatDeleteChatThreadOptionalParams,
  ChatListChatThreadsNextResponse,
} from "../models/index.js";

/// <reference lib="esnext.asynciterable" />
/** Class containing Chat operations. */
export class ChatImpl implements Chat {
  private readonly client: ChatRestClient;

  /**
   * Initialize a new instance of the class Chat class.
   * @param client Reference to the service client
   */
  constructor(client: ChatRestClient) {
    this.client = client;
  }

  /**
   * Lists the caller's threads, ordered by their last message, newest first.
   * @param options The options parameters.
   */
  public listChatThreads(
    options?: ChatListChatThreadsOptionalParams,
  ): PagedAsyncIterableIterator<ChatThreadItem> {
    const iter = this.listChatThreadsPagingAll(options);
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
        return this.listChatThreadsPagingPage(options, settings);
      },
    };
  }

  private async *listChatThreadsPagingPage(
    options?: ChatListChatThreadsOptionalParams,
    settings?: PageSettings,
  ): AsyncIterableIterator<ChatThreadItem[]> {
    let result: ChatListChatThreadsResponse;
    let continuationToken = settings?.continuationToken;
    if (!continuationToken) {
      result = await this._listChatThreads(options);
      let page = result.value || [];
      continuationToken = result.nextLink;
      setContinuationToken(page, continuationToken);
      yield page;
    }
    while (continuationToken) {
      result = await this._listChatThreadsNext(continuationToken, options);
      continuationToken = result.nextLink;
      let page = result.value || [];
      setContinuationToken(page, continuationToken);
      yield page;
    }
  }

  private async *listChatThreadsPagingAll(
    options?: ChatListChatThreadsOptionalParams,
  ): AsyncIterableIterator<ChatThreadItem> {
    for await (const page of this.listChatThreadsPagingPage(options)) {
      yield* page;
    }
  }

  /**
   * Lists the caller's threads, ordered by their last message, newest first.
   * @param options The options parameters.
   */
  private _listChatThreads(
    options?: ChatListChatThreadsOptionalParams,
  ): Promise<ChatListChatThreadsResponse> {
    return this.client.sendOperationRequest(
      { options },
      listChatThreadsOperationSpec,
    );
  }

  /**
   * Creates a thread. The caller becomes its first participant.
   * @param createChatThreadRequest The thread to create.
   * @param options The options parameters.
   */
  createChatThread(
    createChatThreadRequest: CreateChatThreadRequest,
    options?: ChatCreateChatThreadOptionalParams,
  ): Promise<ChatCreateChatThreadResponse> {
    return this.client.sendOperationRequest(
      { createChatThreadRequest, options },
      createChatThreadOperationSpec,
    );
  }

  /**
   * Deletes a thread for all its participants.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  deleteChatThread(
    chatThreadId: string,
    options?: ChatDeleteChatThreadOptionalParams,
  ): Promise<void> {
    return this.client.sendOperationRequest(
      { chatThreadId, options },
      deleteChatThreadOperationSpec,
    );
  }

  /**
   * ListChatThreadsNext
   * @param nextLink The nextLink from the previous successful call to the ListChatThreads method.
   * @param options The options parameters.
   */
  private _listChatThreadsNext(
    nextLink: string,
    options?: ChatListChatThreadsNextOptionalParams,
  ): Promise<ChatListChatThreadsNextResponse> {
    return this.client.sendOperationRequest(
      { nextLink, options },
      listChatThreadsNextOperationSpec,
    );
  }
}
// Operation Specifications
const serializer = coreClient.createSerializer(Mappers, /* isXml */ false);

const listChatThreadsOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads",
  httpMethod: "GET",
  responses: {
    200: {
      bodyMapper: Mappers.ChatThreadsItemCollection,
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
  urlParameters: [Parameters.endpoint],
  headerParameters: [Parameters.accept],
  serializer,
};
const createChatThreadOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads",
  httpMethod: "POST",
  responses: {
    201: {
      bodyMapper: Mappers.CreateChatThreadResult,
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
  requestBody: Parameters.createChatThreadRequest,
  queryParameters: [Parameters.apiVersion],
  urlParameters: [Parameters.endpoint],
  headerParameters: [
    Parameters.accept,
    Parameters.contentType,
    Parameters.repeatabilityRequestId,
  ],
  mediaType: "json",
  serializer,
};
const deleteChatThreadOperationSpec: coreClient.OperationSpec = {
  path: "/chat/threads/{chatThreadId}",
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
  urlParameters: [Parameters.endpoint, Parameters.chatThreadId],
  headerParameters: [Parameters.accept],
  serializer,
};
const listChatThreadsNextOperationSpec: coreClient.OperationSpec = {
  path: "{nextLink}",
  httpMethod: "GET",
  responses: {
    200: {
      bodyMapper: Mappers.ChatThreadsItemCollection,
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
  urlParameters: [Parameters.endpoint, Parameters.nextLink],
  headerParameters: [Parameters.accept],
  serializer,
};
