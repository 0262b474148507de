import type * as rest from "@acs-chat/rest";
import { ChatArgumentError } from "../errors/chat-argument-error.ts";
import {
  optionalBoolean,
  optionalDate,
  optionalMetadata,
  optionalString,
  requireArray,
  requireObject,
  requireString,
} from "../guards.ts";
import { chatLimits } from "../limits.ts";
import type { ChatAttachment, ChatParticipant } from "../models.ts";
import { toWireIdentifier } from "./identifiers.ts";

/** Tells the compiler what JSON does by itself: it leaves out what is undefined. */
export function given<T extends object>(object: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return object as never;
}

/** Participants as they are sent, each checked. */
function toWireParticipants(participants: unknown): rest.ChatParticipant[] {
  return requireArray(participants, "participants").map((participant, index) => {
    const path = `participants[${index}]`;
    const { id, displayName, shareHistoryTime, metadata } = requireObject(
      participant as ChatParticipant,
      path,
    );
    return given({
      communicationIdentifier: toWireIdentifier(id, `${path}.id`),
      displayName: optionalString(displayName, `${path}.displayName`),
      shareHistoryTime: optionalDate(shareHistoryTime, `${path}.shareHistoryTime`),
      metadata: optionalMetadata(metadata, `${path}.metadata`),
    });
  });
}

/**
 * Participants as they are sent: those of the first call, and those for whom it takes more.
 *
 * @param batches - whether it may take more calls than one
 */
export function toWireBatches(
  participants: unknown,
  batches: unknown,
): [first: rest.ChatParticipant[], others: rest.ChatParticipant[]] {
  const wire = toWireParticipants(participants);
  const limit = chatLimits.participantsPerCall;
  if (!optionalBoolean(batches, "batches") && wire.length > limit) {
    throw new ChatArgumentError(
      "participants",
      `are ${wire.length}; one call takes ${limit} at most. The option "batches" sends more in several calls`,
    );
  }
  return [wire.slice(0, limit), wire.slice(limit)];
}

/** Attachments as they are sent, each checked. */
export function toWireAttachments(attachments: unknown): rest.ChatAttachment[] | undefined {
  if (attachments === undefined) return undefined;
  return requireArray(attachments, "attachments").map((attachment, index) => {
    const path = `attachments[${index}]`;
    const { id, attachmentType, name, url, previewUrl } = requireObject(
      attachment as ChatAttachment,
      path,
    );
    return given({
      id: requireString(id, `${path}.id`),
      attachmentType: requireString(attachmentType, `${path}.attachmentType`),
      name: optionalString(name, `${path}.name`),
      url: optionalString(url, `${path}.url`),
      previewUrl: optionalString(previewUrl, `${path}.previewUrl`),
    });
  });
}
