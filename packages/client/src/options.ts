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

/** How one operation's requests are sent. */
export interface ChatRequestOptions {
  /** Headers to send besides the operation's own. */
  customHeaders?: { [name: string]: string } | undefined;
  /**
   * Milliseconds that one attempt may take, 0 for any time. What takes longer fails with the code
   * `REQUEST_TIMEOUT` (or is tried again, where that is safe). To bound the whole call use `abortSignal`.
   */
  timeout?: number | undefined;
  /** Called as the request's body goes out. */
  onUploadProgress?: ((progress: TransferProgressEvent) => void) | undefined;
  /** Called as the answer's body comes in. */
  onDownloadProgress?: ((progress: TransferProgressEvent) => void) | undefined;
  /** Taken for compatibility, without effect: http is allowed to loopback hosts and to no others. */
  allowInsecureConnection?: boolean | undefined;
  /** Taken for compatibility, without effect: answers are always read. */
  shouldDeserialize?: boolean | ((response: PipelineResponse) => boolean) | undefined;
}

/** A response as `onResponse` receives it. */
export interface ChatResponse extends PipelineResponse {
  /** The body as it was read, in the shape of the API version; not typed, as in Azure's other clients. */
  // oxlint-disable-next-line typescript/no-explicit-any -- code for the official client reads it so
  parsedBody?: any;
}

/** What every operation takes. */
export interface OperationOptions {
  /** Ends the operation at once, retries and pauses too, with an `AbortError`. */
  abortSignal?: AbortSignalLike | undefined;
  /** How the operation's requests are sent. */
  requestOptions?: ChatRequestOptions | undefined;
  /** The parent of the operation's tracing spans. */
  tracingOptions?: OperationTracingOptions | undefined;
  /** Called with each answer and what was read from it, or the error; in lists once per page. */
  onResponse?: ((response: ChatResponse, body: unknown, error?: unknown) => void) | undefined;
  /** Taken for compatibility, without effect: there is no XML here. */
  serializerOptions?: object | undefined;
}

/**
 * How failures are tried again: `maxRetries` (3), `retryDelayInMs` before the first one (1000; doubled each
 * time, half of it random) and `maxRetryDelayInMs` (64,000), beyond which no `Retry-After` is waited for either.
 */
export interface ChatRetryOptions extends PipelineRetryOptions {
  /** Called before each pause that precedes another attempt. What it throws ends the operation. */
  onRetry?: ((event: ChatRetryEvent) => void) | undefined;
}

/** A policy of the application's own. */
export interface AdditionalPolicyConfig {
  policy: PipelinePolicy;
  /** `perCall`: once per operation or page. `perRetry`: for each attempt. */
  position: "perCall" | "perRetry";
}

/** Options of a client. */
export interface ChatClientOptions extends PipelineOptions {
  /**
   * The version of the service to speak, `2025-03-15` when absent. Images and the sending of attachments
   * need `2024-06-05-preview`. An older version leaves out what it does not know, such as metadata.
   */
  apiVersion?: string;
  /** How failures are tried again: 3 retries, the first after about a second. */
  retryOptions?: ChatRetryOptions;
  /** What sends the requests, instead of Node's http client or the browser's fetch. */
  httpClient?: HttpClient;
  /** Policies of your own, and where in the pipeline they stand. */
  additionalPolicies?: AdditionalPolicyConfig[];
  /** Which headers and query parameters may appear in the log; all others are redacted. */
  loggingOptions?: LogPolicyOptions;
  /**
   * `true` makes a response an error (`PARSE_ERROR`, with the JSON path) if it lacks a required property, or has a value
   * of an unexpected type. By default such values pass through as they come, and a warning is logged once for each
   * operation and path. Switch it on in tests.
   */
  validateResponses?: boolean;
  /** Taken for compatibility, without effect: http is allowed to loopback hosts and to no others. */
  allowInsecureConnection?: boolean;
  /** How real-time notifications are received. */
  realtime?: RealtimeOptions;
}

/** Options of a client of one thread. */
export interface ChatThreadClientOptions extends ChatClientOptions {}

/** Sends more participants than one call takes. */
export interface BatchOptions {
  /**
   * `true` sends more than 200 participants in as many calls as it needs, one after the other, and gives
   * their results as one. When a later call fails, the participants of the earlier ones are in the thread.
   * Off by default: then more than 200 are refused.
   */
  batches?: boolean | undefined;
}

/** Options of `createChatThread`. */
export interface CreateChatThreadOptions extends OperationOptions, BatchOptions {
  /** Who is in it besides yourself. */
  participants?: ChatParticipant[] | undefined;
  /**
   * A create with a token that was used before gives the thread of then instead of a second one. When
   * absent each call makes a token of its own, which its retries share.
   */
  idempotencyToken?: string | undefined;
  /** Names and values of your own, 1 KB in all. Since `2025-03-15`, and in `2024-06-05-preview`. */
  metadata?: Record<string, string> | undefined;
  /** When the service deletes the thread by itself. Since `2025-03-15`, and in `2024-06-05-preview`. */
  retentionPolicy?: ChatRetentionPolicy | undefined;
}

/** Options of lists. */
export interface PageOptions extends OperationOptions {
  /** Items on a page at most; the service decides when absent. */
  maxPageSize?: number | undefined;
}

/** Options of `listChatThreads`. */
export interface ListChatThreadsOptions extends PageOptions {
  /** Only threads with something new since then: a Date, or an ISO 8601 string. */
  startTime?: Date | string | undefined;
}

/** Options of `listMessages`. */
export interface ListMessagesOptions extends PageOptions {
  /** Only messages since then: a Date, or an ISO 8601 string. */
  startTime?: Date | string | undefined;
}

/** Options of `listParticipants`. */
export interface ListParticipantsOptions extends PageOptions {
  /** How many to leave out at the start. */
  skip?: number | undefined;
}

/** Options of `listReadReceipts`. */
export interface ListReadReceiptsOptions extends PageOptions {
  /** How many to leave out at the start. */
  skip?: number | undefined;
}

/** Options of `sendMessage`. */
export interface SendMessageOptions extends OperationOptions {
  /** The name the others see, push notifications too. */
  senderDisplayName?: string | undefined;
  /** `text` when absent. */
  type?: ChatMessageType | undefined;
  /** Names and values of your own. Since `2021-09-07`. */
  metadata?: Record<string, string> | undefined;
  /** What hangs on the message, uploaded before (`2024-06-05-preview` only). */
  attachments?: ChatAttachment[] | undefined;
  /**
   * `true` sends once, also over failures that leave open whether the message arrived. An id of this call travels in
   * the metadata (`acsChatSendId`; an id that `metadata` already has under that key is kept). After such a failure
   * the newest messages are read, and the message is sent again only if it is not there. Off by default: then such
   * a failure is thrown. Needs a version since `2021-09-07`.
   *
   * After a timeout the search waits as long as the timeout again, at least 1 and at most 10 seconds; after other
   * failures as long as any retry does. A service that carries the attempt out even later has the message twice.
   */
  safeRetry?: boolean | undefined;
}

/** Options of `updateMessage`. */
export interface UpdateMessageOptions extends OperationOptions {
  /** The new text; the old one stays when absent. */
  content?: string | undefined;
  /** Merged into the metadata of the message; an empty value or `null` removes a name. Since `2021-09-07`. */
  metadata?: Record<string, string | null> | null | undefined;
  /** What hangs on the message from now on (`2024-06-05-preview` only). */
  attachments?: ChatAttachment[] | undefined;
}

/** Options of `updateProperties`. */
export interface UpdateChatThreadPropertiesOptions extends OperationOptions {
  /** The new topic; the old one stays when absent. */
  topic?: string | null | undefined;
  /**
   * Merged into the metadata of the thread; an empty value or `null` removes a name, `null` for all removes all.
   * Since `2025-03-15`, and in `2024-06-05-preview`.
   */
  metadata?: Record<string, string | null> | null | undefined;
  /**
   * When the service deletes the thread by itself; `null` removes the policy. Since `2025-03-15`, and in
   * `2024-06-05-preview`.
   */
  retentionPolicy?: ChatRetentionPolicy | null | undefined;
}

/** Options of `addParticipants`. */
export interface AddParticipantsOptions extends OperationOptions, BatchOptions {}

/** Options of `sendTypingNotification`. */
export interface SendTypingNotificationOptions extends OperationOptions {
  /** The name the others see. Since `2021-09-07`. */
  senderDisplayName?: string | undefined;
}

/** Options of `downloadAttachment`. */
export interface DownloadAttachmentOptions extends OperationOptions {
  /** Whether to fetch the small picture (`previewUrl`) instead of the file (`url`). Default: `false`. */
  preview?: boolean | undefined;
}

/** Options of `uploadImage`. */
export interface UploadImageOptions extends OperationOptions {
  /** Taken for compatibility, without effect: a stream is read to its end before it is sent. */
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

/** @deprecated Microsoft's client has two names for it; use {@link ListMessagesOptions}. */
export type RestListMessagesOptions = ListMessagesOptions;
/** @deprecated Microsoft's client has two names for it; use {@link ListChatThreadsOptions}. */
export type RestListChatThreadsOptions = ListChatThreadsOptions;
/** @deprecated Microsoft's client has two names for it; use {@link ListParticipantsOptions}. */
export type RestListParticipantsOptions = ListParticipantsOptions;
/** @deprecated Microsoft's client has two names for it; use {@link ListReadReceiptsOptions}. */
export type RestListReadReceiptsOptions = ListReadReceiptsOptions;
