// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

/** The thread to create. */
export interface CreateChatThreadRequest {
  /** The topic of the thread. */
  topic: string;
  /** The participants besides the creator, who is always added. */
  participants?: ChatParticipant[];
  /**
   * The application's own metadata of the thread. Since api-version 2025-03-15, and
   * 2024-06-05-preview.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  metadata?: Record<string, string>;
  /**
   * When the service deletes the thread on its own. Since api-version 2025-03-15, and
   * 2024-06-05-preview.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  retentionPolicy?: ChatRetentionPolicy;
}

/** A participant of a thread. */
export interface ChatParticipant {
  /** The participant's identifier. */
  communicationIdentifier: CommunicationIdentifierModel;
  /** The participant's display name. */
  displayName?: string;
  /**
   * The time from which the participant can read messages; 1970-01-01 shares the whole history.
   */
  shareHistoryTime?: Date;
  /**
   * The application's own metadata of the participant. Since api-version 2025-03-15, and
   * 2024-06-05-preview.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  metadata?: Record<string, string>;
}

/**
 * Identifies a participant. At most one of the properties for specific kinds is present. A
 * response can have `rawId` alone; a request can omit `rawId`.
 */
export interface CommunicationIdentifierModel {
  /**
   * The kind of the participant. Since api-version 2023-11-07.
   *
   * API versions `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
   */
  kind?: CommunicationIdentifierModelKind;
  /** The identifier as one string, for example `8:acs:<resource>_<user>`. */
  rawId?: string;
  /** Present if the participant is a user of Communication Services. */
  communicationUser?: CommunicationUserIdentifierModel;
  /** Present if the participant is a phone number. */
  phoneNumber?: PhoneNumberIdentifierModel;
  /** Present if the participant is a user of Microsoft Teams. */
  microsoftTeamsUser?: MicrosoftTeamsUserIdentifierModel;
  /**
   * Present if the participant is an application of Microsoft Teams. Since api-version 2024-03-07.
   *
   * API versions `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
   */
  microsoftTeamsApp?: MicrosoftTeamsAppIdentifierModel;
  /**
   * Present if the participant is a Teams Phone user who works through a resource. Since api-version
   * 2025-03-15.
   *
   * API version `2025-03-15` only.
   */
  teamsExtensionUser?: TeamsExtensionUserIdentifierModel;
}

/** A user of Communication Services. */
export interface CommunicationUserIdentifierModel {
  /** The user's id, assigned by the identity API. */
  id: string;
}

/** A phone number. */
export interface PhoneNumberIdentifierModel {
  /** The phone number, usually in E.164 format. */
  value: string;
  /**
   * Whether the number is withheld; `value` is then `anonymous`. Default: `false`. Since api-version
   * 2025-03-15.
   *
   * API version `2025-03-15` only.
   */
  isAnonymous?: boolean;
  /**
   * Distinguishes participants with the same number. Since api-version 2025-03-15.
   *
   * API version `2025-03-15` only.
   */
  assertedId?: string;
}

/** A user of Microsoft Teams. */
export interface MicrosoftTeamsUserIdentifierModel {
  /** The Microsoft Entra object id of the user, or the visitor id of an anonymous one. */
  userId: string;
  /** Whether the user joined without an account. Default: `false`. */
  isAnonymous?: boolean;
  /** The user's cloud. Default: `public`. */
  cloud?: CommunicationCloudEnvironmentModel;
}

/**
 * An application of Microsoft Teams. Since api-version 2024-03-07.
 *
 * API versions `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
 */
export interface MicrosoftTeamsAppIdentifierModel {
  /** The Microsoft Entra object id of the application. */
  appId: string;
  /** The application's cloud. Default: `public`. */
  cloud?: CommunicationCloudEnvironmentModel;
}

/**
 * A user of Microsoft Teams Phone who works through a Communication Services resource. Since
 * api-version 2025-03-15.
 *
 * API version `2025-03-15` only.
 */
export interface TeamsExtensionUserIdentifierModel {
  /** The Microsoft Entra object id of the user. */
  userId: string;
  /** The tenant that the user belongs to. */
  tenantId: string;
  /** The Communication Services resource that the user works through. */
  resourceId: string;
  /** The user's cloud. Default: `public`. */
  cloud?: CommunicationCloudEnvironmentModel;
}

/**
 * The common properties of all kinds of {@link ChatRetentionPolicy}, including kinds that this
 * version does not know.
 */
export interface ChatRetentionPolicyBase {
  /** The kind of the policy. */
  kind: RetentionPolicyKind;
}

/**
 * When the service deletes a thread on its own. Since api-version 2025-03-15, and
 * 2024-06-05-preview.
 *
 * `kind` identifies the kind. An unknown kind is returned with all its properties, as a {@link
 * ChatRetentionPolicyBase}.
 *
 * API versions `2024-06-05-preview`, `2025-03-15` only.
 */
export type ChatRetentionPolicy = ThreadCreationDateRetentionPolicy | NoneRetentionPolicy;

/**
 * Deletes the thread a number of days after its creation. Since api-version 2025-03-15, and
 * 2024-06-05-preview.
 *
 * API versions `2024-06-05-preview`, `2025-03-15` only.
 */
export interface ThreadCreationDateRetentionPolicy extends ChatRetentionPolicyBase {
  /**
   * The kind of the policy.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  kind: "threadCreationDate";
  /**
   * The days from the thread's creation to its deletion.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  deleteThreadAfterDays: number;
}

/**
 * Keeps the thread. Since api-version 2025-03-15, and 2024-06-05-preview.
 *
 * API versions `2024-06-05-preview`, `2025-03-15` only.
 */
export interface NoneRetentionPolicy extends ChatRetentionPolicyBase {
  /**
   * The kind of the policy.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  kind: "none";
}

/** The new thread, and the participants who could not be added. */
export interface CreateChatThreadResult {
  /** The thread. */
  chatThread?: ChatThreadProperties;
  /**
   * One error for each participant who could not be added; absent if all were. `target` is the
   * participant's id.
   */
  readonly invalidParticipants?: CommunicationError[];
}

/** A thread. */
export interface ChatThreadProperties {
  /** The id of the thread. */
  id: string;
  /** The topic of the thread. */
  topic: string;
  /** When the thread was created. */
  createdOn: Date;
  /** The user who created the thread. */
  createdByCommunicationIdentifier: CommunicationIdentifierModel;
  /** When the thread was deleted; absent if it was not. */
  deletedOn?: Date;
  /**
   * The application's own metadata of the thread. Since api-version 2025-03-15, and
   * 2024-06-05-preview.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  metadata?: Record<string, string>;
  /**
   * When the service deletes the thread on its own. Since api-version 2025-03-15, and
   * 2024-06-05-preview.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  retentionPolicy?: ChatRetentionPolicy;
  /**
   * Restricts what participants can send. Only in api-version 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  messagingPolicy?: MessagingPolicy;
}

/**
 * Restricts what participants can send to a thread. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 */
export interface MessagingPolicy {
  /** Whether participants can send only text. */
  textOnlyChat?: boolean;
}

/** An error of the service. */
export interface CommunicationError {
  /** The error code, for programs. */
  code: string;
  /** A description of the error, for people. */
  message: string;
  /** The object of the error; for a participant who could not be added, the participant's id. */
  readonly target?: string;
  /** The errors that caused this error. */
  readonly details?: CommunicationError[];
  /** A more specific error. */
  readonly innererror?: CommunicationError;
}

/** The error response of the service. */
export interface CommunicationErrorResponse {
  /** The error. */
  error: CommunicationError;
}

/** A page of a user's threads. */
export interface ChatThreadsItemCollection {
  /** The threads of the page, ordered by their last message, newest first. */
  value: ChatThreadItem[];
  /** The URL of the next page; absent on the last page. */
  readonly nextLink?: string;
}

/** A thread in the list of a user's threads. */
export interface ChatThreadItem {
  /** The id of the thread. */
  id: string;
  /** The topic of the thread. */
  topic: string;
  /** When the thread was deleted; absent if it was not. */
  deletedOn?: Date;
  /** When the service received the thread's last message. */
  readonly lastMessageReceivedOn?: Date;
}

/** A page of a thread's read receipts. */
export interface ChatMessageReadReceiptsCollection {
  /** The read receipts of the page, at most one for each participant. */
  value: ChatMessageReadReceipt[];
  /** The URL of the next page; absent on the last page. */
  readonly nextLink?: string;
}

/** The last message that a participant has read. */
export interface ChatMessageReadReceipt {
  /** The participant who read the message. */
  senderCommunicationIdentifier: CommunicationIdentifierModel;
  /** The id of the last message that the participant has read. */
  chatMessageId: string;
  /** When the participant read the message. */
  readOn: Date;
}

/** Marks the thread as read up to a message. */
export interface SendReadReceiptRequest {
  /** The id of the last message that the caller has read. */
  chatMessageId: string;
}

/** A message to send. */
export interface SendChatMessageRequest {
  /** The content of the message. */
  content: string;
  /** The sender's display name, which also appears in push notifications. */
  senderDisplayName?: string;
  /** The type of the message: `text` or `html`. Default: `text`. */
  type?: ChatMessageType;
  /**
   * The application's own metadata of the message. Since api-version 2021-09-07.
   *
   * API versions `2021-09-07`, `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
   */
  metadata?: Record<string, string>;
  /**
   * The message's attachments, which must have been uploaded. Only in api-version
   * 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  attachments?: ChatAttachment[];
}

/**
 * An attachment of a message. Since api-version 2023-11-07.
 *
 * API versions `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
 */
export interface ChatAttachment {
  /** The id of the attachment. */
  id: string;
  /** The type of the attachment. */
  attachmentType: ChatAttachmentType;
  /**
   * The file extension of the attachment. Only in api-version 2023-11-07.
   *
   * API version `2023-11-07` only.
   */
  extension?: string;
  /** The name of the attachment. */
  name?: string;
  /** The URL to download the attachment. */
  url?: string;
  /** The URL to download a preview of the attachment. */
  previewUrl?: string;
}

/** The result of sending a message. */
export interface SendChatMessageResult {
  /** The message's id, assigned by the service. */
  id: string;
}

/** A page of a thread's messages. */
export interface ChatMessagesCollection {
  /** The messages of the page, ordered by version, highest first. */
  value: ChatMessage[];
  /** The URL of the next page; absent on the last page. */
  readonly nextLink?: string;
}

/** A message of a thread. */
export interface ChatMessage {
  /** The id of the message. An edit does not change it. */
  id: string;
  /** The type of the message. */
  type: ChatMessageType;
  /**
   * The position of the message in the thread, an integer as a string. An edit or deletion changes
   * it.
   */
  sequenceId: string;
  /** The version of the message. An edit or deletion changes it. */
  version: string;
  /** The content of the message; empty if the message was deleted. */
  content?: ChatMessageContent;
  /** The sender's display name; absent in messages that the service wrote. */
  senderDisplayName?: string;
  /** When the service received the message. */
  createdOn: Date;
  /** The sender of the message; absent in messages that the service wrote. */
  senderCommunicationIdentifier?: CommunicationIdentifierModel;
  /** When the message was deleted; absent if it was not. */
  deletedOn?: Date;
  /** When the message was last edited; absent if it never was. */
  editedOn?: Date;
  /**
   * The application's own metadata of the message. Since api-version 2021-09-07.
   *
   * API versions `2021-09-07`, `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
   */
  metadata?: Record<string, string>;
  /**
   * Present if the message violates a policy of the sender's organization. Only in api-version
   * 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  policyViolation?: PolicyViolation;
}

/** The content of a message. Which properties are present depends on the message's type. */
export interface ChatMessageContent {
  /** The text or HTML, in messages of type `text` or `html`. */
  message?: string;
  /** The new topic, in messages of type `topicUpdated`. */
  topic?: string;
  /**
   * The participants who were added or removed, in messages of type `participantAdded` and
   * `participantRemoved`.
   */
  participants?: ChatParticipant[];
  /**
   * The attachments of the message. Since api-version 2023-11-07.
   *
   * API versions `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
   */
  attachments?: ChatAttachment[];
  /** The user who changed the topic, or who added or removed the participants. */
  initiatorCommunicationIdentifier?: CommunicationIdentifierModel;
}

/**
 * The violation of a policy by a message. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 */
export interface PolicyViolation {
  /** The effect of the violation. */
  state: PolicyViolationMessageState;
}

/** The changes to a message. Absent properties do not change. */
export interface UpdateChatMessageRequest {
  /** The new content. */
  content?: string | null;
  /**
   * Merged into the message's metadata; an empty value removes an entry. Since api-version
   * 2021-09-07.
   *
   * API versions `2021-09-07`, `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
   */
  metadata?: Record<string, string | null> | null;
  /**
   * Replaces the message's attachments. Only in api-version 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  attachments?: ChatAttachment[] | null;
}

/** A page of a thread's participants. */
export interface ChatParticipantsCollection {
  /** The participants of the page, in the order in which they were added. */
  value: ChatParticipant[];
  /** The URL of the next page; absent on the last page. */
  readonly nextLink?: string;
}

/** The participants to add to a thread. */
export interface AddChatParticipantsRequest {
  /** The participants to add. */
  participants: ChatParticipant[];
}

/** The participants who could not be added to a thread. */
export interface AddChatParticipantsResult {
  /**
   * One error for each participant who could not be added; absent if all were. `target` is the
   * participant's id.
   */
  readonly invalidParticipants?: CommunicationError[];
}

/** The changes to a thread. Absent properties do not change. */
export interface UpdateChatThreadRequest {
  /** The new topic. */
  topic?: string | null;
  /**
   * Merged into the thread's metadata; an empty value removes an entry. Since api-version
   * 2025-03-15, and 2024-06-05-preview.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  metadata?: Record<string, string | null> | null;
  /**
   * The new retention policy. Since api-version 2025-03-15, and 2024-06-05-preview.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  retentionPolicy?: ChatRetentionPolicy | null;
}

/**
 * A typing notification. Since api-version 2021-09-07.
 *
 * API versions `2021-09-07`, `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
 */
export interface SendTypingNotificationRequest {
  /** The caller's display name, which also appears in push notifications. */
  senderDisplayName?: string;
}

/**
 * The uploaded image. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 */
export interface UploadChatImageResult {
  /** The id of the image, to use in the attachments of a message. */
  id: string;
  /** The type of the attachment. */
  attachmentType?: ChatAttachmentType;
  /** The file name of the image. */
  name?: string;
}

/**
 * The error response of operations on images. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 */
export interface ErrorResponse {
  /** The error. */
  error?: ErrorModel;
}

/**
 * An error of an operation on an image. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 */
export interface ErrorModel {
  /** The error code, for programs. */
  code: string;
  /** A description of the error, for people. */
  message: string;
  /** The errors that caused this error. */
  details?: ErrorDetail[];
}

/**
 * An error that caused another error. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 */
export interface ErrorDetail {
  /** The error code, for programs. */
  code: string;
  /** A description of the error, for people. */
  message: string;
}

/**
 * The kinds of participants. Later versions can add kinds; treat a kind that is not listed as
 * `unknown`. Since api-version 2023-11-07.
 *
 * - `unknown`: A participant that only `rawId` identifies.
 * - `communicationUser`: A user of Communication Services.
 * - `phoneNumber`: A phone number.
 * - `microsoftTeamsUser`: A user of Microsoft Teams.
 * - `microsoftTeamsApp`: An application of Microsoft Teams. Since api-version 2024-03-07.
 * - `teamsExtensionUser`: A user of Microsoft Teams Phone who works through a Communication
 * Services resource. Since api-version 2025-03-15.
 *
 * API versions `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
 */
export type CommunicationIdentifierModelKind =
  | "unknown"
  | "communicationUser"
  | "phoneNumber"
  | "microsoftTeamsUser"
  | "microsoftTeamsApp"
  | "teamsExtensionUser"
  | (string & {});

/**
 * The cloud of an identifier. Default: `public`.
 *
 * - `public`: The public Azure cloud.
 * - `dod`: The cloud of the US Department of Defense.
 * - `gcch`: The US Government Community Cloud High.
 */
export type CommunicationCloudEnvironmentModel = "public" | "dod" | "gcch" | (string & {});

/**
 * The kinds of retention policies. Since api-version 2025-03-15, and 2024-06-05-preview.
 *
 * - `threadCreationDate`: The service deletes the thread a number of days after its creation.
 * - `none`: The service keeps the thread.
 *
 * API versions `2024-06-05-preview`, `2025-03-15` only.
 */
export type RetentionPolicyKind = "threadCreationDate" | "none" | (string & {});

/**
 * The types of messages. Later versions can add types. Users send `text` and `html`; the service
 * writes the others.
 *
 * - `text`: Plain text.
 * - `html`: HTML.
 * - `topicUpdated`: The thread's topic was changed.
 * - `participantAdded`: Participants were added to the thread.
 * - `participantRemoved`: Participants were removed from the thread.
 */
export type ChatMessageType =
  | "text"
  | "html"
  | "topicUpdated"
  | "participantAdded"
  | "participantRemoved"
  | (string & {});

/**
 * The types of attachments. Later versions can add types. Since api-version 2023-11-07.
 *
 * - `image`: An image.
 * - `file`: A file. Since api-version 2024-03-07.
 *
 * API versions `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
 */
export type ChatAttachmentType = "image" | "file" | (string & {});

/**
 * The effects of a policy violation. Later versions can add values. Only in api-version
 * 2024-06-05-preview.
 *
 * - `contentBlocked`: The content was withheld.
 * - `warning`: The content was delivered with a warning.
 *
 * API version `2024-06-05-preview` only.
 */
export type PolicyViolationMessageState = "contentBlocked" | "warning" | (string & {});

/**
 * The sizes of an image to download. Later versions can add sizes. Only in api-version
 * 2024-06-05-preview.
 *
 * - `original`: The image as uploaded.
 * - `small`: A small preview.
 *
 * API version `2024-06-05-preview` only.
 */
export type ImageViewType = "original" | "small" | (string & {});

export type GetChatImageResponseContentType =
  | "image/gif"
  | "image/jpeg"
  | "image/png"
  | "image/bmp"
  | "image/tiff";

/**
 * The API versions of the service that this specification covers, oldest first.
 *
 * - `2021-03-07`: The first generally available version.
 * - `2021-09-07`: Adds metadata to messages, and a body with the sender's display name to typing
 * notifications.
 * - `2023-11-07`: Adds attachments to received messages, and `kind` to identifiers.
 * - `2024-03-07`: Adds file attachments and Microsoft Teams app identifiers; removes `extension`
 * from attachments.
 * - `2025-03-15`: Adds Teams extension users and more properties of phone numbers. Generally
 * available.
 */
export type Versions = "2021-03-07" | "2021-09-07" | "2023-11-07" | "2024-03-07" | "2025-03-15";
