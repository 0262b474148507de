import type * as rest from "@acs-chat/rest";
import { readData } from "../fields.ts";
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

/** A guard of an array's items: what each becomes, given the path to it. */
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

/** Participants as they are sent, each checked. */
const toWireParticipants = itemsAs((participant, path): rest.ChatParticipant => {
  const { id, ...others } = readData(participant, participantGuards, path);
  // Where a name or metadata is null, it is sent as null: only the types have no room for it.
  return {
    communicationIdentifier: toWireIdentifier(id, `${path}.id`),
    ...(others as Partial<rest.ChatParticipant>),
  };
});

/**
 * Participants as they are sent, call by call; there is at least one call.
 *
 * @param batches - whether more calls than one are allowed
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

// The service withdrew `extension`, which only 2023-11-07 has.
const attachmentGuards = {
  id: requireString,
  attachmentType: requireString,
  name: nullable(requireString),
  url: nullable(requireString),
  previewUrl: nullable(requireString),
} satisfies Record<Exclude<keyof rest.ChatAttachment, "extension">, Guard<unknown>>;

/** Attachments as they are sent, each checked. */
export const toWireAttachments = itemsAs((attachment, path): rest.ChatAttachment => {
  const read = readData(attachment, attachmentGuards, path);
  requireString(read.id, `${path}.id`);
  requireString(read.attachmentType, `${path}.attachmentType`);
  return read as rest.ChatAttachment;
});
