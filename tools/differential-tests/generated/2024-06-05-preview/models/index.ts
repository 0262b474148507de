import * as coreClient from "@azure/core-client";

export type ChatRetentionPolicyUnion =
  ChatRetentionPolicy | NoneRetentionPolicy | ThreadCreationDateRetentionPolicy;

/** A page of a user's threads. */
export interface ChatThreadsItemCollection {
  /** The threads of the page, ordered by their last message, newest first. */
  value: ChatThreadItem[];
  /**
   * The URL of the next page; absent on the last page.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
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
  /**
   * When the service received the thread's last message.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
  readonly lastMessageReceivedOn?: Date;
}

/** The error response of the service. */
export interface CommunicationErrorResponse {
  /** The error. */
  error: CommunicationError;
}

/** An error of the service. */
export interface CommunicationError {
  /** The error code, for programs. */
  code: string;
  /** A description of the error, for people. */
  message: string;
  /**
   * The object of the error; for a participant who could not be added, the participant's id.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
  readonly target?: string;
  /**
   * The errors that caused this error.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
  readonly details?: CommunicationError[];
  /**
   * A more specific error.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
  readonly innererror?: CommunicationError;
}

/** The thread to create. */
export interface CreateChatThreadRequest {
  /** The topic of the thread. */
  topic: string;
  /** The participants besides the creator, who is always added. */
  participants?: ChatParticipant[];
  /** The application's own metadata of the thread. Since api-version 2025-03-15, and 2024-06-05-preview. */
  metadata?: { [propertyName: string]: string };
  /** When the service deletes the thread on its own. Since api-version 2025-03-15, and 2024-06-05-preview. */
  retentionPolicy?: ChatRetentionPolicyUnion;
}

/** A participant of a thread. */
export interface ChatParticipant {
  /** The participant's identifier. */
  communicationIdentifier: CommunicationIdentifierModel;
  /** The participant's display name. */
  displayName?: string;
  /** The time from which the participant can read messages; 1970-01-01 shares the whole history. */
  shareHistoryTime?: Date;
  /** The application's own metadata of the participant. Since api-version 2025-03-15, and 2024-06-05-preview. */
  metadata?: { [propertyName: string]: string };
}

/**
 * Identifies a participant. At most one of the properties for specific kinds is present. A response can have `rawId`
 * alone; a request can omit `rawId`.
 */
export interface CommunicationIdentifierModel {
  /** The kind of the participant. Since api-version 2023-11-07. */
  kind?: CommunicationIdentifierModelKind;
  /** The identifier as one string, for example `8:acs:<resource>_<user>`. */
  rawId?: string;
  /** Present if the participant is a user of Communication Services. */
  communicationUser?: CommunicationUserIdentifierModel;
  /** Present if the participant is a phone number. */
  phoneNumber?: PhoneNumberIdentifierModel;
  /** Present if the participant is a user of Microsoft Teams. */
  microsoftTeamsUser?: MicrosoftTeamsUserIdentifierModel;
  /** Present if the participant is an application of Microsoft Teams. Since api-version 2024-03-07. */
  microsoftTeamsApp?: MicrosoftTeamsAppIdentifierModel;
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

/** An application of Microsoft Teams. Since api-version 2024-03-07. */
export interface MicrosoftTeamsAppIdentifierModel {
  /** The Microsoft Entra object id of the application. */
  appId: string;
  /** The application's cloud. Default: `public`. */
  cloud?: CommunicationCloudEnvironmentModel;
}

/** When the service deletes a thread on its own. Since api-version 2025-03-15, and 2024-06-05-preview. */
export interface ChatRetentionPolicy {
  /** Polymorphic discriminator, which specifies the different types this object can be */
  kind: "none" | "threadCreationDate";
}

/** The new thread, and the participants who could not be added. */
export interface CreateChatThreadResult {
  /** The thread. */
  chatThread?: ChatThreadProperties;
  /**
   * One error for each participant who could not be added; absent if all were. `target` is the participant's id.
   * NOTE: This property will not be serialized. It can only be populated by the server.
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
  /** The application's own metadata of the thread. Since api-version 2025-03-15, and 2024-06-05-preview. */
  metadata?: { [propertyName: string]: string };
  /** When the service deletes the thread on its own. Since api-version 2025-03-15, and 2024-06-05-preview. */
  retentionPolicy?: ChatRetentionPolicyUnion;
  /** Restricts what participants can send. Only in api-version 2024-06-05-preview. */
  messagingPolicy?: MessagingPolicy;
}

/** Restricts what participants can send to a thread. Only in api-version 2024-06-05-preview. */
export interface MessagingPolicy {
  /** Whether participants can send only text. */
  textOnlyChat?: boolean;
}

/** The changes to a thread. Absent properties do not change. */
export interface UpdateChatThreadRequest {
  /** The new topic. */
  topic?: string;
  /** Merged into the thread's metadata; an empty value removes an entry. Since api-version 2025-03-15, and 2024-06-05-preview. */
  metadata?: { [propertyName: string]: string };
  /** The new retention policy. Since api-version 2025-03-15, and 2024-06-05-preview. */
  retentionPolicy?: ChatRetentionPolicyUnion;
}

/** The uploaded image. Only in api-version 2024-06-05-preview. */
export interface UploadChatImageResult {
  /** The id of the image, to use in the attachments of a message. */
  id: string;
  /** The type of the attachment. */
  attachmentType?: ChatAttachmentType;
  /** The file name of the image. */
  name?: string;
}

/** The error response of operations on images. Only in api-version 2024-06-05-preview. */
export interface ErrorResponse {
  /** The error. */
  error?: ErrorModel;
}

/** An error of an operation on an image. Only in api-version 2024-06-05-preview. */
export interface ErrorModel {
  /** The error code, for programs. */
  code: string;
  /** A description of the error, for people. */
  message: string;
  /** The errors that caused this error. */
  details?: ErrorDetail[];
}

/** An error that caused another error. Only in api-version 2024-06-05-preview. */
export interface ErrorDetail {
  /** The error code, for programs. */
  code: string;
  /** A description of the error, for people. */
  message: string;
}

/** A page of a thread's messages. */
export interface ChatMessagesCollection {
  /** The messages of the page, ordered by version, highest first. */
  value: ChatMessage[];
  /**
   * The URL of the next page; absent on the last page.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
  readonly nextLink?: string;
}

/** A message of a thread. */
export interface ChatMessage {
  /** The id of the message. An edit does not change it. */
  id: string;
  /** The type of the message. */
  type: ChatMessageType;
  /** The position of the message in the thread, an integer as a string. An edit or deletion changes it. */
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
  /** The application's own metadata of the message. Since api-version 2021-09-07. */
  metadata?: { [propertyName: string]: string };
  /** Present if the message violates a policy of the sender's organization. Only in api-version 2024-06-05-preview. */
  policyViolation?: PolicyViolation;
}

/** The content of a message. Which properties are present depends on the message's type. */
export interface ChatMessageContent {
  /** The text or HTML, in messages of type `text` or `html`. */
  message?: string;
  /** The new topic, in messages of type `topicUpdated`. */
  topic?: string;
  /** The participants who were added or removed, in messages of type `participantAdded` and `participantRemoved`. */
  participants?: ChatParticipant[];
  /** The attachments of the message. Since api-version 2023-11-07. */
  attachments?: ChatAttachment[];
  /** The user who changed the topic, or who added or removed the participants. */
  initiatorCommunicationIdentifier?: CommunicationIdentifierModel;
}

/** An attachment of a message. Since api-version 2023-11-07. */
export interface ChatAttachment {
  /** The id of the attachment. */
  id: string;
  /** The type of the attachment. */
  attachmentType: ChatAttachmentType;
  /** The name of the attachment. */
  name?: string;
  /** The URL to download the attachment. */
  url?: string;
  /** The URL to download a preview of the attachment. */
  previewUrl?: string;
}

/** The violation of a policy by a message. Only in api-version 2024-06-05-preview. */
export interface PolicyViolation {
  /** The effect of the violation. */
  state: PolicyViolationMessageState;
}

/** A message to send. */
export interface SendChatMessageRequest {
  /** The content of the message. */
  content: string;
  /** The sender's display name, which also appears in push notifications. */
  senderDisplayName?: string;
  /** The type of the message: `text` or `html`. Default: `text`. */
  type?: ChatMessageType;
  /** The application's own metadata of the message. Since api-version 2021-09-07. */
  metadata?: { [propertyName: string]: string };
  /** The message's attachments, which must have been uploaded. Only in api-version 2024-06-05-preview. */
  attachments?: ChatAttachment[];
}

/** The result of sending a message. */
export interface SendChatMessageResult {
  /** The message's id, assigned by the service. */
  id: string;
}

/** The changes to a message. Absent properties do not change. */
export interface UpdateChatMessageRequest {
  /** The new content. */
  content?: string;
  /** Merged into the message's metadata; an empty value removes an entry. Since api-version 2021-09-07. */
  metadata?: { [propertyName: string]: string };
  /** Replaces the message's attachments. Only in api-version 2024-06-05-preview. */
  attachments?: ChatAttachment[];
}

/** A page of a thread's participants. */
export interface ChatParticipantsCollection {
  /** The participants of the page, in the order in which they were added. */
  value: ChatParticipant[];
  /**
   * The URL of the next page; absent on the last page.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
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
   * One error for each participant who could not be added; absent if all were. `target` is the participant's id.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
  readonly invalidParticipants?: CommunicationError[];
}

/** A page of a thread's read receipts. */
export interface ChatMessageReadReceiptsCollection {
  /** The read receipts of the page, at most one for each participant. */
  value: ChatMessageReadReceipt[];
  /**
   * The URL of the next page; absent on the last page.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
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

/** A typing notification. Since api-version 2021-09-07. */
export interface SendTypingNotificationRequest {
  /** The caller's display name, which also appears in push notifications. */
  senderDisplayName?: string;
}

/** Keeps the thread. Since api-version 2025-03-15, and 2024-06-05-preview. */
export interface NoneRetentionPolicy extends ChatRetentionPolicy {
  /** Polymorphic discriminator, which specifies the different types this object can be */
  kind: "none";
}

/** Deletes the thread a number of days after its creation. Since api-version 2025-03-15, and 2024-06-05-preview. */
export interface ThreadCreationDateRetentionPolicy extends ChatRetentionPolicy {
  /** Polymorphic discriminator, which specifies the different types this object can be */
  kind: "threadCreationDate";
  /** The days from the thread's creation to its deletion. */
  deleteThreadAfterDays: number;
}

/** Known values of {@link CommunicationIdentifierModelKind} that the service accepts. */
export enum KnownCommunicationIdentifierModelKind {
  /** A participant that only `rawId` identifies. */
  Unknown = "unknown",
  /** A user of Communication Services. */
  CommunicationUser = "communicationUser",
  /** A phone number. */
  PhoneNumber = "phoneNumber",
  /** A user of Microsoft Teams. */
  MicrosoftTeamsUser = "microsoftTeamsUser",
  /** An application of Microsoft Teams. Since api-version 2024-03-07. */
  MicrosoftTeamsApp = "microsoftTeamsApp",
}

/**
 * Defines values for CommunicationIdentifierModelKind. \
 * {@link KnownCommunicationIdentifierModelKind} can be used interchangeably with CommunicationIdentifierModelKind,
 *  this enum contains the known values that the service supports.
 * ### Known values supported by the service
 * **unknown**: A participant that only `rawId` identifies. \
 * **communicationUser**: A user of Communication Services. \
 * **phoneNumber**: A phone number. \
 * **microsoftTeamsUser**: A user of Microsoft Teams. \
 * **microsoftTeamsApp**: An application of Microsoft Teams. Since api-version 2024-03-07.
 */
export type CommunicationIdentifierModelKind = string;

/** Known values of {@link CommunicationCloudEnvironmentModel} that the service accepts. */
export enum KnownCommunicationCloudEnvironmentModel {
  /** The public Azure cloud. */
  Public = "public",
  /** The cloud of the US Department of Defense. */
  Dod = "dod",
  /** The US Government Community Cloud High. */
  Gcch = "gcch",
}

/**
 * Defines values for CommunicationCloudEnvironmentModel. \
 * {@link KnownCommunicationCloudEnvironmentModel} can be used interchangeably with CommunicationCloudEnvironmentModel,
 *  this enum contains the known values that the service supports.
 * ### Known values supported by the service
 * **public**: The public Azure cloud. \
 * **dod**: The cloud of the US Department of Defense. \
 * **gcch**: The US Government Community Cloud High.
 */
export type CommunicationCloudEnvironmentModel = string;

/** Known values of {@link RetentionPolicyKind} that the service accepts. */
export enum KnownRetentionPolicyKind {
  /** The service deletes the thread a number of days after its creation. */
  ThreadCreationDate = "threadCreationDate",
  /** The service keeps the thread. */
  None = "none",
}

/**
 * Defines values for RetentionPolicyKind. \
 * {@link KnownRetentionPolicyKind} can be used interchangeably with RetentionPolicyKind,
 *  this enum contains the known values that the service supports.
 * ### Known values supported by the service
 * **threadCreationDate**: The service deletes the thread a number of days after its creation. \
 * **none**: The service keeps the thread.
 */
export type RetentionPolicyKind = string;

/** Known values of {@link ChatAttachmentType} that the service accepts. */
export enum KnownChatAttachmentType {
  /** An image. */
  Image = "image",
  /** A file. Since api-version 2024-03-07. */
  File = "file",
}

/**
 * Defines values for ChatAttachmentType. \
 * {@link KnownChatAttachmentType} can be used interchangeably with ChatAttachmentType,
 *  this enum contains the known values that the service supports.
 * ### Known values supported by the service
 * **image**: An image. \
 * **file**: A file. Since api-version 2024-03-07.
 */
export type ChatAttachmentType = string;

/** Known values of {@link ImageViewType} that the service accepts. */
export enum KnownImageViewType {
  /** The image as uploaded. */
  Original = "original",
  /** A small preview. */
  Small = "small",
}

/**
 * Defines values for ImageViewType. \
 * {@link KnownImageViewType} can be used interchangeably with ImageViewType,
 *  this enum contains the known values that the service supports.
 * ### Known values supported by the service
 * **original**: The image as uploaded. \
 * **small**: A small preview.
 */
export type ImageViewType = string;

/** Known values of {@link ChatMessageType} that the service accepts. */
export enum KnownChatMessageType {
  /** Plain text. */
  Text = "text",
  /** HTML. */
  Html = "html",
  /** The thread's topic was changed. */
  TopicUpdated = "topicUpdated",
  /** Participants were added to the thread. */
  ParticipantAdded = "participantAdded",
  /** Participants were removed from the thread. */
  ParticipantRemoved = "participantRemoved",
}

/**
 * Defines values for ChatMessageType. \
 * {@link KnownChatMessageType} can be used interchangeably with ChatMessageType,
 *  this enum contains the known values that the service supports.
 * ### Known values supported by the service
 * **text**: Plain text. \
 * **html**: HTML. \
 * **topicUpdated**: The thread's topic was changed. \
 * **participantAdded**: Participants were added to the thread. \
 * **participantRemoved**: Participants were removed from the thread.
 */
export type ChatMessageType = string;

/** Known values of {@link PolicyViolationMessageState} that the service accepts. */
export enum KnownPolicyViolationMessageState {
  /** The content was withheld. */
  ContentBlocked = "contentBlocked",
  /** The content was delivered with a warning. */
  Warning = "warning",
}

/**
 * Defines values for PolicyViolationMessageState. \
 * {@link KnownPolicyViolationMessageState} can be used interchangeably with PolicyViolationMessageState,
 *  this enum contains the known values that the service supports.
 * ### Known values supported by the service
 * **contentBlocked**: The content was withheld. \
 * **warning**: The content was delivered with a warning.
 */
export type PolicyViolationMessageState = string;

/** Optional parameters. */
export interface ChatListChatThreadsOptionalParams
  extends coreClient.OperationOptions {
  /** The maximum number of threads on a page. */
  maxPageSize?: number;
  /** Limits the list to threads with a message since this time. */
  startTime?: Date;
}

/** Contains response data for the listChatThreads operation. */
export type ChatListChatThreadsResponse = ChatThreadsItemCollection;

/** Optional parameters. */
export interface ChatCreateChatThreadOptionalParams
  extends coreClient.OperationOptions {
  /**
   * Identifies the creation, so that the request can be repeated: while the service remembers the value, it returns
   * the same thread. Any unique string works, such as a UUID.
   */
  repeatabilityRequestId?: string;
}

/** Contains response data for the createChatThread operation. */
export type ChatCreateChatThreadResponse = CreateChatThreadResult;

/** Optional parameters. */
export interface ChatDeleteChatThreadOptionalParams
  extends coreClient.OperationOptions {}

/** Optional parameters. */
export interface ChatListChatThreadsNextOptionalParams
  extends coreClient.OperationOptions {}

/** Contains response data for the listChatThreadsNext operation. */
export type ChatListChatThreadsNextResponse = ChatThreadsItemCollection;

/** Optional parameters. */
export interface ChatThreadGetChatThreadPropertiesOptionalParams
  extends coreClient.OperationOptions {}

/** Contains response data for the getChatThreadProperties operation. */
export type ChatThreadGetChatThreadPropertiesResponse = ChatThreadProperties;

/** Optional parameters. */
export interface ChatThreadUpdateChatThreadPropertiesOptionalParams
  extends coreClient.OperationOptions {}

/** Optional parameters. */
export interface ChatThreadUploadChatImageOptionalParams
  extends coreClient.OperationOptions {
  /** The file name of the image. Its extension (jpg, png, gif, heic or webp) specifies the format. */
  imageFilename?: string;
}

/** Contains response data for the uploadChatImage operation. */
export type ChatThreadUploadChatImageResponse = UploadChatImageResult;

/** Optional parameters. */
export interface ChatThreadDeleteChatImageOptionalParams
  extends coreClient.OperationOptions {}

/** Optional parameters. */
export interface ChatThreadGetChatImageOptionalParams
  extends coreClient.OperationOptions {}

/** Contains response data for the getChatImage operation. */
export type ChatThreadGetChatImageResponse = {
  /**
   * BROWSER ONLY
   *
   * The response body as a browser Blob.
   * Always `undefined` in node.js.
   */
  blobBody?: Promise<Blob>;
  /**
   * NODEJS ONLY
   *
   * The response body as a node.js Readable stream.
   * Always `undefined` in the browser.
   */
  readableStreamBody?: NodeJS.ReadableStream;
};

/** Optional parameters. */
export interface ChatThreadListChatMessagesOptionalParams
  extends coreClient.OperationOptions {
  /** The maximum number of messages on a page. */
  maxPageSize?: number;
  /** Limits the list to messages since this time. */
  startTime?: Date;
}

/** Contains response data for the listChatMessages operation. */
export type ChatThreadListChatMessagesResponse = ChatMessagesCollection;

/** Optional parameters. */
export interface ChatThreadSendChatMessageOptionalParams
  extends coreClient.OperationOptions {}

/** Contains response data for the sendChatMessage operation. */
export type ChatThreadSendChatMessageResponse = SendChatMessageResult;

/** Optional parameters. */
export interface ChatThreadGetChatMessageOptionalParams
  extends coreClient.OperationOptions {}

/** Contains response data for the getChatMessage operation. */
export type ChatThreadGetChatMessageResponse = ChatMessage;

/** Optional parameters. */
export interface ChatThreadUpdateChatMessageOptionalParams
  extends coreClient.OperationOptions {}

/** Optional parameters. */
export interface ChatThreadDeleteChatMessageOptionalParams
  extends coreClient.OperationOptions {}

/** Optional parameters. */
export interface ChatThreadListChatParticipantsOptionalParams
  extends coreClient.OperationOptions {
  /** The maximum number of participants on a page. */
  maxPageSize?: number;
  /** The number of participants to skip. */
  skip?: number;
}

/** Contains response data for the listChatParticipants operation. */
export type ChatThreadListChatParticipantsResponse = ChatParticipantsCollection;

/** Optional parameters. */
export interface ChatThreadAddChatParticipantsOptionalParams
  extends coreClient.OperationOptions {}

/** Contains response data for the addChatParticipants operation. */
export type ChatThreadAddChatParticipantsResponse = AddChatParticipantsResult;

/** Optional parameters. */
export interface ChatThreadRemoveChatParticipantOptionalParams
  extends coreClient.OperationOptions {}

/** Optional parameters. */
export interface ChatThreadListChatReadReceiptsOptionalParams
  extends coreClient.OperationOptions {
  /** The maximum number of read receipts on a page. */
  maxPageSize?: number;
  /** The number of read receipts to skip. */
  skip?: number;
}

/** Contains response data for the listChatReadReceipts operation. */
export type ChatThreadListChatReadReceiptsResponse =
  ChatMessageReadReceiptsCollection;

/** Optional parameters. */
export interface ChatThreadSendChatReadReceiptOptionalParams
  extends coreClient.OperationOptions {}

/** Optional parameters. */
export interface ChatThreadSendTypingNotificationOptionalParams
  extends coreClient.OperationOptions {
  /** The notification. Since api-version 2021-09-07. */
  sendTypingNotificationRequest?: SendTypingNotificationRequest;
}

/** Optional parameters. */
export interface ChatThreadListChatMessagesNextOptionalParams
  extends coreClient.OperationOptions {}

/** Contains response data for the listChatMessagesNext operation. */
export type ChatThreadListChatMessagesNextResponse = ChatMessagesCollection;

/** Optional parameters. */
export interface ChatThreadListChatParticipantsNextOptionalParams
  extends coreClient.OperationOptions {}

/** Contains response data for the listChatParticipantsNext operation. */
export type ChatThreadListChatParticipantsNextResponse =
  ChatParticipantsCollection;

/** Optional parameters. */
export interface ChatThreadListChatReadReceiptsNextOptionalParams
  extends coreClient.OperationOptions {}

/** Contains response data for the listChatReadReceiptsNext operation. */
export type ChatThreadListChatReadReceiptsNextResponse =
  ChatMessageReadReceiptsCollection;

/** Optional parameters. */
export interface ChatRestClientOptionalParams
  extends coreClient.ServiceClientOptions {
  /** Api Version */
  apiVersion?: string;
  /** Overrides client endpoint. */
  endpoint?: string;
}
