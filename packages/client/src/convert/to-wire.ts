import type * as rest from "@acs-chat/rest";
import { readFields } from "../fields.ts";
import {
  anything,
  check,
  type Guard,
  nullable,
  nullIsAbsent,
  requireArray,
  requireDate,
  requireMetadata,
  requireString,
} from "../guards.ts";
import { participantsPerCall } from "../limits.ts";
import { toWireIdentifier } from "./identifiers.ts";

/** Creates a guard for an array that converts each item, given the item's path. */
const itemsAs =
  <T>(convert: (item: unknown, path: string) => T): Guard<T[]> =>
  (value, argument) =>
    requireArray(value, argument).map((item, index) => convert(item, `${argument}[${index}]`));

const participantGuards = {
  id: anything,
  displayName: nullable(requireString),
  shareHistoryTime: nullIsAbsent(requireDate),
  metadata: nullable(requireMetadata),
} satisfies Record<
  "id" | Exclude<keyof rest.ChatParticipant, "communicationIdentifier">,
  Guard<unknown>
>;

/** Checks participants and converts them for a request. */
const toWireParticipants = itemsAs((participant, path): rest.ChatParticipant => {
  const { id, ...others } = readFields(participant, participantGuards, path);
  // A display name or metadata of `null` is sent as `null`, although the types do not allow it.
  return {
    communicationIdentifier: toWireIdentifier(id, `${path}.id`),
    ...(others as Partial<rest.ChatParticipant>),
  };
});

/**
 * Checks and converts participants, and divides them into batches. Each batch is sent in one request. There is at least
 * one batch, which can be empty.
 *
 * @param batches - Whether more than one batch is allowed.
 * @throws ChatArgumentError if a participant is invalid, or if there are more participants than one request allows.
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

// Only API version 2023-11-07 has `extension`, which the service has withdrawn.
const attachmentGuards = {
  id: requireString,
  attachmentType: requireString,
  name: nullable(requireString),
  url: nullable(requireString),
  previewUrl: nullable(requireString),
} satisfies Record<Exclude<keyof rest.ChatAttachment, "extension">, Guard<unknown>>;

/** Checks attachments and converts them for a request. */
export const toWireAttachments = itemsAs((attachment, path): rest.ChatAttachment => {
  const read = readFields(attachment, attachmentGuards, path);
  requireString(read.id, `${path}.id`);
  requireString(read.attachmentType, `${path}.attachmentType`);
  return read as rest.ChatAttachment;
});
