import { type IdentifierInput, toRawId } from "../../engine/identifiers.ts";
import {
  type ParticipantInput,
  addParticipants,
  listParticipants,
  removeParticipant,
} from "../../engine/participants.ts";
import { DEFAULT_OTHER_PAGE, LARGEST_OTHER_PAGE } from "../../engine/unverified.ts";
import { parseDateTime } from "../../spec/values.ts";
import { type PageSizes, nextLink, pageWish, skipOf } from "../paging.ts";
import { linkId, invalidToWire, participantToWire } from "../wire.ts";
import { type Answer, type Call, type Handler, threadIdOf } from "./operation.ts";

/** A participant in a request. */
export interface ParticipantBody {
  readonly communicationIdentifier: IdentifierInput;
  readonly displayName?: string;
  readonly shareHistoryTime?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Reads the participants of a request. */
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

const list: Handler = (call) =>
  pageBySkip(
    call,
    "participants",
    (slice) => listParticipants(call.engine, call.caller, threadIdOf(call), slice),
    participantToWire,
  );

const SIZES: PageSizes = { usual: DEFAULT_OTHER_PAGE, largest: LARGEST_OTHER_PAGE };

/** Returns a page of a list that is paged by `skip`: its name in the path, its items, and their shape. */
export function pageBySkip<T>(
  call: Call,
  name: string,
  itemsOf: (slice: { skip: number; limit: number }) => readonly T[],
  toWire: (item: T) => object,
): Answer {
  const { limit, short } = pageWish(call, SIZES);
  const skip = skipOf(call.query);
  const found = itemsOf({ skip, limit: limit + 1 });
  const path = `/chat/threads/${linkId(threadIdOf(call))}/${name}`;
  return {
    json: {
      value: found.slice(0, limit).map(toWire),
      ...((found.length > limit || short) && {
        nextLink: nextLink(call, path, { skip: String(skip + limit) }),
      }),
    },
  };
}

/** The operations on participants. */
export const participantOperations = {
  addChatParticipants: add,
  removeChatParticipant: remove,
  listChatParticipants: list,
} satisfies Record<string, Handler>;
