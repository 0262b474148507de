import {
  listThreads,
  createThread,
  deleteThread,
  getThread,
  updateThread,
} from "../../engine/threads.ts";
import type { MetadataPatch } from "../../engine/metadata.ts";
import type { RetentionInput } from "../../engine/retention.ts";
import { LARGEST_OTHER_PAGE } from "../../engine/unverified.ts";
import { nextLink, packCursor, pageSize, startTimeOf, unpackCursor } from "../paging.ts";
import { encodeId, invalidToWire, threadItemToWire, threadToWire } from "../wire.ts";
import { type Call, type Handler, threadIdOf } from "./operation.ts";
import { type ParticipantBody, toParticipantInputs } from "./participants.ts";

interface CreateBody {
  readonly topic: string;
  readonly participants?: readonly ParticipantBody[];
  readonly metadata?: Readonly<Record<string, string>>;
  readonly retentionPolicy?: RetentionInput;
}

const create: Handler = (call) => {
  const { participants, ...body } = call.body as CreateBody;
  const { thread, invalidParticipants } = createThread(
    call.engine,
    call.caller,
    { ...body, participants: toParticipantInputs(participants ?? [], "body.participants") },
    call.headers["repeatability-request-id"],
  );
  return {
    headers: { Location: `${call.origin}/chat/threads/${encodeId(thread.id)}` },
    json: { chatThread: threadToWire(thread), ...invalidToWire(invalidParticipants) },
  };
};

const list: Handler = (call) => {
  const limit = pageSize(call.query, LARGEST_OTHER_PAGE);
  const place = unpackCursor(call.query, ["number", "string"]);
  const found = listThreads(call.engine, call.caller, {
    from: startTimeOf(call.query),
    limit: limit + 1,
    ...(place && { after: { lastMessageOn: place[0], id: place[1] } }),
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    json: {
      value: page.map(threadItemToWire),
      ...(last && found.length > limit && { nextLink: linkAfter(call, last) }),
    },
  };
};

function linkAfter(call: Call, last: { lastMessageOn: number; id: string }): string {
  const syncState = packCursor([last.lastMessageOn, last.id]);
  return nextLink(call.origin, "/chat/threads", call.query, { syncState });
}

const get: Handler = (call) => ({
  json: threadToWire(getThread(call.engine, call.caller, threadIdOf(call))),
});

interface UpdateBody {
  readonly topic?: string | null;
  readonly metadata?: MetadataPatch | null;
  readonly retentionPolicy?: RetentionInput | null;
}

const update: Handler = (call) => {
  const { topic, ...body } = call.body as UpdateBody;
  // A thread always has a topic: null cannot take it away.
  const changes = { ...body, ...(typeof topic === "string" && { topic }) };
  updateThread(call.engine, call.caller, threadIdOf(call), changes);
  return {};
};

const remove: Handler = (call) => {
  deleteThread(call.engine, call.caller, threadIdOf(call));
  return {};
};

/** Operations on threads. */
export const threadOperations = {
  createChatThread: create,
  listChatThreads: list,
  getChatThreadProperties: get,
  updateChatThreadProperties: update,
  deleteChatThread: remove,
} satisfies Record<string, Handler>;
