// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec b4deabd111e1be4d. Do not edit.

/** What a new thread shall be like. */
export interface CreateChatThreadRequest {
  /** The topic of the thread. */
  topic: string;
  /** Who shall take part, besides the creator, who is added without being named. */
  participants?: ChatParticipant[];
  /**
   * Key and value pairs that the application keeps with the thread. Since api-version 2025-03-15,
   * and 2024-06-05-preview.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  metadata?: Record<string, string>;
  /**
   * When the thread is deleted by itself. Since api-version 2025-03-15, and 2024-06-05-preview.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  retentionPolicy?: ChatRetentionPolicy;
}

/** Someone who takes part in a thread. */
export interface ChatParticipant {
  /** Who it is. */
  communicationIdentifier: CommunicationIdentifierModel;
  /** The name to show for the participant. */
  displayName?: string;
  /**
   * The time from which on the participant sees the thread's messages; 1970-01-01 for all of them.
   */
  shareHistoryTime?: Date;
  /**
   * Key and value pairs that the application keeps with the participant. Since api-version
   * 2025-03-15, and 2024-06-05-preview.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  metadata?: Record<string, string>;
}

/**
 * Names a participant. At most one of the properties for the specific kinds is set; `rawId` alone
 * is enough in an answer, and may be left out of a request.
 */
export interface CommunicationIdentifierModel {
  /**
   * Which kind of participant this is. Since api-version 2023-11-07.
   *
   * API versions `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
   */
  kind?: CommunicationIdentifierModelKind;
  /** The whole identifier in one string, for example `8:acs:<resource>_<user>`. */
  rawId?: string;
  /** Set if the participant is a user of Communication Services. */
  communicationUser?: CommunicationUserIdentifierModel;
  /** Set if the participant is a phone number. */
  phoneNumber?: PhoneNumberIdentifierModel;
  /** Set if the participant is a user of Microsoft Teams. */
  microsoftTeamsUser?: MicrosoftTeamsUserIdentifierModel;
  /**
   * Set if the participant is an application of Microsoft Teams. Since api-version 2024-03-07.
   *
   * API versions `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
   */
  microsoftTeamsApp?: MicrosoftTeamsAppIdentifierModel;
  /**
   * Set if the participant is a Teams Phone user who works through a resource. Since api-version
   * 2025-03-15.
   *
   * API version `2025-03-15` only.
   */
  teamsExtensionUser?: TeamsExtensionUserIdentifierModel;
}

/** A user of Communication Services. */
export interface CommunicationUserIdentifierModel {
  /** The user's id, as the identity API gave it. */
  id: string;
}

/** A phone number. */
export interface PhoneNumberIdentifierModel {
  /** The number, as a rule in E.164 format. */
  value: string;
  /**
   * True if the number is withheld; `value` is then `anonymous`. False where it is absent. Since
   * api-version 2025-03-15.
   *
   * API version `2025-03-15` only.
   */
  isAnonymous?: boolean;
  /**
   * Tells participants with the same number apart. Since api-version 2025-03-15.
   *
   * API version `2025-03-15` only.
   */
  assertedId?: string;
}

/** A user of Microsoft Teams. */
export interface MicrosoftTeamsUserIdentifierModel {
  /** The Microsoft Entra object id of the user, or the visitor id of an anonymous one. */
  userId: string;
  /** True for a user who joined without an account. False where it is absent. */
  isAnonymous?: boolean;
  /** The cloud that the user belongs to. Public where it is absent. */
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
  /** The cloud that the application belongs to. Public where it is absent. */
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
  /** The cloud that the user belongs to. Public where it is absent. */
  cloud?: CommunicationCloudEnvironmentModel;
}

/**
 * What all kinds of {@link ChatRetentionPolicy} share, also those that this version does not know.
 */
export interface ChatRetentionPolicyBase {
  /** Which policy this is. */
  kind: RetentionPolicyKind;
}

/**
 * Says when a thread is deleted by itself. Since api-version 2025-03-15, and 2024-06-05-preview.
 *
 * Which one it is, `kind` tells. A kind that is not listed arrives whole, as a {@link
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
   * Tells this policy from the others.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  kind: "threadCreationDate";
  /**
   * After how many days the thread is deleted, counted from its creation.
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
   * Tells this policy from the others.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  kind: "none";
}

/** The new thread, and who could not be added to it. */
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
  /** Who created the thread. */
  createdByCommunicationIdentifier: CommunicationIdentifierModel;
  /** When the thread was deleted; absent as long as it is not. */
  deletedOn?: Date;
  /**
   * Key and value pairs that the application keeps with the thread. Since api-version 2025-03-15,
   * and 2024-06-05-preview.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  metadata?: Record<string, string>;
  /**
   * When the thread is deleted by itself. Since api-version 2025-03-15, and 2024-06-05-preview.
   *
   * API versions `2024-06-05-preview`, `2025-03-15` only.
   */
  retentionPolicy?: ChatRetentionPolicy;
  /**
   * What may be sent in the thread. Only in api-version 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  messagingPolicy?: MessagingPolicy;
}

/**
 * What may be sent in a thread. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 */
export interface MessagingPolicy {
  /** True if only text may be sent. */
  textOnlyChat?: boolean;
}

/** One error of the service. */
export interface CommunicationError {
  /** The error code, for programs to tell errors apart. */
  code: string;
  /** What went wrong, for a person to read. */
  message: string;
  /** What the error is about: for a participant who could not be added, that participant's id. */
  readonly target?: string;
  /** The errors that led to this one. */
  readonly details?: CommunicationError[];
  /** The error beneath this one. */
  readonly innererror?: CommunicationError;
}

/** What the service says when a request is refused. */
export interface CommunicationErrorResponse {
  /** What went wrong. */
  error: CommunicationError;
}

/** One page of the threads of a user. */
export interface ChatThreadsItemCollection {
  /** The threads of this page, the one with the newest message first. */
  value: ChatThreadItem[];
  /** The address of the next page; absent on the last one. */
  readonly nextLink?: string;
}

/** A thread as it stands in the list of a user's threads. */
export interface ChatThreadItem {
  /** The id of the thread. */
  id: string;
  /** The topic of the thread. */
  topic: string;
  /** When the thread was deleted; absent as long as it is not. */
  deletedOn?: Date;
  /** When the newest message of the thread arrived at the service. */
  readonly lastMessageReceivedOn?: Date;
}

/** One page of the read receipts of a thread. */
export interface ChatMessageReadReceiptsCollection {
  /** The read receipts of this page, at most one for each participant. */
  value: ChatMessageReadReceipt[];
  /** The address of the next page; absent on the last one. */
  readonly nextLink?: string;
}

/** How far a participant has read. */
export interface ChatMessageReadReceipt {
  /** Who has read. */
  senderCommunicationIdentifier: CommunicationIdentifierModel;
  /** The id of the newest message that was read. */
  chatMessageId: string;
  /** When the message was read. */
  readOn: Date;
}

/** Says how far the caller has read. */
export interface SendReadReceiptRequest {
  /** The id of the newest message that the caller has read. */
  chatMessageId: string;
}

/** A message to send. */
export interface SendChatMessageRequest {
  /** The content of the message. */
  content: string;
  /** The sender's name to show with the message, in push notifications too. */
  senderDisplayName?: string;
  /** The type of the message: `text`, which is the default, or `html`. */
  type?: ChatMessageType;
  /**
   * Key and value pairs that the application keeps with the message. Since api-version 2021-09-07.
   *
   * API versions `2021-09-07`, `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
   */
  metadata?: Record<string, string>;
  /**
   * Images that belong to the message, uploaded before. Only in api-version 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  attachments?: ChatAttachment[];
}

/**
 * Something that belongs to a message besides its text. Since api-version 2023-11-07.
 *
 * API versions `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
 */
export interface ChatAttachment {
  /** The id of the attachment. */
  id: string;
  /** What the attachment is. */
  attachmentType: ChatAttachmentType;
  /**
   * The file extension of the attachment. Only in api-version 2023-11-07.
   *
   * API version `2023-11-07` only.
   */
  extension?: string;
  /** The name of the attachment. */
  name?: string;
  /** Where the attachment can be downloaded. */
  url?: string;
  /** Where a preview of the attachment can be downloaded. */
  previewUrl?: string;
}

/** What the service made of a sent message. */
export interface SendChatMessageResult {
  /** The id that the service gave the message. */
  id: string;
}

/** One page of the messages of a thread. */
export interface ChatMessagesCollection {
  /** The messages of this page, the one with the highest version first. */
  value: ChatMessage[];
  /** The address of the next page; absent on the last one. */
  readonly nextLink?: string;
}

/** A message of a thread. */
export interface ChatMessage {
  /** The id of the message. It stays the same when the message is edited. */
  id: string;
  /** The type of the message. */
  type: ChatMessageType;
  /**
   * The place of the message in the thread: a whole number in a string. An edited or deleted message
   * gets a new one.
   */
  sequenceId: string;
  /** The version of the message. An edited or deleted message gets a new one. */
  version: string;
  /** The content of the message; of a deleted message, an empty one. */
  content?: ChatMessageContent;
  /** The sender's name to show with the message; absent on messages of the service. */
  senderDisplayName?: string;
  /** When the message arrived at the service. */
  createdOn: Date;
  /** Who sent the message; absent on messages of the service. */
  senderCommunicationIdentifier?: CommunicationIdentifierModel;
  /** When the message was deleted; absent as long as it is not. */
  deletedOn?: Date;
  /** When the message was last edited; absent if it never was. */
  editedOn?: Date;
  /**
   * Key and value pairs that the application keeps with the message. Since api-version 2021-09-07.
   *
   * API versions `2021-09-07`, `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
   */
  metadata?: Record<string, string>;
  /**
   * What a policy of the sender's organization found in the message. Only in api-version
   * 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  policyViolation?: PolicyViolation;
}

/** The content of a message. Which properties are set depends on the type of the message. */
export interface ChatMessageContent {
  /** The text or HTML, in a message of type `text` or `html`. */
  message?: string;
  /** The new topic, in a message of type `topicUpdated`. */
  topic?: string;
  /**
   * Who was added or removed, in a message of type `participantAdded` or `participantRemoved`.
   */
  participants?: ChatParticipant[];
  /**
   * The attachments of the message. Since api-version 2023-11-07.
   *
   * API versions `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
   */
  attachments?: ChatAttachment[];
  /** Who changed the topic, or added or removed the participants. */
  initiatorCommunicationIdentifier?: CommunicationIdentifierModel;
}

/**
 * What a policy found in a message. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 */
export interface PolicyViolation {
  /** What was done with the message. */
  state: PolicyViolationMessageState;
}

/** What shall change in a message. Properties that are left out stay as they are. */
export interface UpdateChatMessageRequest {
  /** The new content. */
  content?: string | null;
  /**
   * Pairs to merge into the message's metadata; an empty value removes its key. Since api-version
   * 2021-09-07.
   *
   * API versions `2021-09-07`, `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
   */
  metadata?: Record<string, string | null> | null;
  /**
   * The images that belong to the message from now on. Only in api-version 2024-06-05-preview.
   *
   * API version `2024-06-05-preview` only.
   */
  attachments?: ChatAttachment[] | null;
}

/** One page of the participants of a thread. */
export interface ChatParticipantsCollection {
  /** The participants of this page, in the order in which they were added. */
  value: ChatParticipant[];
  /** The address of the next page; absent on the last one. */
  readonly nextLink?: string;
}

/** Who shall be added to a thread. */
export interface AddChatParticipantsRequest {
  /** The participants to add. */
  participants: ChatParticipant[];
}

/** Who could not be added to a thread. */
export interface AddChatParticipantsResult {
  /**
   * One error for each participant who could not be added; absent if all were. `target` is the
   * participant's id.
   */
  readonly invalidParticipants?: CommunicationError[];
}

/** What shall change in a thread. Properties that are left out stay as they are. */
export interface UpdateChatThreadRequest {
  /** The new topic. */
  topic?: string | null;
  /**
   * Pairs to merge into the thread's metadata; an empty value removes its key. Since api-version
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
 * What to tell the others while the caller types. Since api-version 2021-09-07.
 *
 * API versions `2021-09-07`, `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
 */
export interface SendTypingNotificationRequest {
  /** The name to show for the caller, in push notifications too. */
  senderDisplayName?: string;
}

/**
 * The uploaded image. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 */
export interface UploadChatImageResult {
  /** The id of the image, for attachments of messages to name it. */
  id: string;
  /** What kind of attachment the image is. */
  attachmentType?: ChatAttachmentType;
  /** The name of the image's file. */
  name?: string;
}

/**
 * What the service says when an operation on an image fails. Only in api-version
 * 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 */
export interface ErrorResponse {
  /** What went wrong. */
  error?: ErrorModel;
}

/**
 * One error of an operation on an image. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 */
export interface ErrorModel {
  /** The error code, for programs to tell errors apart. */
  code: string;
  /** What went wrong, for a person to read. */
  message: string;
  /** The errors that led to this one. */
  details?: ErrorDetail[];
}

/**
 * An error that led to another. Only in api-version 2024-06-05-preview.
 *
 * API version `2024-06-05-preview` only.
 */
export interface ErrorDetail {
  /** The error code, for programs to tell errors apart. */
  code: string;
  /** What went wrong, for a person to read. */
  message: string;
}

/**
 * The kinds of participants. Treat one that is not listed as `unknown`: more may come. Since
 * api-version 2023-11-07.
 *
 * - `unknown`: A participant that only `rawId` tells anything about.
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
 * The cloud that an identifier belongs to. `public` is meant where none is given.
 *
 * - `public`: The public Azure cloud.
 * - `dod`: The cloud of the US Department of Defense.
 * - `gcch`: The US Government Community Cloud High.
 */
export type CommunicationCloudEnvironmentModel = "public" | "dod" | "gcch" | (string & {});

/**
 * The kinds of retention policies. Since api-version 2025-03-15, and 2024-06-05-preview.
 *
 * - `threadCreationDate`: The thread is deleted a number of days after its creation.
 * - `none`: The thread is kept.
 *
 * API versions `2024-06-05-preview`, `2025-03-15` only.
 */
export type RetentionPolicyKind = "threadCreationDate" | "none" | (string & {});

/**
 * The types of messages. More types may come. A user may send the first two; the others come from
 * the service.
 *
 * - `text`: Plain text.
 * - `html`: HTML.
 * - `topicUpdated`: The topic of the thread was changed.
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
 * The types of attachments. More types may come. Since api-version 2023-11-07.
 *
 * - `image`: An image.
 * - `file`: A file. Since api-version 2024-03-07.
 *
 * API versions `2023-11-07`, `2024-03-07`, `2024-06-05-preview`, `2025-03-15` only.
 */
export type ChatAttachmentType = "image" | "file" | (string & {});

/**
 * What a policy does with a message. More values may come. Only in api-version 2024-06-05-preview.
 *
 * - `contentBlocked`: The content was withheld.
 * - `warning`: The content was delivered with a warning.
 *
 * API version `2024-06-05-preview` only.
 */
export type PolicyViolationMessageState = "contentBlocked" | "warning" | (string & {});

/**
 * The sizes in which an image can be fetched. More may come. Only in api-version
 * 2024-06-05-preview.
 *
 * - `original`: The image as it was uploaded.
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
 * - `2024-03-07`: Adds file attachments and Microsoft Teams app identifiers; takes `extension`
 * from attachments.
 * - `2025-03-15`: Adds Teams extension users and more about phone numbers; generally available.
 */
export type Versions = "2021-03-07" | "2021-09-07" | "2023-11-07" | "2024-03-07" | "2025-03-15";
