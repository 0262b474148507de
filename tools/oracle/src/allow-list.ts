import type { ChangeKind } from "@acs-chat/spec-diff";

/** An intended difference between our contract and the official packages. */
export interface AllowedDifference {
  /** The API versions with the difference. */
  readonly versions: readonly string[];
  readonly kind: ChangeKind;
  readonly place: string;
  /** The value in the official package. */
  readonly official?: string;
  /** The value in our contract. */
  readonly ours?: string;
  /** Why our contract is right, with the source. */
  readonly reason: string;
}

const OPEN_IN_PUBLISHED =
  "modelAsString is true in the published document (read 2026-11-23); only the JavaScript package has a closed enum";
const LATER_IDENTIFIERS =
  "the published 2025-03-15 document got it with the common types of 2025-06-30, after 1.6.0 (read 2026-11-23)";
const ONE_VALUE =
  "the published document has an open enum of one value, which the AutoRest generator turns into a constant";

/** All intended differences. The oracle fails if one of them no longer occurs; remove it then. */
export const ALLOWED_DIFFERENCES: readonly AllowedDifference[] = [
  {
    versions: ["2021-09-07", "2023-11-07", "2024-03-07", "2024-06-05-preview", "2025-03-15"],
    kind: "enum-openness-changed",
    place: "ChatMessageType",
    official: "closed",
    ours: "open",
    reason: OPEN_IN_PUBLISHED,
  },
  {
    versions: ["2024-03-07", "2024-06-05-preview", "2025-03-15"],
    kind: "enum-openness-changed",
    place: "ChatAttachmentType",
    official: "closed",
    ours: "open",
    reason: OPEN_IN_PUBLISHED,
  },
  {
    versions: ["2024-06-05-preview"],
    kind: "enum-openness-changed",
    place: "PolicyViolationMessageState",
    official: "closed",
    ours: "open",
    reason: OPEN_IN_PUBLISHED,
  },
  {
    versions: ["2024-06-05-preview"],
    kind: "enum-openness-changed",
    place: "RetentionPolicyKind",
    official: "closed",
    ours: "open",
    reason: OPEN_IN_PUBLISHED,
  },
  {
    versions: ["2023-11-07"],
    kind: "type-changed",
    place: "ChatAttachment.attachmentType",
    official: 'constant "image"',
    ours: "ChatAttachmentType",
    reason: ONE_VALUE,
  },
  {
    versions: ["2023-11-07"],
    kind: "enum-added",
    place: "ChatAttachmentType",
    reason: ONE_VALUE,
  },
  {
    versions: ["2023-11-07"],
    kind: "property-added",
    place: "ChatAttachment.extension",
    ours: "string, optional",
    reason: "the published document has it, only in this version; the package leaves it out",
  },
  {
    versions: ["2025-03-15"],
    kind: "property-added",
    place: "CommunicationIdentifierModel.teamsExtensionUser",
    ours: "TeamsExtensionUserIdentifierModel, optional",
    reason: LATER_IDENTIFIERS,
  },
  {
    versions: ["2025-03-15"],
    kind: "model-added",
    place: "TeamsExtensionUserIdentifierModel",
    reason: LATER_IDENTIFIERS,
  },
  {
    versions: ["2025-03-15"],
    kind: "enum-value-added",
    place: 'CommunicationIdentifierModelKind "teamsExtensionUser"',
    ours: "teamsExtensionUser",
    reason: LATER_IDENTIFIERS,
  },
  {
    versions: ["2025-03-15"],
    kind: "property-added",
    place: "PhoneNumberIdentifierModel.assertedId",
    ours: "string, optional",
    reason: LATER_IDENTIFIERS,
  },
  {
    versions: ["2025-03-15"],
    kind: "property-added",
    place: "PhoneNumberIdentifierModel.isAnonymous",
    ours: "boolean, optional",
    reason: LATER_IDENTIFIERS,
  },
];
