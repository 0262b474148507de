// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 7055c1f5e1c4d738. Do not edit.

import { readDate } from "./internal/read-scalars.ts";
import { arrayOf, readAt, readIn, readNumber, readObject, readString } from "./internal/read.ts";
import type * as models from "./models.ts";

export function readChatParticipant(value: unknown): models.ChatParticipant {
  const object = readObject(value);
  readIn(
    object.communicationIdentifier,
    "communicationIdentifier",
    readCommunicationIdentifierModel,
  );
  if (object.shareHistoryTime != null) readAt(object, "shareHistoryTime", readDate);
  return object as unknown as models.ChatParticipant;
}

export function readCommunicationIdentifierModel(
  value: unknown,
): models.CommunicationIdentifierModel {
  const object = readObject(value);
  if (object.communicationUser != null)
    readIn(object.communicationUser, "communicationUser", readCommunicationUserIdentifierModel);
  if (object.phoneNumber != null)
    readIn(object.phoneNumber, "phoneNumber", readPhoneNumberIdentifierModel);
  if (object.microsoftTeamsUser != null)
    readIn(object.microsoftTeamsUser, "microsoftTeamsUser", readMicrosoftTeamsUserIdentifierModel);
  if (object.microsoftTeamsApp != null)
    readIn(object.microsoftTeamsApp, "microsoftTeamsApp", readMicrosoftTeamsAppIdentifierModel);
  if (object.teamsExtensionUser != null)
    readIn(object.teamsExtensionUser, "teamsExtensionUser", readTeamsExtensionUserIdentifierModel);
  return object as unknown as models.CommunicationIdentifierModel;
}

export function readCommunicationUserIdentifierModel(
  value: unknown,
): models.CommunicationUserIdentifierModel {
  const object = readObject(value);
  readString(object.id, "id");
  return object as unknown as models.CommunicationUserIdentifierModel;
}

export function readPhoneNumberIdentifierModel(value: unknown): models.PhoneNumberIdentifierModel {
  const object = readObject(value);
  readString(object.value, "value");
  return object as unknown as models.PhoneNumberIdentifierModel;
}

export function readMicrosoftTeamsUserIdentifierModel(
  value: unknown,
): models.MicrosoftTeamsUserIdentifierModel {
  const object = readObject(value);
  readString(object.userId, "userId");
  return object as unknown as models.MicrosoftTeamsUserIdentifierModel;
}

export function readMicrosoftTeamsAppIdentifierModel(
  value: unknown,
): models.MicrosoftTeamsAppIdentifierModel {
  const object = readObject(value);
  readString(object.appId, "appId");
  return object as unknown as models.MicrosoftTeamsAppIdentifierModel;
}

export function readTeamsExtensionUserIdentifierModel(
  value: unknown,
): models.TeamsExtensionUserIdentifierModel {
  const object = readObject(value);
  readString(object.userId, "userId");
  readString(object.tenantId, "tenantId");
  readString(object.resourceId, "resourceId");
  return object as unknown as models.TeamsExtensionUserIdentifierModel;
}

export function readChatRetentionPolicy(value: unknown): models.ChatRetentionPolicy {
  const object = readObject(value);
  switch (object.kind) {
    case "threadCreationDate":
      return readThreadCreationDateRetentionPolicy(value) as unknown as models.ChatRetentionPolicy;
  }
  return object as unknown as models.ChatRetentionPolicy;
}

export function readThreadCreationDateRetentionPolicy(
  value: unknown,
): models.ThreadCreationDateRetentionPolicy {
  const object = readObject(value);
  readNumber(object.deleteThreadAfterDays, "deleteThreadAfterDays");
  return object as unknown as models.ThreadCreationDateRetentionPolicy;
}

export function readCreateChatThreadResult(value: unknown): models.CreateChatThreadResult {
  const object = readObject(value);
  if (object.chatThread != null) readIn(object.chatThread, "chatThread", readChatThreadProperties);
  if (object.invalidParticipants != null)
    readIn(object.invalidParticipants, "invalidParticipants", arrayOf(readCommunicationError));
  return object as unknown as models.CreateChatThreadResult;
}

export function readChatThreadProperties(value: unknown): models.ChatThreadProperties {
  const object = readObject(value);
  readString(object.id, "id");
  readString(object.topic, "topic");
  readAt(object, "createdOn", readDate);
  readIn(
    object.createdByCommunicationIdentifier,
    "createdByCommunicationIdentifier",
    readCommunicationIdentifierModel,
  );
  if (object.deletedOn != null) readAt(object, "deletedOn", readDate);
  if (object.retentionPolicy != null)
    readIn(object.retentionPolicy, "retentionPolicy", readChatRetentionPolicy);
  return object as unknown as models.ChatThreadProperties;
}

export function readCommunicationError(value: unknown): models.CommunicationError {
  const object = readObject(value);
  readString(object.code, "code");
  readString(object.message, "message");
  if (object.details != null) readIn(object.details, "details", arrayOf(readCommunicationError));
  if (object.innererror != null) readIn(object.innererror, "innererror", readCommunicationError);
  return object as unknown as models.CommunicationError;
}

export function readChatThreadItem(value: unknown): models.ChatThreadItem {
  const object = readObject(value);
  readString(object.id, "id");
  readString(object.topic, "topic");
  if (object.deletedOn != null) readAt(object, "deletedOn", readDate);
  if (object.lastMessageReceivedOn != null) readAt(object, "lastMessageReceivedOn", readDate);
  return object as unknown as models.ChatThreadItem;
}

export function readChatMessageReadReceipt(value: unknown): models.ChatMessageReadReceipt {
  const object = readObject(value);
  readIn(
    object.senderCommunicationIdentifier,
    "senderCommunicationIdentifier",
    readCommunicationIdentifierModel,
  );
  readString(object.chatMessageId, "chatMessageId");
  readAt(object, "readOn", readDate);
  return object as unknown as models.ChatMessageReadReceipt;
}

export function readChatAttachment(value: unknown): models.ChatAttachment {
  const object = readObject(value);
  readString(object.id, "id");
  readString(object.attachmentType, "attachmentType");
  return object as unknown as models.ChatAttachment;
}

export function readSendChatMessageResult(value: unknown): models.SendChatMessageResult {
  const object = readObject(value);
  readString(object.id, "id");
  return object as unknown as models.SendChatMessageResult;
}

export function readChatMessage(value: unknown): models.ChatMessage {
  const object = readObject(value);
  readString(object.id, "id");
  readString(object.type, "type");
  readString(object.sequenceId, "sequenceId");
  readString(object.version, "version");
  if (object.content != null) readIn(object.content, "content", readChatMessageContent);
  readAt(object, "createdOn", readDate);
  if (object.senderCommunicationIdentifier != null)
    readIn(
      object.senderCommunicationIdentifier,
      "senderCommunicationIdentifier",
      readCommunicationIdentifierModel,
    );
  if (object.deletedOn != null) readAt(object, "deletedOn", readDate);
  if (object.editedOn != null) readAt(object, "editedOn", readDate);
  if (object.policyViolation != null)
    readIn(object.policyViolation, "policyViolation", readPolicyViolation);
  return object as unknown as models.ChatMessage;
}

export function readChatMessageContent(value: unknown): models.ChatMessageContent {
  const object = readObject(value);
  if (object.participants != null)
    readIn(object.participants, "participants", arrayOf(readChatParticipant));
  if (object.attachments != null)
    readIn(object.attachments, "attachments", arrayOf(readChatAttachment));
  if (object.initiatorCommunicationIdentifier != null)
    readIn(
      object.initiatorCommunicationIdentifier,
      "initiatorCommunicationIdentifier",
      readCommunicationIdentifierModel,
    );
  return object as unknown as models.ChatMessageContent;
}

export function readPolicyViolation(value: unknown): models.PolicyViolation {
  const object = readObject(value);
  readString(object.state, "state");
  return object as unknown as models.PolicyViolation;
}

export function readAddChatParticipantsResult(value: unknown): models.AddChatParticipantsResult {
  const object = readObject(value);
  if (object.invalidParticipants != null)
    readIn(object.invalidParticipants, "invalidParticipants", arrayOf(readCommunicationError));
  return object as unknown as models.AddChatParticipantsResult;
}

export function readUploadChatImageResult(value: unknown): models.UploadChatImageResult {
  const object = readObject(value);
  readString(object.id, "id");
  return object as unknown as models.UploadChatImageResult;
}
