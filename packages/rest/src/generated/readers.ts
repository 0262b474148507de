// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import { readDate } from "./internal/read-scalars.ts";
import {
  arrayOf,
  isObject,
  readBoolean,
  readIn,
  readNumber,
  readString,
  recordOf,
} from "./internal/read.ts";
import type { Walk } from "./internal/walk.ts";
import type * as models from "./models.ts";

export function readChatParticipant(value: unknown, walk: Walk): models.ChatParticipant {
  if (isObject(value, walk)) {
    readIn(
      value["communicationIdentifier"],
      "communicationIdentifier",
      walk,
      readCommunicationIdentifierModel,
    );
    if (value["displayName"] != null) readString(value["displayName"], walk, "displayName");
    if (value["shareHistoryTime"] != null)
      value["shareHistoryTime"] = readDate(value["shareHistoryTime"], walk, "shareHistoryTime");
    if (value["metadata"] != null)
      readIn(value["metadata"], "metadata", walk, recordOf(readString));
  }
  return value as models.ChatParticipant;
}

export function readCommunicationIdentifierModel(
  value: unknown,
  walk: Walk,
): models.CommunicationIdentifierModel {
  if (isObject(value, walk)) {
    if (value["kind"] != null) readString(value["kind"], walk, "kind");
    if (value["rawId"] != null) readString(value["rawId"], walk, "rawId");
    if (value["communicationUser"] != null)
      readIn(
        value["communicationUser"],
        "communicationUser",
        walk,
        readCommunicationUserIdentifierModel,
      );
    if (value["phoneNumber"] != null)
      readIn(value["phoneNumber"], "phoneNumber", walk, readPhoneNumberIdentifierModel);
    if (value["microsoftTeamsUser"] != null)
      readIn(
        value["microsoftTeamsUser"],
        "microsoftTeamsUser",
        walk,
        readMicrosoftTeamsUserIdentifierModel,
      );
    if (value["microsoftTeamsApp"] != null)
      readIn(
        value["microsoftTeamsApp"],
        "microsoftTeamsApp",
        walk,
        readMicrosoftTeamsAppIdentifierModel,
      );
    if (value["teamsExtensionUser"] != null)
      readIn(
        value["teamsExtensionUser"],
        "teamsExtensionUser",
        walk,
        readTeamsExtensionUserIdentifierModel,
      );
  }
  return value as models.CommunicationIdentifierModel;
}

export function readCommunicationUserIdentifierModel(
  value: unknown,
  walk: Walk,
): models.CommunicationUserIdentifierModel {
  if (isObject(value, walk)) {
    readString(value["id"], walk, "id");
  }
  return value as models.CommunicationUserIdentifierModel;
}

export function readPhoneNumberIdentifierModel(
  value: unknown,
  walk: Walk,
): models.PhoneNumberIdentifierModel {
  if (isObject(value, walk)) {
    readString(value["value"], walk, "value");
    if (value["isAnonymous"] != null) readBoolean(value["isAnonymous"], walk, "isAnonymous");
    if (value["assertedId"] != null) readString(value["assertedId"], walk, "assertedId");
  }
  return value as models.PhoneNumberIdentifierModel;
}

export function readMicrosoftTeamsUserIdentifierModel(
  value: unknown,
  walk: Walk,
): models.MicrosoftTeamsUserIdentifierModel {
  if (isObject(value, walk)) {
    readString(value["userId"], walk, "userId");
    if (value["isAnonymous"] != null) readBoolean(value["isAnonymous"], walk, "isAnonymous");
    if (value["cloud"] != null) readString(value["cloud"], walk, "cloud");
  }
  return value as models.MicrosoftTeamsUserIdentifierModel;
}

export function readMicrosoftTeamsAppIdentifierModel(
  value: unknown,
  walk: Walk,
): models.MicrosoftTeamsAppIdentifierModel {
  if (isObject(value, walk)) {
    readString(value["appId"], walk, "appId");
    if (value["cloud"] != null) readString(value["cloud"], walk, "cloud");
  }
  return value as models.MicrosoftTeamsAppIdentifierModel;
}

export function readTeamsExtensionUserIdentifierModel(
  value: unknown,
  walk: Walk,
): models.TeamsExtensionUserIdentifierModel {
  if (isObject(value, walk)) {
    readString(value["userId"], walk, "userId");
    readString(value["tenantId"], walk, "tenantId");
    readString(value["resourceId"], walk, "resourceId");
    if (value["cloud"] != null) readString(value["cloud"], walk, "cloud");
  }
  return value as models.TeamsExtensionUserIdentifierModel;
}

export function readChatRetentionPolicy(value: unknown, walk: Walk): models.ChatRetentionPolicy {
  if (isObject(value, walk)) {
    switch (value["kind"]) {
      case "threadCreationDate":
        return readThreadCreationDateRetentionPolicy(
          value,
          walk,
        ) as unknown as models.ChatRetentionPolicy;
      case "none":
        return readNoneRetentionPolicy(value, walk) as unknown as models.ChatRetentionPolicy;
    }
    if (value["kind"] != null) readString(value["kind"], walk, "kind");
  }
  return value as models.ChatRetentionPolicy;
}

export function readThreadCreationDateRetentionPolicy(
  value: unknown,
  walk: Walk,
): models.ThreadCreationDateRetentionPolicy {
  if (isObject(value, walk)) {
    if (value["kind"] != null) readString(value["kind"], walk, "kind");
    readNumber(value["deleteThreadAfterDays"], walk, "deleteThreadAfterDays");
  }
  return value as models.ThreadCreationDateRetentionPolicy;
}

export function readNoneRetentionPolicy(value: unknown, walk: Walk): models.NoneRetentionPolicy {
  if (isObject(value, walk)) {
    if (value["kind"] != null) readString(value["kind"], walk, "kind");
  }
  return value as models.NoneRetentionPolicy;
}

export function readCreateChatThreadResult(
  value: unknown,
  walk: Walk,
): models.CreateChatThreadResult {
  if (isObject(value, walk)) {
    if (value["chatThread"] != null)
      readIn(value["chatThread"], "chatThread", walk, readChatThreadProperties);
    if (value["invalidParticipants"] != null)
      readIn(
        value["invalidParticipants"],
        "invalidParticipants",
        walk,
        arrayOf(readCommunicationError),
      );
  }
  return value as models.CreateChatThreadResult;
}

export function readChatThreadProperties(value: unknown, walk: Walk): models.ChatThreadProperties {
  if (isObject(value, walk)) {
    readString(value["id"], walk, "id");
    readString(value["topic"], walk, "topic");
    value["createdOn"] = readDate(value["createdOn"], walk, "createdOn");
    readIn(
      value["createdByCommunicationIdentifier"],
      "createdByCommunicationIdentifier",
      walk,
      readCommunicationIdentifierModel,
    );
    if (value["deletedOn"] != null)
      value["deletedOn"] = readDate(value["deletedOn"], walk, "deletedOn");
    if (value["metadata"] != null)
      readIn(value["metadata"], "metadata", walk, recordOf(readString));
    if (value["retentionPolicy"] != null)
      readIn(value["retentionPolicy"], "retentionPolicy", walk, readChatRetentionPolicy);
    if (value["messagingPolicy"] != null)
      readIn(value["messagingPolicy"], "messagingPolicy", walk, readMessagingPolicy);
  }
  return value as models.ChatThreadProperties;
}

export function readMessagingPolicy(value: unknown, walk: Walk): models.MessagingPolicy {
  if (isObject(value, walk)) {
    if (value["textOnlyChat"] != null) readBoolean(value["textOnlyChat"], walk, "textOnlyChat");
  }
  return value as models.MessagingPolicy;
}

export function readCommunicationError(value: unknown, walk: Walk): models.CommunicationError {
  if (isObject(value, walk)) {
    readString(value["code"], walk, "code");
    readString(value["message"], walk, "message");
    if (value["target"] != null) readString(value["target"], walk, "target");
    if (value["details"] != null)
      readIn(value["details"], "details", walk, arrayOf(readCommunicationError));
    if (value["innererror"] != null)
      readIn(value["innererror"], "innererror", walk, readCommunicationError);
  }
  return value as models.CommunicationError;
}

export function readChatThreadItem(value: unknown, walk: Walk): models.ChatThreadItem {
  if (isObject(value, walk)) {
    readString(value["id"], walk, "id");
    readString(value["topic"], walk, "topic");
    if (value["deletedOn"] != null)
      value["deletedOn"] = readDate(value["deletedOn"], walk, "deletedOn");
    if (value["lastMessageReceivedOn"] != null)
      value["lastMessageReceivedOn"] = readDate(
        value["lastMessageReceivedOn"],
        walk,
        "lastMessageReceivedOn",
      );
  }
  return value as models.ChatThreadItem;
}

export function readChatMessageReadReceipt(
  value: unknown,
  walk: Walk,
): models.ChatMessageReadReceipt {
  if (isObject(value, walk)) {
    readIn(
      value["senderCommunicationIdentifier"],
      "senderCommunicationIdentifier",
      walk,
      readCommunicationIdentifierModel,
    );
    readString(value["chatMessageId"], walk, "chatMessageId");
    value["readOn"] = readDate(value["readOn"], walk, "readOn");
  }
  return value as models.ChatMessageReadReceipt;
}

export function readChatAttachment(value: unknown, walk: Walk): models.ChatAttachment {
  if (isObject(value, walk)) {
    readString(value["id"], walk, "id");
    readString(value["attachmentType"], walk, "attachmentType");
    if (value["extension"] != null) readString(value["extension"], walk, "extension");
    if (value["name"] != null) readString(value["name"], walk, "name");
    if (value["url"] != null) readString(value["url"], walk, "url");
    if (value["previewUrl"] != null) readString(value["previewUrl"], walk, "previewUrl");
  }
  return value as models.ChatAttachment;
}

export function readSendChatMessageResult(
  value: unknown,
  walk: Walk,
): models.SendChatMessageResult {
  if (isObject(value, walk)) {
    readString(value["id"], walk, "id");
  }
  return value as models.SendChatMessageResult;
}

export function readChatMessage(value: unknown, walk: Walk): models.ChatMessage {
  if (isObject(value, walk)) {
    readString(value["id"], walk, "id");
    readString(value["type"], walk, "type");
    readString(value["sequenceId"], walk, "sequenceId");
    readString(value["version"], walk, "version");
    if (value["content"] != null) readIn(value["content"], "content", walk, readChatMessageContent);
    if (value["senderDisplayName"] != null)
      readString(value["senderDisplayName"], walk, "senderDisplayName");
    value["createdOn"] = readDate(value["createdOn"], walk, "createdOn");
    if (value["senderCommunicationIdentifier"] != null)
      readIn(
        value["senderCommunicationIdentifier"],
        "senderCommunicationIdentifier",
        walk,
        readCommunicationIdentifierModel,
      );
    if (value["deletedOn"] != null)
      value["deletedOn"] = readDate(value["deletedOn"], walk, "deletedOn");
    if (value["editedOn"] != null)
      value["editedOn"] = readDate(value["editedOn"], walk, "editedOn");
    if (value["metadata"] != null)
      readIn(value["metadata"], "metadata", walk, recordOf(readString));
    if (value["policyViolation"] != null)
      readIn(value["policyViolation"], "policyViolation", walk, readPolicyViolation);
  }
  return value as models.ChatMessage;
}

export function readChatMessageContent(value: unknown, walk: Walk): models.ChatMessageContent {
  if (isObject(value, walk)) {
    if (value["message"] != null) readString(value["message"], walk, "message");
    if (value["topic"] != null) readString(value["topic"], walk, "topic");
    if (value["participants"] != null)
      readIn(value["participants"], "participants", walk, arrayOf(readChatParticipant));
    if (value["attachments"] != null)
      readIn(value["attachments"], "attachments", walk, arrayOf(readChatAttachment));
    if (value["initiatorCommunicationIdentifier"] != null)
      readIn(
        value["initiatorCommunicationIdentifier"],
        "initiatorCommunicationIdentifier",
        walk,
        readCommunicationIdentifierModel,
      );
  }
  return value as models.ChatMessageContent;
}

export function readPolicyViolation(value: unknown, walk: Walk): models.PolicyViolation {
  if (isObject(value, walk)) {
    readString(value["state"], walk, "state");
  }
  return value as models.PolicyViolation;
}

export function readAddChatParticipantsResult(
  value: unknown,
  walk: Walk,
): models.AddChatParticipantsResult {
  if (isObject(value, walk)) {
    if (value["invalidParticipants"] != null)
      readIn(
        value["invalidParticipants"],
        "invalidParticipants",
        walk,
        arrayOf(readCommunicationError),
      );
  }
  return value as models.AddChatParticipantsResult;
}

export function readUploadChatImageResult(
  value: unknown,
  walk: Walk,
): models.UploadChatImageResult {
  if (isObject(value, walk)) {
    readString(value["id"], walk, "id");
    if (value["attachmentType"] != null)
      readString(value["attachmentType"], walk, "attachmentType");
    if (value["name"] != null) readString(value["name"], walk, "name");
  }
  return value as models.UploadChatImageResult;
}
