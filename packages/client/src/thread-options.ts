import type * as rest from "@acs-chat/rest";
import { toWireAttachments } from "./convert/to-wire.ts";
import {
  type Guard,
  nullable,
  nullIsAbsent,
  requireBoolean,
  requireContent,
  requireCount,
  requireDate,
  requireMetadata,
  requireRetention,
  requireSize,
  requireString,
  withoutEffect,
} from "./guards.ts";
import { methodOptions } from "./method-options.ts";

/**
 * A guard for each property of a request body. A missing or additional guard does not compile, so a new or renamed
 * property is noticed.
 */
type GuardsOf<Body> = Record<keyof Body, Guard<unknown>>;

/** The properties of a message; each can be in the request or in the options. */
export const messageGuards = {
  content: requireContent,
  senderDisplayName: nullable(requireString),
  type: nullable(requireString),
  metadata: nullable(requireMetadata),
  attachments: nullIsAbsent(toWireAttachments),
} satisfies GuardsOf<rest.SendChatMessageRequest>;

/** Reads the options of methods that have no specific options. */
export const plainOptions = methodOptions({});

/** Reads the options of `sendMessage`. */
export const sendOptions = methodOptions({
  ...messageGuards,
  safeRetry: nullIsAbsent(requireBoolean),
});

/** Reads the options of `updateMessage`. */
export const updateMessageOptions = methodOptions({
  content: nullable(requireContent),
  metadata: nullable(requireMetadata),
  attachments: nullIsAbsent(toWireAttachments),
} satisfies GuardsOf<rest.UpdateChatMessageRequest>);

/** Reads the options of `updateProperties`. */
export const updatePropertiesOptions = methodOptions({
  topic: nullable(requireString),
  metadata: nullable(requireMetadata),
  retentionPolicy: nullable(requireRetention),
} satisfies GuardsOf<rest.UpdateChatThreadRequest>);

/** Reads the options of `addParticipants`. */
export const addOptions = methodOptions({ batches: nullIsAbsent(requireBoolean) });

/** Reads the options of `sendTypingNotification`. */
export const typingOptions = methodOptions({
  senderDisplayName: nullable(requireString),
} satisfies GuardsOf<rest.SendTypingNotificationRequest>);

/** Reads the options of `listMessages`. */
export const listByTimeOptions = methodOptions({
  maxPageSize: nullIsAbsent(requireSize),
  startTime: nullIsAbsent(requireDate),
});

/** Reads the options of `listParticipants` and `listReadReceipts`. */
export const listBySkipOptions = methodOptions({
  maxPageSize: nullIsAbsent(requireSize),
  skip: nullIsAbsent(requireCount),
});

/** Reads the options of `downloadAttachment`. */
export const downloadOptions = methodOptions({ preview: nullIsAbsent(requireBoolean) });

/** Reads the options of `uploadImage`. The length of the image is ignored. */
export const uploadOptions = methodOptions({ imageBytesLength: withoutEffect });
