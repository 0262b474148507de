import { type IdentifierInput, toRawId } from "../../engine/identifiers.ts";
import {
  type ParticipantInput,
  addParticipants,
  listParticipants,
  removeParticipant,
} from "../../engine/participants.ts";
import { LARGEST_OTHER_PAGE } from "../../engine/unverified.ts";
import { parseDateTime } from "../../spec/values.ts";
import { nextLink, pageSize, skipOf } from "../paging.ts";
import { encodeId, invalidToWire, participantToWire } from "../wire.ts";
import { type Call, type Handler, threadIdOf } from "./operation.ts";

/** A participant as a request carries it. */
export interface ParticipantBody {
  readonly communicationIdentifier: IdentifierInput;
  readonly displayName?: string;
  readonly shareHistoryTime?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Reads participants of a request. */
export function toParticipantInputs(
  bodies: readonly ParticipantBody[],
  at: string,
): ParticipantInput[] {
  return bodies.map((body, index) => ({
    userId: toRawId(body.communicationIdentifier, `${at}[${index}].communicationIdentifier`),
    ...(body.displayName !== undefined && { displayName: body.displayName }),
    ...(body.shareHistoryTime !== undefined && {
      shareHistoryTime: parseDateTime(body.shareHistoryTime) ?? 0,
    }),
    ...(body.metadata && Object.keys(body.metadata).length > 0 && { metadata: body.metadata }),
  }));
}

const add: Handler = (call) => {
  const { participants } = call.body as { readonly participants: readonly ParticipantBody[] };
  const inputs = toParticipantInputs(participants, "body.participants");
  return {
    json: invalidToWire(addParticipants(call.engine, call.caller, threadIdOf(call), inputs)),
  };
};

const remove: Handler = (call) => {
  const userId = toRawId(call.body as IdentifierInput, "body");
  removeParticipant(call.engine, call.caller, threadIdOf(call), userId);
  return {};
};

const list: Handler = (call) => {
  const limit = pageSize(call.query, LARGEST_OTHER_PAGE);
  const skip = skipOf(call.query);
  const slice = { skip, limit: limit + 1 };
  const found = listParticipants(call.engine, call.caller, threadIdOf(call), slice);
  return {
    json: {
      value: found.slice(0, limit).map(participantToWire),
      ...(found.length > limit && { nextLink: linkSkipping(call, "participants", skip + limit) }),
    },
  };
};

/** The link to the next page of a list that is paged by `skip`. */
export function linkSkipping(call: Call, name: string, skip: number): string {
  const path = `/chat/threads/${encodeId(threadIdOf(call))}/${name}`;
  return nextLink(call.origin, path, call.query, { skip: String(skip) });
}

/** Operations on participants. */
export const participantOperations = {
  addChatParticipants: add,
  removeChatParticipant: remove,
  listChatParticipants: list,
} satisfies Record<string, Handler>;
