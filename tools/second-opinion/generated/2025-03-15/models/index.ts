import * as coreClient from "@azure/core-client";

export type ChatRetentionPolicyUnion =
  ChatRetentionPolicy | NoneRetentionPolicy | ThreadCreationDateRetentionPolicy;

/** One page of the threads of a user. */
export interface ChatThreadsItemCollection {
  /** The threads of this page, the one with the newest message first. */
  value: ChatThreadItem[];
  /**
   * The address of the next page; absent on the last one.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
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
  /**
   * When the newest message of the thread arrived at the service.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
  readonly lastMessageReceivedOn?: Date;
}

/** What the service says when a request is refused. */
export interface CommunicationErrorResponse {
  /** What went wrong. */
  error: CommunicationError;
}

/** One error of the service. */
export interface CommunicationError {
  /** The error code, for programs to tell errors apart. */
  code: string;
  /** What went wrong, for a person to read. */
  message: string;
  /**
   * What the error is about: for a participant who could not be added, that participant's id.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
  readonly target?: string;
  /**
   * The errors that led to this one.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
  readonly details?: CommunicationError[];
  /**
   * The error beneath this one.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
  readonly innererror?: CommunicationError;
}

/** What a new thread shall be like. */
export interface CreateChatThreadRequest {
  /** The topic of the thread. */
  topic: string;
  /** Who shall take part, besides the creator, who is added without being named. */
  participants?: ChatParticipant[];
  /** Key and value pairs that the application keeps with the thread. Since api-version 2025-03-15, and 2024-06-05-preview. */
  metadata?: { [propertyName: string]: string };
  /** When the thread is deleted by itself. Since api-version 2025-03-15, and 2024-06-05-preview. */
  retentionPolicy?: ChatRetentionPolicyUnion;
}

/** Someone who takes part in a thread. */
export interface ChatParticipant {
  /** Who it is. */
  communicationIdentifier: CommunicationIdentifierModel;
  /** The name to show for the participant. */
  displayName?: string;
  /** The time from which on the participant sees the thread's messages; 1970-01-01 for all of them. */
  shareHistoryTime?: Date;
  /** Key and value pairs that the application keeps with the participant. Since api-version 2025-03-15, and 2024-06-05-preview. */
  metadata?: { [propertyName: string]: string };
}

/**
 * Names a participant. At most one of the properties for the specific kinds is set; `rawId` alone is enough in an
 * answer, and may be left out of a request.
 */
export interface CommunicationIdentifierModel {
  /** Which kind of participant this is. Since api-version 2023-11-07. */
  kind?: CommunicationIdentifierModelKind;
  /** The whole identifier in one string, for example `8:acs:<resource>_<user>`. */
  rawId?: string;
  /** Set if the participant is a user of Communication Services. */
  communicationUser?: CommunicationUserIdentifierModel;
  /** Set if the participant is a phone number. */
  phoneNumber?: PhoneNumberIdentifierModel;
  /** Set if the participant is a user of Microsoft Teams. */
  microsoftTeamsUser?: MicrosoftTeamsUserIdentifierModel;
  /** Set if the participant is an application of Microsoft Teams. Since api-version 2024-03-07. */
  microsoftTeamsApp?: MicrosoftTeamsAppIdentifierModel;
  /** Set if the participant is a Teams Phone user who works through a resource. Since api-version 2025-03-15. */
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
  /** True if the number is withheld; `value` is then `anonymous`. False where it is absent. Since api-version 2025-03-15. */
  isAnonymous?: boolean;
  /** Tells participants with the same number apart. Since api-version 2025-03-15. */
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

/** An application of Microsoft Teams. Since api-version 2024-03-07. */
export interface MicrosoftTeamsAppIdentifierModel {
  /** The Microsoft Entra object id of the application. */
  appId: string;
  /** The cloud that the application belongs to. Public where it is absent. */
  cloud?: CommunicationCloudEnvironmentModel;
}

/** A user of Microsoft Teams Phone who works through a Communication Services resource. Since api-version 2025-03-15. */
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

/** Says when a thread is deleted by itself. Since api-version 2025-03-15, and 2024-06-05-preview. */
export interface ChatRetentionPolicy {
  /** Polymorphic discriminator, which specifies the different types this object can be */
  kind: "none" | "threadCreationDate";
}

/** The new thread, and who could not be added to it. */
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
  /** Who created the thread. */
  createdByCommunicationIdentifier: CommunicationIdentifierModel;
  /** When the thread was deleted; absent as long as it is not. */
  deletedOn?: Date;
  /** Key and value pairs that the application keeps with the thread. Since api-version 2025-03-15, and 2024-06-05-preview. */
  metadata?: { [propertyName: string]: string };
  /** When the thread is deleted by itself. Since api-version 2025-03-15, and 2024-06-05-preview. */
  retentionPolicy?: ChatRetentionPolicyUnion;
}

/** What shall change in a thread. Properties that are left out stay as they are. */
export interface UpdateChatThreadRequest {
  /** The new topic. */
  topic?: string;
  /** Pairs to merge into the thread's metadata; an empty value removes its key. Since api-version 2025-03-15, and 2024-06-05-preview. */
  metadata?: { [propertyName: string]: string };
  /** The new retention policy. Since api-version 2025-03-15, and 2024-06-05-preview. */
  retentionPolicy?: ChatRetentionPolicyUnion;
}

/** One page of the messages of a thread. */
export interface ChatMessagesCollection {
  /** The messages of this page, the one with the highest version first. */
  value: ChatMessage[];
  /**
   * The address of the next page; absent on the last one.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
  readonly nextLink?: string;
}

/** A message of a thread. */
export interface ChatMessage {
  /** The id of the message. It stays the same when the message is edited. */
  id: string;
  /** The type of the message. */
  type: ChatMessageType;
  /** The place of the message in the thread: a whole number in a string. An edited or deleted message gets a new one. */
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
  /** Key and value pairs that the application keeps with the message. Since api-version 2021-09-07. */
  metadata?: { [propertyName: string]: string };
}

/** The content of a message. Which properties are set depends on the type of the message. */
export interface ChatMessageContent {
  /** The text or HTML, in a message of type `text` or `html`. */
  message?: string;
  /** The new topic, in a message of type `topicUpdated`. */
  topic?: string;
  /** Who was added or removed, in a message of type `participantAdded` or `participantRemoved`. */
  participants?: ChatParticipant[];
  /** The attachments of the message. Since api-version 2023-11-07. */
  attachments?: ChatAttachment[];
  /** Who changed the topic, or added or removed the participants. */
  initiatorCommunicationIdentifier?: CommunicationIdentifierModel;
}

/** Something that belongs to a message besides its text. Since api-version 2023-11-07. */
export interface ChatAttachment {
  /** The id of the attachment. */
  id: string;
  /** What the attachment is. */
  attachmentType: ChatAttachmentType;
  /** The name of the attachment. */
  name?: string;
  /** Where the attachment can be downloaded. */
  url?: string;
  /** Where a preview of the attachment can be downloaded. */
  previewUrl?: string;
}

/** A message to send. */
export interface SendChatMessageRequest {
  /** The content of the message. */
  content: string;
  /** The sender's name to show with the message, in push notifications too. */
  senderDisplayName?: string;
  /** The type of the message: `text`, which is the default, or `html`. */
  type?: ChatMessageType;
  /** Key and value pairs that the application keeps with the message. Since api-version 2021-09-07. */
  metadata?: { [propertyName: string]: string };
}

/** What the service made of a sent message. */
export interface SendChatMessageResult {
  /** The id that the service gave the message. */
  id: string;
}

/** What shall change in a message. Properties that are left out stay as they are. */
export interface UpdateChatMessageRequest {
  /** The new content. */
  content?: string;
  /** Pairs to merge into the message's metadata; an empty value removes its key. Since api-version 2021-09-07. */
  metadata?: { [propertyName: string]: string };
}

/** One page of the participants of a thread. */
export interface ChatParticipantsCollection {
  /** The participants of this page, in the order in which they were added. */
  value: ChatParticipant[];
  /**
   * The address of the next page; absent on the last one.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
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
   * One error for each participant who could not be added; absent if all were. `target` is the participant's id.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
  readonly invalidParticipants?: CommunicationError[];
}

/** One page of the read receipts of a thread. */
export interface ChatMessageReadReceiptsCollection {
  /** The read receipts of this page, at most one for each participant. */
  value: ChatMessageReadReceipt[];
  /**
   * The address of the next page; absent on the last one.
   * NOTE: This property will not be serialized. It can only be populated by the server.
   */
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

/** What to tell the others while the caller types. Since api-version 2021-09-07. */
export interface SendTypingNotificationRequest {
  /** The name to show for the caller, in push notifications too. */
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
  /** After how many days the thread is deleted, counted from its creation. */
  deleteThreadAfterDays: number;
}

/** Known values of {@link CommunicationIdentifierModelKind} that the service accepts. */
export enum KnownCommunicationIdentifierModelKind {
  /** A participant that only `rawId` tells anything about. */
  Unknown = "unknown",
  /** A user of Communication Services. */
  CommunicationUser = "communicationUser",
  /** A phone number. */
  PhoneNumber = "phoneNumber",
  /** A user of Microsoft Teams. */
  MicrosoftTeamsUser = "microsoftTeamsUser",
  /** An application of Microsoft Teams. Since api-version 2024-03-07. */
  MicrosoftTeamsApp = "microsoftTeamsApp",
  /** A user of Microsoft Teams Phone who works through a Communication Services resource. Since api-version 2025-03-15. */
  TeamsExtensionUser = "teamsExtensionUser",
}

/**
 * Defines values for CommunicationIdentifierModelKind. \
 * {@link KnownCommunicationIdentifierModelKind} can be used interchangeably with CommunicationIdentifierModelKind,
 *  this enum contains the known values that the service supports.
 * ### Known values supported by the service
 * **unknown**: A participant that only `rawId` tells anything about. \
 * **communicationUser**: A user of Communication Services. \
 * **phoneNumber**: A phone number. \
 * **microsoftTeamsUser**: A user of Microsoft Teams. \
 * **microsoftTeamsApp**: An application of Microsoft Teams. Since api-version 2024-03-07. \
 * **teamsExtensionUser**: A user of Microsoft Teams Phone who works through a Communication Services resource. Since api-version 2025-03-15.
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
  /** The thread is deleted a number of days after its creation. */
  ThreadCreationDate = "threadCreationDate",
  /** The thread is kept. */
  None = "none",
}

/**
 * Defines values for RetentionPolicyKind. \
 * {@link KnownRetentionPolicyKind} can be used interchangeably with RetentionPolicyKind,
 *  this enum contains the known values that the service supports.
 * ### Known values supported by the service
 * **threadCreationDate**: The thread is deleted a number of days after its creation. \
 * **none**: The thread is kept.
 */
export type RetentionPolicyKind = string;

/** Known values of {@link ChatMessageType} that the service accepts. */
export enum KnownChatMessageType {
  /** Plain text. */
  Text = "text",
  /** HTML. */
  Html = "html",
  /** The topic of the thread was changed. */
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
 * **topicUpdated**: The topic of the thread was changed. \
 * **participantAdded**: Participants were added to the thread. \
 * **participantRemoved**: Participants were removed from the thread.
 */
export type ChatMessageType = string;

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

/** Optional parameters. */
export interface ChatListChatThreadsOptionalParams
  extends coreClient.OperationOptions {
  /** How many threads a page shall have at most. */
  maxPageSize?: number;
  /** Only threads with a message since this time. */
  startTime?: Date;
}

/** Contains response data for the listChatThreads operation. */
export type ChatListChatThreadsResponse = ChatThreadsItemCollection;

/** Optional parameters. */
export interface ChatCreateChatThreadOptionalParams
  extends coreClient.OperationOptions {
  /**
   * Makes it safe to send the request again: the same value within the service's memory gives the same thread.
   * Any string that is unique to the request will do, such as a UUID.
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
export interface ChatThreadListChatMessagesOptionalParams
  extends coreClient.OperationOptions {
  /** How many messages a page shall have at most. */
  maxPageSize?: number;
  /** Only messages since this time. */
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
  /** How many participants a page shall have at most. */
  maxPageSize?: number;
  /** How many participants to leave out at the beginning. */
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
  /** How many read receipts a page shall have at most. */
  maxPageSize?: number;
  /** How many read receipts to leave out at the beginning. */
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
  /** What to tell the others. Since api-version 2021-09-07. */
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
