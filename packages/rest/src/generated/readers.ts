// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 4e3e6bd6c1759516. Do not edit.

import { readDate } from "./internal/read-scalars.ts";
import {
  arrayOf,
  optional,
  readNumber,
  readObject,
  readString,
  required,
} from "./internal/read.ts";
import type { Key } from "./internal/read.ts";
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

export function readChatParticipant(value: unknown, holder?: object, key?: Key): ChatParticipant {
  const object = readObject(value, holder, key);
  required(object, readCommunicationIdentifierModel, "communicationIdentifier");
  optional(object, readDate, "shareHistoryTime");
  return object as unknown as ChatParticipant;
}

export function readCommunicationIdentifierModel(
  value: unknown,
  holder?: object,
  key?: Key,
): CommunicationIdentifierModel {
  const object = readObject(value, holder, key);
  optional(object, readCommunicationUserIdentifierModel, "communicationUser");
  optional(object, readPhoneNumberIdentifierModel, "phoneNumber");
  optional(object, readMicrosoftTeamsUserIdentifierModel, "microsoftTeamsUser");
  optional(object, readMicrosoftTeamsAppIdentifierModel, "microsoftTeamsApp");
  optional(object, readTeamsExtensionUserIdentifierModel, "teamsExtensionUser");
  return object as unknown as CommunicationIdentifierModel;
}

export function readCommunicationUserIdentifierModel(
  value: unknown,
  holder?: object,
  key?: Key,
): CommunicationUserIdentifierModel {
  const object = readObject(value, holder, key);
  required(object, readString, "id");
  return object as unknown as CommunicationUserIdentifierModel;
}

export function readPhoneNumberIdentifierModel(
  value: unknown,
  holder?: object,
  key?: Key,
): PhoneNumberIdentifierModel {
  const object = readObject(value, holder, key);
  required(object, readString, "value");
  return object as unknown as PhoneNumberIdentifierModel;
}

export function readMicrosoftTeamsUserIdentifierModel(
  value: unknown,
  holder?: object,
  key?: Key,
): MicrosoftTeamsUserIdentifierModel {
  const object = readObject(value, holder, key);
  required(object, readString, "userId");
  return object as unknown as MicrosoftTeamsUserIdentifierModel;
}

export function readMicrosoftTeamsAppIdentifierModel(
  value: unknown,
  holder?: object,
  key?: Key,
): MicrosoftTeamsAppIdentifierModel {
  const object = readObject(value, holder, key);
  required(object, readString, "appId");
  return object as unknown as MicrosoftTeamsAppIdentifierModel;
}

export function readTeamsExtensionUserIdentifierModel(
  value: unknown,
  holder?: object,
  key?: Key,
): TeamsExtensionUserIdentifierModel {
  const object = readObject(value, holder, key);
  required(object, readString, "userId", "tenantId", "resourceId");
  return object as unknown as TeamsExtensionUserIdentifierModel;
}

export function readChatRetentionPolicy(
  value: unknown,
  holder?: object,
  key?: Key,
): ChatRetentionPolicy {
  const object = readObject(value, holder, key);
  switch (object.kind) {
    case "threadCreationDate":
      return readThreadCreationDateRetentionPolicy(value, holder, key);
    case "none":
      return readNoneRetentionPolicy(value, holder, key);
    default:
      required(object, readString, "kind");
      return object as unknown as ChatRetentionPolicy;
  }
}

export function readThreadCreationDateRetentionPolicy(
  value: unknown,
  holder?: object,
  key?: Key,
): ThreadCreationDateRetentionPolicy {
  const object = readObject(value, holder, key);
  required(object, readString, "kind");
  required(object, readNumber, "deleteThreadAfterDays");
  return object as unknown as ThreadCreationDateRetentionPolicy;
}

export function readNoneRetentionPolicy(
  value: unknown,
  holder?: object,
  key?: Key,
): NoneRetentionPolicy {
  const object = readObject(value, holder, key);
  required(object, readString, "kind");
  return object as unknown as NoneRetentionPolicy;
}

export function readCreateChatThreadResult(
  value: unknown,
  holder?: object,
  key?: Key,
): CreateChatThreadResult {
  const object = readObject(value, holder, key);
  optional(object, readChatThreadProperties, "chatThread");
  optional(object, arrayOf(readCommunicationError), "invalidParticipants");
  return object as unknown as CreateChatThreadResult;
}

export function readChatThreadProperties(
  value: unknown,
  holder?: object,
  key?: Key,
): ChatThreadProperties {
  const object = readObject(value, holder, key);
  required(object, readString, "id", "topic");
  required(object, readDate, "createdOn");
  required(object, readCommunicationIdentifierModel, "createdByCommunicationIdentifier");
  optional(object, readDate, "deletedOn");
  optional(object, readChatRetentionPolicy, "retentionPolicy");
  return object as unknown as ChatThreadProperties;
}

export function readCommunicationError(
  value: unknown,
  holder?: object,
  key?: Key,
): CommunicationError {
  const object = readObject(value, holder, key);
  required(object, readString, "code", "message");
  optional(object, arrayOf(readCommunicationError), "details");
  optional(object, readCommunicationError, "innererror");
  return object as unknown as CommunicationError;
}

export function readChatThreadItem(value: unknown, holder?: object, key?: Key): ChatThreadItem {
  const object = readObject(value, holder, key);
  required(object, readString, "id", "topic");
  optional(object, readDate, "deletedOn", "lastMessageReceivedOn");
  return object as unknown as ChatThreadItem;
}

export function readChatMessageReadReceipt(
  value: unknown,
  holder?: object,
  key?: Key,
): ChatMessageReadReceipt {
  const object = readObject(value, holder, key);
  required(object, readCommunicationIdentifierModel, "senderCommunicationIdentifier");
  required(object, readString, "chatMessageId");
  required(object, readDate, "readOn");
  return object as unknown as ChatMessageReadReceipt;
}

export function readChatAttachment(value: unknown, holder?: object, key?: Key): ChatAttachment {
  const object = readObject(value, holder, key);
  required(object, readString, "id", "attachmentType");
  return object as unknown as ChatAttachment;
}

export function readSendChatMessageResult(
  value: unknown,
  holder?: object,
  key?: Key,
): SendChatMessageResult {
  const object = readObject(value, holder, key);
  required(object, readString, "id");
  return object as unknown as SendChatMessageResult;
}

export function readChatMessage(value: unknown, holder?: object, key?: Key): ChatMessage {
  const object = readObject(value, holder, key);
  required(object, readString, "id", "type", "sequenceId", "version");
  optional(object, readChatMessageContent, "content");
  required(object, readDate, "createdOn");
  optional(object, readCommunicationIdentifierModel, "senderCommunicationIdentifier");
  optional(object, readDate, "deletedOn", "editedOn");
  optional(object, readPolicyViolation, "policyViolation");
  return object as unknown as ChatMessage;
}

export function readChatMessageContent(
  value: unknown,
  holder?: object,
  key?: Key,
): ChatMessageContent {
  const object = readObject(value, holder, key);
  optional(object, arrayOf(readChatParticipant), "participants");
  optional(object, arrayOf(readChatAttachment), "attachments");
  optional(object, readCommunicationIdentifierModel, "initiatorCommunicationIdentifier");
  return object as unknown as ChatMessageContent;
}

export function readPolicyViolation(value: unknown, holder?: object, key?: Key): PolicyViolation {
  const object = readObject(value, holder, key);
  required(object, readString, "state");
  return object as unknown as PolicyViolation;
}

export function readAddChatParticipantsResult(
  value: unknown,
  holder?: object,
  key?: Key,
): AddChatParticipantsResult {
  const object = readObject(value, holder, key);
  optional(object, arrayOf(readCommunicationError), "invalidParticipants");
  return object as unknown as AddChatParticipantsResult;
}

export function readUploadChatImageResult(
  value: unknown,
  holder?: object,
  key?: Key,
): UploadChatImageResult {
  const object = readObject(value, holder, key);
  required(object, readString, "id");
  return object as unknown as UploadChatImageResult;
}
