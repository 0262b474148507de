import type * as rest from "@acs-chat/rest";
import {
  check,
  type Guard,
  read,
  requireArray,
  requireDate,
  requireMetadata,
  requireObject,
  requireString,
} from "../guards.ts";
import { participantsPerCall } from "../limits.ts";
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
 * Participants as they are sent, call by call; there is at least one.
 *
 * @param batches - whether it may take more calls than one
 */
export function toWireBatches(
  participants: unknown,
  batches: boolean | undefined,
): rest.ChatParticipant[][] {
  const wire = toWireParticipants(participants);
  const right = batches || wire.length <= participantsPerCall;
  const expected = `at most ${participantsPerCall} without the option "batches"`;
  check(right, "participants", expected, wire.length);
  const calls = [];
  do calls.push(wire.splice(0, participantsPerCall));
  while (wire.length > 0);
  return calls;
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
