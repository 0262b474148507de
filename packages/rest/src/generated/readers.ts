// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 10d75fc941097748. Do not edit.

import { readDate } from "./internal/read-scalars.ts";
import { arrayOf, byKind, objectOf, readString, recordOf } from "./internal/read.ts";
import type { ValueReader } from "./internal/read.ts";
import type * as models from "./models.ts";

export const readChatParticipant: ValueReader<models.ChatParticipant> = /* @__PURE__ */ objectOf(
  () => [
    { communicationIdentifier: readCommunicationIdentifierModel },
    { displayName: "string", shareHistoryTime: readDate, metadata: recordOf(readString) },
  ],
);

export const readCommunicationIdentifierModel: ValueReader<models.CommunicationIdentifierModel> =
  /* @__PURE__ */ objectOf(() => [
    {},
    {
      kind: "string",
      rawId: "string",
      communicationUser: readCommunicationUserIdentifierModel,
      phoneNumber: readPhoneNumberIdentifierModel,
      microsoftTeamsUser: readMicrosoftTeamsUserIdentifierModel,
      microsoftTeamsApp: readMicrosoftTeamsAppIdentifierModel,
      teamsExtensionUser: readTeamsExtensionUserIdentifierModel,
    },
  ]);

export const readCommunicationUserIdentifierModel: ValueReader<models.CommunicationUserIdentifierModel> =
  /* @__PURE__ */ objectOf(() => [{ id: "string" }]);

export const readPhoneNumberIdentifierModel: ValueReader<models.PhoneNumberIdentifierModel> =
  /* @__PURE__ */ objectOf(() => [
    { value: "string" },
    { isAnonymous: "boolean", assertedId: "string" },
  ]);

export const readMicrosoftTeamsUserIdentifierModel: ValueReader<models.MicrosoftTeamsUserIdentifierModel> =
  /* @__PURE__ */ objectOf(() => [
    { userId: "string" },
    { isAnonymous: "boolean", cloud: "string" },
  ]);

export const readMicrosoftTeamsAppIdentifierModel: ValueReader<models.MicrosoftTeamsAppIdentifierModel> =
  /* @__PURE__ */ objectOf(() => [{ appId: "string" }, { cloud: "string" }]);

export const readTeamsExtensionUserIdentifierModel: ValueReader<models.TeamsExtensionUserIdentifierModel> =
  /* @__PURE__ */ objectOf(() => [
    { userId: "string", tenantId: "string", resourceId: "string" },
    { cloud: "string" },
  ]);

export const readChatRetentionPolicy: ValueReader<models.ChatRetentionPolicy> =
  /* @__PURE__ */ byKind("kind", () => ({
    threadCreationDate: readThreadCreationDateRetentionPolicy,
  }));

export const readThreadCreationDateRetentionPolicy: ValueReader<models.ThreadCreationDateRetentionPolicy> =
  /* @__PURE__ */ objectOf(() => [{ deleteThreadAfterDays: "number" }]);

export const readCreateChatThreadResult: ValueReader<models.CreateChatThreadResult> =
  /* @__PURE__ */ objectOf(() => [
    {},
    { chatThread: readChatThreadProperties, invalidParticipants: arrayOf(readCommunicationError) },
  ]);

export const readChatThreadProperties: ValueReader<models.ChatThreadProperties> =
  /* @__PURE__ */ objectOf(() => [
    {
      id: "string",
      topic: "string",
      createdOn: readDate,
      createdByCommunicationIdentifier: readCommunicationIdentifierModel,
    },
    {
      deletedOn: readDate,
      metadata: recordOf(readString),
      retentionPolicy: readChatRetentionPolicy,
      messagingPolicy: readMessagingPolicy,
    },
  ]);

export const readMessagingPolicy: ValueReader<models.MessagingPolicy> = /* @__PURE__ */ objectOf(
  () => [{}, { textOnlyChat: "boolean" }],
);

export const readCommunicationError: ValueReader<models.CommunicationError> =
  /* @__PURE__ */ objectOf(() => [
    { code: "string", message: "string" },
    {
      target: "string",
      details: arrayOf(readCommunicationError),
      innererror: readCommunicationError,
    },
  ]);

export const readChatThreadItem: ValueReader<models.ChatThreadItem> = /* @__PURE__ */ objectOf(
  () => [
    { id: "string", topic: "string" },
    { deletedOn: readDate, lastMessageReceivedOn: readDate },
  ],
);

export const readChatMessageReadReceipt: ValueReader<models.ChatMessageReadReceipt> =
  /* @__PURE__ */ objectOf(() => [
    {
      senderCommunicationIdentifier: readCommunicationIdentifierModel,
      chatMessageId: "string",
      readOn: readDate,
    },
  ]);

export const readChatAttachment: ValueReader<models.ChatAttachment> = /* @__PURE__ */ objectOf(
  () => [
    { id: "string", attachmentType: "string" },
    { extension: "string", name: "string", url: "string", previewUrl: "string" },
  ],
);

export const readSendChatMessageResult: ValueReader<models.SendChatMessageResult> =
  /* @__PURE__ */ objectOf(() => [{ id: "string" }]);

export const readChatMessage: ValueReader<models.ChatMessage> = /* @__PURE__ */ objectOf(() => [
  { id: "string", type: "string", sequenceId: "string", version: "string", createdOn: readDate },
  {
    content: readChatMessageContent,
    senderDisplayName: "string",
    senderCommunicationIdentifier: readCommunicationIdentifierModel,
    deletedOn: readDate,
    editedOn: readDate,
    metadata: recordOf(readString),
    policyViolation: readPolicyViolation,
  },
]);

export const readChatMessageContent: ValueReader<models.ChatMessageContent> =
  /* @__PURE__ */ objectOf(() => [
    {},
    {
      message: "string",
      topic: "string",
      participants: arrayOf(readChatParticipant),
      attachments: arrayOf(readChatAttachment),
      initiatorCommunicationIdentifier: readCommunicationIdentifierModel,
    },
  ]);

export const readPolicyViolation: ValueReader<models.PolicyViolation> = /* @__PURE__ */ objectOf(
  () => [{ state: "string" }],
);

export const readAddChatParticipantsResult: ValueReader<models.AddChatParticipantsResult> =
  /* @__PURE__ */ objectOf(() => [{}, { invalidParticipants: arrayOf(readCommunicationError) }]);

export const readUploadChatImageResult: ValueReader<models.UploadChatImageResult> =
  /* @__PURE__ */ objectOf(() => [{ id: "string" }, { attachmentType: "string", name: "string" }]);
