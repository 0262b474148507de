// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import type { PagedAsyncIterableIterator } from "@azure/core-paging";
import type { PipelineResponse } from "@azure/core-rest-pipeline";
import type { ChatContext } from "../context.ts";
import type { BinaryResult } from "../internal/bytes.ts";
import { call, callForBytes } from "../internal/call.ts";
import type { CallRequest } from "../internal/call.ts";
import type { FileContents } from "../internal/multipart.ts";
import type { OperationOptions } from "../internal/options.ts";
import { pageOf, paged } from "../internal/paging.ts";
import type { Page } from "../internal/paging.ts";
import { orAbsent, readAnything, readNothing } from "../internal/read.ts";
import { sendable } from "../internal/uploads.ts";
import { query, sameOrigin, segment } from "../internal/url.ts";
import { looseWalk } from "../internal/walk.ts";
import { jsonWithDates } from "../internal/write.ts";
import type * as models from "../models.ts";
import {
  readAddChatParticipantsResult,
  readChatMessage,
  readChatMessageReadReceipt,
  readChatParticipant,
  readChatThreadItem,
  readChatThreadProperties,
  readCreateChatThreadResult,
  readSendChatMessageResult,
  readUploadChatImageResult,
} from "../readers.ts";

/** Options of {@link createChatThread}. */
export interface CreateChatThreadOptions extends OperationOptions {
  /**
   * Identifies the creation, so that the request can be repeated: while the service remembers the
   * value, it returns the same thread. Any unique string works, such as a UUID.
   */
  repeatabilityRequestId?: string | undefined;
}

/**
 * Creates a thread. The caller becomes its first participant.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param body - The thread to create.
 * @param options - The options of the request.
 * @returns The new thread, and the participants who could not be added.
 * @throws RestError if the status code is not 201, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * const result = await createChatThread(context, body);
 * ```
 */
export async function createChatThread(
  context: ChatContext,
  body: models.CreateChatThreadRequest,
  options: CreateChatThreadOptions = {},
): Promise<models.CreateChatThreadResult> {
  const url = query("/chat/threads", { "api-version": context.apiVersion });
  const request: CallRequest = {
    operation: "createChatThread",
    method: "POST",
    url,
    headers: { "repeatability-request-id": options.repeatabilityRequestId },
    body: jsonWithDates(body),
  };
  return call(context, options, request, { 201: orAbsent(readCreateChatThreadResult) });
}

/** Options of {@link listChatThreads}. */
export interface ListChatThreadsOptions extends OperationOptions {
  /** The maximum number of threads on a page. */
  maxPageSize?: number | undefined;
  /** Limits the list to threads with a message since this time. */
  startTime?: Date | undefined;
}

/**
 * Lists the caller's threads, ordered by their last message, newest first.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param options - The options of the request.
 * @returns The items, to iterate one by one or page by page. Requests are sent as needed.
 * @throws RestError if the status code is not 200, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * for await (const item of listChatThreads(context)) console.log(item);
 * ```
 */
export function listChatThreads(
  context: ChatContext,
  options: ListChatThreadsOptions = {},
): PagedAsyncIterableIterator<models.ChatThreadItem, Page<models.ChatThreadItem>> {
  return paged(async (link, maxPageSize) => {
    const url =
      link === undefined
        ? query("/chat/threads", {
            maxPageSize: maxPageSize ?? options.maxPageSize,
            "api-version": context.apiVersion,
            startTime: options.startTime?.toISOString(),
          })
        : sameOrigin(context.endpoint, link);
    const request: CallRequest = { operation: "listChatThreads", method: "GET", url };
    return call(context, options, request, {
      200: pageOf(readChatThreadItem, "value", "nextLink"),
    });
  });
}

/** Options of {@link deleteChatThread}. */
export interface DeleteChatThreadOptions extends OperationOptions {}

/**
 * Deletes a thread for all its participants.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param options - The options of the request.
 * @returns The thread was deleted.
 * @throws RestError if the status code is not 204, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * await deleteChatThread(context, chatThreadId);
 * ```
 */
export async function deleteChatThread(
  context: ChatContext,
  chatThreadId: string,
  options: DeleteChatThreadOptions = {},
): Promise<void> {
  const url = query(`/chat/threads/${segment("chatThreadId", chatThreadId)}`, {
    "api-version": context.apiVersion,
  });
  const request: CallRequest = { operation: "deleteChatThread", method: "DELETE", url };
  return call(context, options, request, { 204: readNothing });
}

/** Options of {@link listChatReadReceipts}. */
export interface ListChatReadReceiptsOptions extends OperationOptions {
  /** The maximum number of read receipts on a page. */
  maxPageSize?: number | undefined;
  /** The number of read receipts to skip. */
  skip?: number | undefined;
}

/**
 * Lists the read receipts of all participants.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param options - The options of the request.
 * @returns The items, to iterate one by one or page by page. Requests are sent as needed.
 * @throws RestError if the status code is not 200, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * for await (const item of listChatReadReceipts(context, chatThreadId)) console.log(item);
 * ```
 */
export function listChatReadReceipts(
  context: ChatContext,
  chatThreadId: string,
  options: ListChatReadReceiptsOptions = {},
): PagedAsyncIterableIterator<models.ChatMessageReadReceipt, Page<models.ChatMessageReadReceipt>> {
  return paged(async (link, maxPageSize) => {
    const url =
      link === undefined
        ? query(`/chat/threads/${segment("chatThreadId", chatThreadId)}/readReceipts`, {
            maxPageSize: maxPageSize ?? options.maxPageSize,
            skip: options.skip,
            "api-version": context.apiVersion,
          })
        : sameOrigin(context.endpoint, link);
    const request: CallRequest = { operation: "listChatReadReceipts", method: "GET", url };
    return call(context, options, request, {
      200: pageOf(readChatMessageReadReceipt, "value", "nextLink"),
    });
  });
}

/** Options of {@link sendChatReadReceipt}. */
export interface SendChatReadReceiptOptions extends OperationOptions {}

/**
 * Marks the thread as read up to a message.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param body - The message that the caller has read.
 * @param options - The options of the request.
 * @returns The read receipt was sent.
 * @throws RestError if the status code is not 200, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * await sendChatReadReceipt(context, chatThreadId, body);
 * ```
 */
export async function sendChatReadReceipt(
  context: ChatContext,
  chatThreadId: string,
  body: models.SendReadReceiptRequest,
  options: SendChatReadReceiptOptions = {},
): Promise<void> {
  const url = query(`/chat/threads/${segment("chatThreadId", chatThreadId)}/readReceipts`, {
    "api-version": context.apiVersion,
  });
  const request: CallRequest = {
    operation: "sendChatReadReceipt",
    method: "POST",
    url,
    body: JSON.stringify(body),
  };
  return call(context, options, request, { 200: readNothing });
}

/** Options of {@link sendChatMessage}. */
export interface SendChatMessageOptions extends OperationOptions {}

/**
 * Sends a message.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param body - The message to send.
 * @param options - The options of the request.
 * @returns The id of the message.
 * @throws RestError if the status code is not 201, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * const result = await sendChatMessage(context, chatThreadId, body);
 * ```
 */
export async function sendChatMessage(
  context: ChatContext,
  chatThreadId: string,
  body: models.SendChatMessageRequest,
  options: SendChatMessageOptions = {},
): Promise<models.SendChatMessageResult> {
  const url = query(`/chat/threads/${segment("chatThreadId", chatThreadId)}/messages`, {
    "api-version": context.apiVersion,
  });
  const request: CallRequest = {
    operation: "sendChatMessage",
    method: "POST",
    url,
    body: JSON.stringify(body),
  };
  return call(context, options, request, { 201: readSendChatMessageResult });
}

/** Options of {@link listChatMessages}. */
export interface ListChatMessagesOptions extends OperationOptions {
  /** The maximum number of messages on a page. */
  maxPageSize?: number | undefined;
  /** Limits the list to messages since this time. */
  startTime?: Date | undefined;
}

/**
 * Lists the messages of a thread, ordered by version, highest first: an edited or deleted message
 * moves to the top.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param options - The options of the request.
 * @returns The items, to iterate one by one or page by page. Requests are sent as needed.
 * @throws RestError if the status code is not 200, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * for await (const item of listChatMessages(context, chatThreadId)) console.log(item);
 * ```
 */
export function listChatMessages(
  context: ChatContext,
  chatThreadId: string,
  options: ListChatMessagesOptions = {},
): PagedAsyncIterableIterator<models.ChatMessage, Page<models.ChatMessage>> {
  return paged(async (link, maxPageSize) => {
    const url =
      link === undefined
        ? query(`/chat/threads/${segment("chatThreadId", chatThreadId)}/messages`, {
            maxPageSize: maxPageSize ?? options.maxPageSize,
            "api-version": context.apiVersion,
            startTime: options.startTime?.toISOString(),
          })
        : sameOrigin(context.endpoint, link);
    const request: CallRequest = { operation: "listChatMessages", method: "GET", url };
    return call(context, options, request, { 200: pageOf(readChatMessage, "value", "nextLink") });
  });
}

/** Options of {@link getChatMessage}. */
export interface GetChatMessageOptions extends OperationOptions {}

/**
 * Gets a message.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param chatMessageId - The id of the message.
 * @param options - The options of the request.
 * @returns The message.
 * @throws RestError if the status code is not 200, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * const result = await getChatMessage(context, chatThreadId, chatMessageId);
 * ```
 */
export async function getChatMessage(
  context: ChatContext,
  chatThreadId: string,
  chatMessageId: string,
  options: GetChatMessageOptions = {},
): Promise<models.ChatMessage> {
  const url = query(
    `/chat/threads/${segment("chatThreadId", chatThreadId)}/messages/${segment("chatMessageId", chatMessageId)}`,
    { "api-version": context.apiVersion },
  );
  const request: CallRequest = { operation: "getChatMessage", method: "GET", url };
  return call(context, options, request, { 200: readChatMessage });
}

/** Options of {@link updateChatMessage}. */
export interface UpdateChatMessageOptions extends OperationOptions {}

/**
 * Changes a message. Only its sender can change it.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param chatMessageId - The id of the message.
 * @param body - The changes.
 * @param options - The options of the request.
 * @returns The message was changed.
 * @throws RestError if the status code is not 204, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * await updateChatMessage(context, chatThreadId, chatMessageId, body);
 * ```
 */
export async function updateChatMessage(
  context: ChatContext,
  chatThreadId: string,
  chatMessageId: string,
  body: models.UpdateChatMessageRequest,
  options: UpdateChatMessageOptions = {},
): Promise<void> {
  const url = query(
    `/chat/threads/${segment("chatThreadId", chatThreadId)}/messages/${segment("chatMessageId", chatMessageId)}`,
    { "api-version": context.apiVersion },
  );
  const request: CallRequest = {
    operation: "updateChatMessage",
    method: "PATCH",
    url,
    headers: { "content-type": "application/merge-patch+json" },
    body: JSON.stringify(body),
  };
  return call(context, options, request, { 204: readNothing });
}

/** Options of {@link deleteChatMessage}. */
export interface DeleteChatMessageOptions extends OperationOptions {}

/**
 * Deletes a message. Only its sender can delete it. The message stays in the list, without
 * content.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param chatMessageId - The id of the message.
 * @param options - The options of the request.
 * @returns The message was deleted.
 * @throws RestError if the status code is not 204, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * await deleteChatMessage(context, chatThreadId, chatMessageId);
 * ```
 */
export async function deleteChatMessage(
  context: ChatContext,
  chatThreadId: string,
  chatMessageId: string,
  options: DeleteChatMessageOptions = {},
): Promise<void> {
  const url = query(
    `/chat/threads/${segment("chatThreadId", chatThreadId)}/messages/${segment("chatMessageId", chatMessageId)}`,
    { "api-version": context.apiVersion },
  );
  const request: CallRequest = { operation: "deleteChatMessage", method: "DELETE", url };
  return call(context, options, request, { 204: readNothing });
}

/** Options of {@link listChatParticipants}. */
export interface ListChatParticipantsOptions extends OperationOptions {
  /** The maximum number of participants on a page. */
  maxPageSize?: number | undefined;
  /** The number of participants to skip. */
  skip?: number | undefined;
}

/**
 * Lists the participants of a thread in the order in which they were added.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param options - The options of the request.
 * @returns The items, to iterate one by one or page by page. Requests are sent as needed.
 * @throws RestError if the status code is not 200, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * for await (const item of listChatParticipants(context, chatThreadId)) console.log(item);
 * ```
 */
export function listChatParticipants(
  context: ChatContext,
  chatThreadId: string,
  options: ListChatParticipantsOptions = {},
): PagedAsyncIterableIterator<models.ChatParticipant, Page<models.ChatParticipant>> {
  return paged(async (link, maxPageSize) => {
    const url =
      link === undefined
        ? query(`/chat/threads/${segment("chatThreadId", chatThreadId)}/participants`, {
            maxPageSize: maxPageSize ?? options.maxPageSize,
            skip: options.skip,
            "api-version": context.apiVersion,
          })
        : sameOrigin(context.endpoint, link);
    const request: CallRequest = { operation: "listChatParticipants", method: "GET", url };
    return call(context, options, request, {
      200: pageOf(readChatParticipant, "value", "nextLink"),
    });
  });
}

/** Options of {@link removeChatParticipant}. */
export interface RemoveChatParticipantOptions extends OperationOptions {}

/**
 * Removes a participant from a thread.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param body - The participant to remove.
 * @param options - The options of the request.
 * @returns The participant was removed.
 * @throws RestError if the status code is not 204, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * await removeChatParticipant(context, chatThreadId, body);
 * ```
 */
export async function removeChatParticipant(
  context: ChatContext,
  chatThreadId: string,
  body: models.CommunicationIdentifierModel,
  options: RemoveChatParticipantOptions = {},
): Promise<void> {
  const url = query(`/chat/threads/${segment("chatThreadId", chatThreadId)}/participants/:remove`, {
    "api-version": context.apiVersion,
  });
  const request: CallRequest = {
    operation: "removeChatParticipant",
    method: "POST",
    url,
    body: JSON.stringify(body),
  };
  return call(context, options, request, { 204: readNothing });
}

/** Options of {@link addChatParticipants}. */
export interface AddChatParticipantsOptions extends OperationOptions {}

/**
 * Adds participants to a thread. Participants who are in the thread already are not added twice.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param body - The participants to add.
 * @param options - The options of the request.
 * @returns The participants who could not be added.
 * @throws RestError if the status code is not 201, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * const result = await addChatParticipants(context, chatThreadId, body);
 * ```
 */
export async function addChatParticipants(
  context: ChatContext,
  chatThreadId: string,
  body: models.AddChatParticipantsRequest,
  options: AddChatParticipantsOptions = {},
): Promise<models.AddChatParticipantsResult> {
  const url = query(`/chat/threads/${segment("chatThreadId", chatThreadId)}/participants/:add`, {
    "api-version": context.apiVersion,
  });
  const request: CallRequest = {
    operation: "addChatParticipants",
    method: "POST",
    url,
    body: jsonWithDates(body),
  };
  return call(context, options, request, { 201: orAbsent(readAddChatParticipantsResult) });
}

/** Options of {@link updateChatThreadProperties}. */
export interface UpdateChatThreadPropertiesOptions extends OperationOptions {}

/**
 * Changes the properties of a thread.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param body - The changes.
 * @param options - The options of the request.
 * @returns The thread was changed.
 * @throws RestError if the status code is not 204, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * await updateChatThreadProperties(context, chatThreadId, body);
 * ```
 */
export async function updateChatThreadProperties(
  context: ChatContext,
  chatThreadId: string,
  body: models.UpdateChatThreadRequest,
  options: UpdateChatThreadPropertiesOptions = {},
): Promise<void> {
  const url = query(`/chat/threads/${segment("chatThreadId", chatThreadId)}`, {
    "api-version": context.apiVersion,
  });
  const request: CallRequest = {
    operation: "updateChatThreadProperties",
    method: "PATCH",
    url,
    headers: { "content-type": "application/merge-patch+json" },
    body: JSON.stringify(body),
  };
  return call(context, options, request, { 204: readNothing });
}

/** Options of {@link getChatThreadProperties}. */
export interface GetChatThreadPropertiesOptions extends OperationOptions {}

/**
 * Gets the properties of a thread.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param options - The options of the request.
 * @returns The thread.
 * @throws RestError if the status code is not 200, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * const result = await getChatThreadProperties(context, chatThreadId);
 * ```
 */
export async function getChatThreadProperties(
  context: ChatContext,
  chatThreadId: string,
  options: GetChatThreadPropertiesOptions = {},
): Promise<models.ChatThreadProperties> {
  const url = query(`/chat/threads/${segment("chatThreadId", chatThreadId)}`, {
    "api-version": context.apiVersion,
  });
  const request: CallRequest = { operation: "getChatThreadProperties", method: "GET", url };
  return call(context, options, request, { 200: readChatThreadProperties });
}

/** Options of {@link sendTypingNotification}. */
export interface SendTypingNotificationOptions extends OperationOptions {
  /**
   * The notification. Since api-version 2021-09-07.
   *
   * API versions `2021-09-07`, `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
   */
  body?: models.SendTypingNotificationRequest | undefined;
}

/**
 * Notifies the other participants that the caller is typing.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param options - The options of the request.
 * @returns The notification was sent.
 * @throws RestError if the status code is not 200, or if the response cannot be read. If the
 * status code is 401, 403, 429 or 503, `details` is a {@link CommunicationErrorResponse}.
 * @example
 * ```ts
 * await sendTypingNotification(context, chatThreadId);
 * ```
 */
export async function sendTypingNotification(
  context: ChatContext,
  chatThreadId: string,
  options: SendTypingNotificationOptions = {},
): Promise<void> {
  const url = query(`/chat/threads/${segment("chatThreadId", chatThreadId)}/typing`, {
    "api-version": context.apiVersion,
  });
  const request: CallRequest = {
    operation: "sendTypingNotification",
    method: "POST",
    url,
    body: JSON.stringify(options.body),
  };
  return call(context, options, request, { 200: readNothing });
}

/** Options of {@link uploadChatImage}. */
export interface UploadChatImageOptions extends OperationOptions {
  /**
   * The file name of the image. Its extension (jpg, png, gif, heic or webp) specifies the format.
   *
   * API version `2024-06-05-preview` only.
   */
  imageFilename?: string | undefined;
}

/**
 * Uploads an image to attach it to a message. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param body - The bytes of the image.
 * @param options - The options of the request.
 * @returns The image was uploaded.
 * @throws RestError if the status code is not 201, or if the response cannot be read. If the
 * status code is another one, `details` is a {@link ErrorResponse}.
 * @example
 * ```ts
 * const result = await uploadChatImage(context, chatThreadId, body);
 * ```
 */
export async function uploadChatImage(
  context: ChatContext,
  chatThreadId: string,
  body: FileContents,
  options: UploadChatImageOptions = {},
): Promise<models.UploadChatImageResult> {
  const url = query(`/chat/threads/${segment("chatThreadId", chatThreadId)}/images`, {
    "api-version": context.apiVersion,
  });
  const request: CallRequest = {
    operation: "uploadChatImage",
    method: "POST",
    url,
    headers: {
      "image-filename": options.imageFilename,
      "content-type": "application/octet-stream",
    },
    body: sendable(body),
  };
  return call(context, options, request, { 201: readUploadChatImageResult });
}

/** Options of {@link getChatImage}. */
export interface GetChatImageOptions extends OperationOptions {}

/** Headers of the responses to {@link getChatImage}. */
export interface GetChatImageHeaders {
  /**
   * The format of the image.
   *
   * API version `2024-06-05-preview` only.
   */
  contentType?: models.GetChatImageResponseContentType | undefined;
}

/** Reads the headers of a response to {@link getChatImage}, for example in `onResponse`. */
export function getChatImageHeaders(response: PipelineResponse): GetChatImageHeaders {
  const walk = looseWalk(response);
  return {
    contentType: walk.response.headers.get("content-type") as
      | models.GetChatImageResponseContentType
      | undefined,
  };
}

/**
 * Downloads an image. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param imageId - The id of the image.
 * @param imageViewType - The size to download.
 * @param options - The options of the request.
 * @returns The bytes of an image. Only in api-version 2024-06-05-preview.
 * @throws RestError if the status code is not 200, or if the response cannot be read. If the
 * status code is another one, `details` is a {@link ErrorResponse}.
 * @example
 * ```ts
 * const result = await getChatImage(context, chatThreadId, imageId, imageViewType);
 * ```
 */
export async function getChatImage(
  context: ChatContext,
  chatThreadId: string,
  imageId: string,
  imageViewType: models.ImageViewType,
  options: GetChatImageOptions = {},
): Promise<BinaryResult> {
  const url = query(
    `/chat/threads/${segment("chatThreadId", chatThreadId)}/images/${segment("imageId", imageId)}/view/${segment("imageViewType", imageViewType)}`,
    { "api-version": context.apiVersion },
  );
  const request: CallRequest = {
    operation: "getChatImage",
    method: "GET",
    url,
    headers: { accept: "image/gif, image/jpeg, image/png, image/bmp, image/tiff" },
  };
  return callForBytes(context, options, request, { 200: readAnything });
}

/** Options of {@link deleteChatImage}. */
export interface DeleteChatImageOptions extends OperationOptions {}

/**
 * Deletes an image. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 *
 * @param context - The endpoint, the credential and the options of the client.
 * @param chatThreadId - The id of the thread.
 * @param imageId - The id of the image.
 * @param options - The options of the request.
 * @returns The image was deleted.
 * @throws RestError if the status code is not 204, or if the response cannot be read. If the
 * status code is another one, `details` is a {@link ErrorResponse}.
 * @example
 * ```ts
 * await deleteChatImage(context, chatThreadId, imageId);
 * ```
 */
export async function deleteChatImage(
  context: ChatContext,
  chatThreadId: string,
  imageId: string,
  options: DeleteChatImageOptions = {},
): Promise<void> {
  const url = query(
    `/chat/threads/${segment("chatThreadId", chatThreadId)}/images/${segment("imageId", imageId)}`,
    { "api-version": context.apiVersion },
  );
  const request: CallRequest = { operation: "deleteChatImage", method: "DELETE", url };
  return call(context, options, request, { 204: readNothing });
}
