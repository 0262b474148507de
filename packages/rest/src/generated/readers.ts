// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 10d75fc941097748. Do not edit.

import { readDate } from "./internal/read-scalars.ts";
import { arrayOf, readNumber, readObject, readString, required } from "./internal/read.ts";
import type { JsonKey } from "./internal/read.ts";
import type {
  AddChatParticipantsResult,
  ChatAttachment,
  ChatMessage,
  ChatMessageContent,
  ChatMessageReadReceipt,
  ChatParticipant,
  ChatRetentionPolicy,
  ChatThreadItem,
  ChatThreadProperties,
  CommunicationError,
  CommunicationIdentifierModel,
  CommunicationUserIdentifierModel,
  CreateChatThreadResult,
  MicrosoftTeamsAppIdentifierModel,
  MicrosoftTeamsUserIdentifierModel,
  NoneRetentionPolicy,
  PhoneNumberIdentifierModel,
  PolicyViolation,
  SendChatMessageResult,
  TeamsExtensionUserIdentifierModel,
  ThreadCreationDateRetentionPolicy,
  UploadChatImageResult,
} from "./models.ts";

export function readChatParticipant(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): ChatParticipant {
  const object = readObject(value, holder, key);
  readCommunicationIdentifierModel(
    object.communicationIdentifier,
    object,
    "communicationIdentifier",
  );
  if (object.shareHistoryTime != null)
    object.shareHistoryTime = readDate(object.shareHistoryTime, object, "shareHistoryTime");
  return object as unknown as ChatParticipant;
}

export function readCommunicationIdentifierModel(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): CommunicationIdentifierModel {
  const object = readObject(value, holder, key);
  if (object.communicationUser != null)
    readCommunicationUserIdentifierModel(object.communicationUser, object, "communicationUser");
  if (object.phoneNumber != null)
    readPhoneNumberIdentifierModel(object.phoneNumber, object, "phoneNumber");
  if (object.microsoftTeamsUser != null)
    readMicrosoftTeamsUserIdentifierModel(object.microsoftTeamsUser, object, "microsoftTeamsUser");
  if (object.microsoftTeamsApp != null)
    readMicrosoftTeamsAppIdentifierModel(object.microsoftTeamsApp, object, "microsoftTeamsApp");
  if (object.teamsExtensionUser != null)
    readTeamsExtensionUserIdentifierModel(object.teamsExtensionUser, object, "teamsExtensionUser");
  return object as unknown as CommunicationIdentifierModel;
}

export function readCommunicationUserIdentifierModel(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): CommunicationUserIdentifierModel {
  const object = readObject(value, holder, key);
  if (typeof object.id !== "string") required(object, readString, "id");
  return object as unknown as CommunicationUserIdentifierModel;
}

export function readPhoneNumberIdentifierModel(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): PhoneNumberIdentifierModel {
  const object = readObject(value, holder, key);
  if (typeof object.value !== "string") required(object, readString, "value");
  return object as unknown as PhoneNumberIdentifierModel;
}

export function readMicrosoftTeamsUserIdentifierModel(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): MicrosoftTeamsUserIdentifierModel {
  const object = readObject(value, holder, key);
  if (typeof object.userId !== "string") required(object, readString, "userId");
  return object as unknown as MicrosoftTeamsUserIdentifierModel;
}

export function readMicrosoftTeamsAppIdentifierModel(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): MicrosoftTeamsAppIdentifierModel {
  const object = readObject(value, holder, key);
  if (typeof object.appId !== "string") required(object, readString, "appId");
  return object as unknown as MicrosoftTeamsAppIdentifierModel;
}

export function readTeamsExtensionUserIdentifierModel(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): TeamsExtensionUserIdentifierModel {
  const object = readObject(value, holder, key);
  if (
    typeof object.userId !== "string" ||
    typeof object.tenantId !== "string" ||
    typeof object.resourceId !== "string"
  )
    required(object, readString, "userId", "tenantId", "resourceId");
  return object as unknown as TeamsExtensionUserIdentifierModel;
}

export function readChatRetentionPolicy(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): ChatRetentionPolicy {
  const object = readObject(value, holder, key);
  switch (object.kind) {
    case "threadCreationDate":
      return readThreadCreationDateRetentionPolicy(value, holder, key);
    case "none":
      return readNoneRetentionPolicy(value, holder, key);
    default:
      return object as unknown as ChatRetentionPolicy;
  }
}

export function readThreadCreationDateRetentionPolicy(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): ThreadCreationDateRetentionPolicy {
  const object = readObject(value, holder, key);
  if (typeof object.deleteThreadAfterDays !== "number")
    required(object, readNumber, "deleteThreadAfterDays");
  return object as unknown as ThreadCreationDateRetentionPolicy;
}

export function readNoneRetentionPolicy(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): NoneRetentionPolicy {
  return readObject(value, holder, key) as unknown as NoneRetentionPolicy;
}

export function readCreateChatThreadResult(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): CreateChatThreadResult {
  const object = readObject(value, holder, key);
  if (object.chatThread != null) readChatThreadProperties(object.chatThread, object, "chatThread");
  if (object.invalidParticipants != null)
    arrayOf(readCommunicationError)(object.invalidParticipants, object, "invalidParticipants");
  return object as unknown as CreateChatThreadResult;
}

export function readChatThreadProperties(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): ChatThreadProperties {
  const object = readObject(value, holder, key);
  if (typeof object.id !== "string" || typeof object.topic !== "string")
    required(object, readString, "id", "topic");
  object.createdOn = readDate(object.createdOn, object, "createdOn");
  readCommunicationIdentifierModel(
    object.createdByCommunicationIdentifier,
    object,
    "createdByCommunicationIdentifier",
  );
  if (object.deletedOn != null) object.deletedOn = readDate(object.deletedOn, object, "deletedOn");
  if (object.retentionPolicy != null)
    readChatRetentionPolicy(object.retentionPolicy, object, "retentionPolicy");
  return object as unknown as ChatThreadProperties;
}

export function readCommunicationError(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): CommunicationError {
  const object = readObject(value, holder, key);
  if (typeof object.code !== "string" || typeof object.message !== "string")
    required(object, readString, "code", "message");
  if (object.details != null) arrayOf(readCommunicationError)(object.details, object, "details");
  if (object.innererror != null) readCommunicationError(object.innererror, object, "innererror");
  return object as unknown as CommunicationError;
}

export function readChatThreadItem(value: unknown, holder?: object, key?: JsonKey): ChatThreadItem {
  const object = readObject(value, holder, key);
  if (typeof object.id !== "string" || typeof object.topic !== "string")
    required(object, readString, "id", "topic");
  if (object.deletedOn != null) object.deletedOn = readDate(object.deletedOn, object, "deletedOn");
  if (object.lastMessageReceivedOn != null)
    object.lastMessageReceivedOn = readDate(
      object.lastMessageReceivedOn,
      object,
      "lastMessageReceivedOn",
    );
  return object as unknown as ChatThreadItem;
}

export function readChatMessageReadReceipt(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): ChatMessageReadReceipt {
  const object = readObject(value, holder, key);
  if (typeof object.chatMessageId !== "string") required(object, readString, "chatMessageId");
  readCommunicationIdentifierModel(
    object.senderCommunicationIdentifier,
    object,
    "senderCommunicationIdentifier",
  );
  object.readOn = readDate(object.readOn, object, "readOn");
  return object as unknown as ChatMessageReadReceipt;
}

export function readChatAttachment(value: unknown, holder?: object, key?: JsonKey): ChatAttachment {
  const object = readObject(value, holder, key);
  if (typeof object.id !== "string" || typeof object.attachmentType !== "string")
    required(object, readString, "id", "attachmentType");
  return object as unknown as ChatAttachment;
}

export function readSendChatMessageResult(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): SendChatMessageResult {
  const object = readObject(value, holder, key);
  if (typeof object.id !== "string") required(object, readString, "id");
  return object as unknown as SendChatMessageResult;
}

export function readChatMessage(value: unknown, holder?: object, key?: JsonKey): ChatMessage {
  const object = readObject(value, holder, key);
  if (
    typeof object.id !== "string" ||
    typeof object.type !== "string" ||
    typeof object.sequenceId !== "string" ||
    typeof object.version !== "string"
  )
    required(object, readString, "id", "type", "sequenceId", "version");
  if (object.content != null) readChatMessageContent(object.content, object, "content");
  object.createdOn = readDate(object.createdOn, object, "createdOn");
  if (object.senderCommunicationIdentifier != null)
    readCommunicationIdentifierModel(
      object.senderCommunicationIdentifier,
      object,
      "senderCommunicationIdentifier",
    );
  if (object.deletedOn != null) object.deletedOn = readDate(object.deletedOn, object, "deletedOn");
  if (object.editedOn != null) object.editedOn = readDate(object.editedOn, object, "editedOn");
  if (object.policyViolation != null)
    readPolicyViolation(object.policyViolation, object, "policyViolation");
  return object as unknown as ChatMessage;
}

export function readChatMessageContent(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): ChatMessageContent {
  const object = readObject(value, holder, key);
  if (object.participants != null)
    arrayOf(readChatParticipant)(object.participants, object, "participants");
  if (object.attachments != null)
    arrayOf(readChatAttachment)(object.attachments, object, "attachments");
  if (object.initiatorCommunicationIdentifier != null)
    readCommunicationIdentifierModel(
      object.initiatorCommunicationIdentifier,
      object,
      "initiatorCommunicationIdentifier",
    );
  return object as unknown as ChatMessageContent;
}

export function readPolicyViolation(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): PolicyViolation {
  const object = readObject(value, holder, key);
  if (typeof object.state !== "string") required(object, readString, "state");
  return object as unknown as PolicyViolation;
}

export function readAddChatParticipantsResult(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): AddChatParticipantsResult {
  const object = readObject(value, holder, key);
  if (object.invalidParticipants != null)
    arrayOf(readCommunicationError)(object.invalidParticipants, object, "invalidParticipants");
  return object as unknown as AddChatParticipantsResult;
}

export function readUploadChatImageResult(
  value: unknown,
  holder?: object,
  key?: JsonKey,
): UploadChatImageResult {
  const object = readObject(value, holder, key);
  if (typeof object.id !== "string") required(object, readString, "id");
  return object as unknown as UploadChatImageResult;
}
