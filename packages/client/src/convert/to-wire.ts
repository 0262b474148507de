import type * as rest from "@acs-chat/rest";
import { ChatArgumentError } from "../errors/chat-argument-error.ts";
import {
  type Guard,
  read,
  requireArray,
  requireDate,
  requireMetadata,
  requireObject,
  requireString,
} from "../guards.ts";
import { chatLimits } from "../limits.ts";
import type { ChatAttachment, ChatParticipant } from "../models.ts";
import { toWireIdentifier } from "./identifiers.ts";

/** Participants as they are sent, each checked. */
function toWireParticipants(participants: unknown): rest.ChatParticipant[] {
  return requireArray(participants, "participants").map((participant, index) => {
    const path = `participants[${index}]`;
    const { id } = requireObject(participant as ChatParticipant, path);
    const communicationIdentifier = toWireIdentifier(id, `${path}.id`);
    const guards = {
      displayName: requireString,
      shareHistoryTime: requireDate,
      metadata: requireMetadata,
    };
    return Object.assign(read(participant as ChatParticipant, guards, `${path}.`), {
      communicationIdentifier,
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
  batches: boolean | undefined,
): [first: rest.ChatParticipant[], others: rest.ChatParticipant[]] {
  const wire = toWireParticipants(participants);
  const limit = chatLimits.participantsPerCall;
  if (!batches && wire.length > limit) {
    throw new ChatArgumentError(
      "participants",
      `are ${wire.length}; one call takes ${limit} at most. The option "batches" sends more in several calls`,
    );
  }
  return [wire.slice(0, limit), wire.slice(limit)];
}

/** Attachments as they are sent, each checked. */
export const toWireAttachments: Guard<rest.ChatAttachment[]> = (attachments, argument) =>
  requireArray(attachments, argument).map((value, index) => {
    const path = `${argument}[${index}]`;
    const attachment = requireObject(value as ChatAttachment, path);
    const guards = { name: requireString, url: requireString, previewUrl: requireString };
    return Object.assign(read(attachment, guards, `${path}.`), {
      id: requireString(attachment.id, `${path}.id`),
      attachmentType: requireString(attachment.attachmentType, `${path}.attachmentType`),
    });
  });
