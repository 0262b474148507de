import type * as rest from "@acs-chat/rest";
import {
  check,
  type Guard,
  read,
  requireArray,
  requireDate,
  requireTexts,
  requireString,
} from "../guards.ts";
import { participantsPerCall } from "../limits.ts";
import type { ChatAttachment, ChatParticipant } from "../models.ts";
import { toWireIdentifier } from "./identifiers.ts";

/** A guard of an array's items: what each becomes, given the path to it. */
const itemsAs =
  <T>(convert: (item: never, path: string) => T): Guard<T[]> =>
  (value, argument) =>
    requireArray(value, argument).map((item, index) =>
      convert(item as never, `${argument}[${index}]`),
    );

const participantGuards = {
  displayName: requireString,
  shareHistoryTime: requireDate,
  metadata: requireTexts,
};

/** Participants as they are sent, each checked. */
const toWireParticipants = itemsAs((participant: ChatParticipant, path): rest.ChatParticipant =>
  Object.assign(read(participant, participantGuards, path), {
    communicationIdentifier: toWireIdentifier(participant.id, `${path}.id`),
  }),
);

/**
 * Participants as they are sent, call by call; there is at least one.
 *
 * @param batches - whether it may take more calls than one
 */
export function toWireBatches(
  participants: unknown,
  batches: boolean | undefined,
): rest.ChatParticipant[][] {
  const wire = toWireParticipants(participants, "participants");
  const right = batches || wire.length <= participantsPerCall;
  const expected = `at most ${participantsPerCall} without batches`;
  check(right, "participants", expected, wire.length);
  const calls = [];
  do calls.push(wire.splice(0, participantsPerCall));
  while (wire.length > 0);
  return calls;
}

const attachmentGuards = { name: requireString, url: requireString, previewUrl: requireString };

/** Attachments as they are sent, each checked. */
export const toWireAttachments = itemsAs((attachment: ChatAttachment, path): rest.ChatAttachment =>
  Object.assign(read(attachment, attachmentGuards, path), {
    id: requireString(attachment.id, `${path}.id`),
    attachmentType: requireString(attachment.attachmentType, `${path}.attachmentType`),
  }),
);
