import type {
  HttpClient,
  LogPolicyOptions,
  PipelineOptions,
  PipelinePolicy,
  PipelineResponse,
  PipelineRetryOptions,
  TransferProgressEvent,
} from "@azure/core-rest-pipeline";
import type { OperationTracingOptions } from "@azure/core-tracing";
import type {
  ChatAttachment,
  ChatMessageType,
  ChatParticipant,
  ChatRetentionPolicy,
} from "./models.ts";
import type { AbortSignalLike } from "./abort.ts";
import type { RealtimeOptions } from "./realtime/transport.ts";
import type { ChatRetryEvent } from "./retry/retry-event.ts";

export type { AbortSignalLike };

/** How the requests of one operation are sent. */
export interface ChatRequestOptions {
  /** Additional headers. */
  customHeaders?: { [name: string]: string } | undefined;
  /**
   * The maximum duration of one attempt in milliseconds; 0 means no limit, which is the default. An attempt that
   * takes longer is retried where that is safe, and otherwise fails with the code `REQUEST_TIMEOUT`. To limit the
   * duration of the whole operation, use `abortSignal`.
   */
  timeout?: number | undefined;
  /** Called while the request body is sent. */
  onUploadProgress?: ((progress: TransferProgressEvent) => void) | undefined;
  /** Called while the response body arrives. */
  onDownloadProgress?: ((progress: TransferProgressEvent) => void) | undefined;
  /** Has no effect; accepted for compatibility. http is allowed for loopback hosts only. */
  allowInsecureConnection?: boolean | undefined;
  /** Has no effect; accepted for compatibility. Responses are always parsed. */
  shouldDeserialize?: boolean | ((response: PipelineResponse) => boolean) | undefined;
}

/** A response as passed to `onResponse`. */
export interface ChatResponse extends PipelineResponse {
  /** The parsed body in the shape of the API version; untyped, as in Azure's other clients. */
  // oxlint-disable-next-line typescript/no-explicit-any -- code for the official client reads it untyped
  parsedBody?: any;
}

/** The options of every operation. */
export interface OperationOptions {
  /** Aborts the operation with an `AbortError`, also while it waits for a retry. */
  abortSignal?: AbortSignalLike | undefined;
  /** How the operation's requests are sent. */
  requestOptions?: ChatRequestOptions | undefined;
  /** The parent of the operation's tracing spans. */
  tracingOptions?: OperationTracingOptions | undefined;
  /** Called with each response and its parsed body, or with the error; for lists, once per page. */
  onResponse?: ((response: ChatResponse, body: unknown, error?: unknown) => void) | undefined;
  /** Has no effect; accepted for compatibility. The service does not use XML. */
  serializerOptions?: object | undefined;
}

/**
 * How failed requests are retried: at most `maxRetries` times (default 3). The delay before the first retry is
 * `retryDelayInMs` (default 1000); it doubles with each retry, and half of it is random. No delay is longer than
 * `maxRetryDelayInMs` (default 64,000): if `Retry-After` asks for more, the operation fails.
 */
export interface ChatRetryOptions extends PipelineRetryOptions {
  /** Called before the delay of each retry. An error that it throws ends the operation. */
  onRetry?: ((event: ChatRetryEvent) => void) | undefined;
}

/** A pipeline policy to add. */
export interface AdditionalPolicyConfig {
  policy: PipelinePolicy;
  /** `perCall`: once per operation or page. `perRetry`: for each attempt. */
  position: "perCall" | "perRetry";
}

/** Options of a client. */
export interface ChatClientOptions extends PipelineOptions {
  /**
   * The API version. Default: `2025-03-15`. Uploading images and sending attachments need `2024-06-05-preview`.
   * Requests in an older API version omit properties that it does not have, such as metadata.
   */
  apiVersion?: string;
  /** How failed requests are retried. Default: 3 retries, the first after about one second. */
  retryOptions?: ChatRetryOptions;
  /** The HTTP client that sends the requests. Default: Node's http module, or `fetch` in browsers. */
  httpClient?: HttpClient;
  /** Pipeline policies to add, with their position. */
  additionalPolicies?: AdditionalPolicyConfig[];
  /** The headers and query parameters that can appear in logs; the values of all others are redacted. */
  loggingOptions?: LogPolicyOptions;
  /**
   * Whether a response that lacks a required property or has a value of an unexpected type is an error (`PARSE_ERROR`
   * with the JSON path). By default such values pass through unchanged, and a warning is logged once for each
   * operation and path. Set it to `true` in tests.
   */
  validateResponses?: boolean;
  /** Has no effect; accepted for compatibility. http is allowed for loopback hosts only. */
  allowInsecureConnection?: boolean;
  /** Options of real-time notifications. */
  realtime?: RealtimeOptions;
}

/** Options of a {@link ChatThreadClient}. */
export interface ChatThreadClientOptions extends ChatClientOptions {}

/** The option to add more participants than one request can hold. */
export interface BatchOptions {
  /**
   * Whether more than 200 participants are added by several requests, one after the other, whose results are
   * combined. If a request fails, the participants of the earlier requests are in the thread, and the error's
   * `partialResult` has their result. Default: `false`, which rejects more than 200 participants.
   */
  batches?: boolean | undefined;
}

/** Options of `createChatThread`. */
export interface CreateChatThreadOptions extends OperationOptions, BatchOptions {
  /** The participants besides the user who creates the thread. */
  participants?: ChatParticipant[] | undefined;
  /**
   * Identifies this creation: a second request with the same token returns the first thread instead of creating
   * another. Default: a new token for each call, which its retries share.
   */
  idempotencyToken?: string | undefined;
  /** The application's own metadata, at most 1 KB in total. Since `2025-03-15`, and in `2024-06-05-preview`. */
  metadata?: Record<string, string> | undefined;
  /** When the service deletes the thread automatically. Since `2025-03-15`, and in `2024-06-05-preview`. */
  retentionPolicy?: ChatRetentionPolicy | undefined;
}

/** The options of operations that return lists. */
export interface PageOptions extends OperationOptions {
  /** The maximum number of items on a page. The service chooses the default and an upper limit. */
  maxPageSize?: number | undefined;
}

/** Options of `listChatThreads`. */
export interface ListChatThreadsOptions extends PageOptions {
  /** Limits the list to threads that changed since this time: a Date, or an ISO 8601 string. */
  startTime?: Date | string | undefined;
}

/** Options of `listMessages`. */
export interface ListMessagesOptions extends PageOptions {
  /** Limits the list to messages since this time: a Date, or an ISO 8601 string. */
  startTime?: Date | string | undefined;
}

/** Options of `listParticipants`. */
export interface ListParticipantsOptions extends PageOptions {
  /** The number of items to skip at the start of the list. */
  skip?: number | undefined;
}

/** Options of `listReadReceipts`. */
export interface ListReadReceiptsOptions extends PageOptions {
  /** The number of items to skip at the start of the list. */
  skip?: number | undefined;
}

/** Options of `sendMessage`. */
export interface SendMessageOptions extends OperationOptions {
  /** The display name of the sender, which also appears in push notifications. */
  senderDisplayName?: string | undefined;
  /** The message's type. Default: `text`. */
  type?: ChatMessageType | undefined;
  /** The application's own metadata. Since `2021-09-07`. */
  metadata?: Record<string, string> | undefined;
  /** The message's attachments, which must have been uploaded (`2024-06-05-preview` only). */
  attachments?: ChatAttachment[] | undefined;
  /**
   * Whether to retry a send when it is unknown whether the message arrived, for example after a timeout. The metadata
   * carries an id of this call (`acsChatSendId`; an id that `metadata` already has under that key is kept). Before a
   * retry, the client reads the newest messages and sends again only if none of them has the id. Default: `false`,
   * which throws such failures. Needs API version `2021-09-07` or later.
   *
   * After a timeout the client waits as long as the timeout, at least 1 and at most 10 seconds, before it reads the
   * messages. If the service stores the message even later, the thread contains it twice.
   */
  safeRetry?: boolean | undefined;
}

/** Options of `updateMessage`. */
export interface UpdateMessageOptions extends OperationOptions {
  /** The new content. Absent: the content does not change. */
  content?: string | undefined;
  /** Merged into the message's metadata; an empty string or `null` removes an entry. Since `2021-09-07`. */
  metadata?: Record<string, string | null> | null | undefined;
  /** Replaces the message's attachments (`2024-06-05-preview` only). */
  attachments?: ChatAttachment[] | undefined;
}

/** Options of `updateProperties`. */
export interface UpdateChatThreadPropertiesOptions extends OperationOptions {
  /** The new topic. Absent: the topic does not change. */
  topic?: string | null | undefined;
  /**
   * Merged into the thread's metadata; an empty string or `null` removes an entry. `null` instead of an object
   * removes all entries.
   * Since `2025-03-15`, and in `2024-06-05-preview`.
   */
  metadata?: Record<string, string | null> | null | undefined;
  /**
   * When the service deletes the thread automatically; `null` removes the policy. Since `2025-03-15`, and in
   * `2024-06-05-preview`.
   */
  retentionPolicy?: ChatRetentionPolicy | null | undefined;
}

/** Options of `addParticipants`. */
export interface AddParticipantsOptions extends OperationOptions, BatchOptions {}

/** Options of `sendTypingNotification`. */
export interface SendTypingNotificationOptions extends OperationOptions {
  /** The display name of the user who is typing. Since `2021-09-07`. */
  senderDisplayName?: string | undefined;
}

/** Options of `downloadAttachment`. */
export interface DownloadAttachmentOptions extends OperationOptions {
  /** Whether to download the preview image (`previewUrl`) instead of the file (`url`). Default: `false`. */
  preview?: boolean | undefined;
}

/** Options of `uploadImage`. */
export interface UploadImageOptions extends OperationOptions {
  /** Has no effect; accepted for compatibility. A stream is read completely before it is sent. */
  imageBytesLength?: number | undefined;
}

/** Options of `uploadImage` for a stream. */
export type UploadImageStreamOptions = OperationOptions;
/** Options of `getImage`. */
export interface GetImageOptions extends OperationOptions {}
/** Options of `deleteImage`. */
export type DeleteImageOptions = OperationOptions;
/** Options of `updateTopic`. */
export interface UpdateTopicOptions extends OperationOptions {}
/** Options of `getProperties`. */
export type GetPropertiesOptions = OperationOptions;
/** Options of `deleteChatThread`. */
export type DeleteChatThreadOptions = OperationOptions;
/** Options of `getMessage`. */
export type GetMessageOptions = OperationOptions;
/** Options of `deleteMessage`. */
export type DeleteMessageOptions = OperationOptions;
/** Options of `removeParticipant`. */
export type RemoveParticipantOptions = OperationOptions;
/** Options of `sendReadReceipt`. */
export type SendReadReceiptOptions = OperationOptions;

/** @deprecated Accepted for compatibility; use {@link ListMessagesOptions}. */
export type RestListMessagesOptions = ListMessagesOptions;
/** @deprecated Accepted for compatibility; use {@link ListChatThreadsOptions}. */
export type RestListChatThreadsOptions = ListChatThreadsOptions;
/** @deprecated Accepted for compatibility; use {@link ListParticipantsOptions}. */
export type RestListParticipantsOptions = ListParticipantsOptions;
/** @deprecated Accepted for compatibility; use {@link ListReadReceiptsOptions}. */
export type RestListReadReceiptsOptions = ListReadReceiptsOptions;
