import { PagedAsyncIterableIterator } from "@azure/core-paging";
import {
  ChatThreadItem,
  ChatListChatThreadsOptionalParams,
  CreateChatThreadRequest,
  ChatCreateChatThreadOptionalParams,
  ChatCreateChatThreadResponse,
  ChatDeleteChatThreadOptionalParams,
} from "../models/index.js";

/// <reference lib="esnext.asynciterable" />
/** Interface representing a Chat. */
export interface Chat {
  /**
   * Lists the caller's threads, ordered by their last message, newest first.
   * @param options The options parameters.
   */
  listChatThreads(
    options?: ChatListChatThreadsOptionalParams,
  ): PagedAsyncIterableIterator<ChatThreadItem>;
  /**
   * Creates a thread. The caller becomes its first participant.
   * @param createChatThreadRequest The thread to create.
   * @param options The options parameters.
   */
  createChatThread(
    createChatThreadRequest: CreateChatThreadRequest,
    options?: ChatCreateChatThreadOptionalParams,
  ): Promise<ChatCreateChatThreadResponse>;
  /**
   * Deletes a thread for all its participants.
   * @param chatThreadId The id of the thread.
   * @param options The options parameters.
   */
  deleteChatThread(
    chatThreadId: string,
    options?: ChatDeleteChatThreadOptionalParams,
  ): Promise<void>;
}
