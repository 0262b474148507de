import {
  listThreads,
  createThread,
  deleteThread,
  getThread,
  updateThread,
} from "../../engine/threads.ts";
import type { MetadataPatch } from "../../engine/metadata.ts";
import type { RetentionInput } from "../../engine/retention.ts";
import { ACS_V1_THREAD_IDS_FROM, THREADS_PER_PAGE } from "../../engine/recorded.ts";
import { LARGEST_OTHER_PAGE } from "../../engine/unverified.ts";
import {
  type PageSizes,
  nextLink,
  packCursor,
  pageWish,
  startTimeOf,
  unpackCursor,
} from "../paging.ts";
import { encodeId, invalidToWire, threadItemToWire, threadToWire } from "../wire.ts";
import { type Handler, threadIdOf } from "./operation.ts";
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
    {
      ...body,
      participants: toParticipantInputs(participants ?? [], "body.participants"),
      idForm: call.apiVersion >= ACS_V1_THREAD_IDS_FROM ? "acsV1" : "plain",
    },
    call.headers["repeatability-request-id"],
  );
  return {
    headers: { Location: `${call.origin}/chat/threads/${encodeId(thread.id)}` },
    json: {
      chatThread: threadToWire(thread, call.apiVersion),
      ...invalidToWire(invalidParticipants),
    },
  };
};

const list: Handler = (call) => {
  const { limit, short } = pageWish(call, SIZES);
  const [lastMessageOn, id, from] = unpackCursor(call.query, ["number", "string", "number"]) ?? [
    ...START,
    startTimeOf(call.query),
  ];
  const after = { lastMessageOn, id };
  const found = listThreads(call.engine, call.caller, { from, limit: limit + 1, after });
  const page = found.slice(0, limit);
  const last = page.at(-1) ?? after;
  const syncState = packCursor([last.lastMessageOn, last.id, from]);
  return {
    json: {
      value: page.map(threadItemToWire),
      ...((found.length > limit || short) && {
        nextLink: nextLink(call, "/chat/threads", { syncState }),
      }),
    },
  };
};

const SIZES: PageSizes = { usual: THREADS_PER_PAGE, largest: LARGEST_OTHER_PAGE };

/** The position before the first thread. */
const START = [Number.MAX_SAFE_INTEGER, ""] as const;

const get: Handler = (call) => ({
  json: threadToWire(getThread(call.engine, call.caller, threadIdOf(call)), call.apiVersion),
});

interface UpdateBody {
  readonly topic?: string | null;
  readonly metadata?: MetadataPatch | null;
  readonly retentionPolicy?: RetentionInput | null;
}

const update: Handler = (call) => {
  const { topic, ...body } = call.body as UpdateBody;
  // Null cannot remove the topic: a thread always has one.
  const changes = { ...body, ...(typeof topic === "string" && { topic }) };
  updateThread(call.engine, call.caller, threadIdOf(call), changes);
  return {};
};

const remove: Handler = (call) => {
  deleteThread(call.engine, call.caller, threadIdOf(call));
  return {};
};

/** The operations on threads. */
export const threadOperations = {
  createChatThread: create,
  listChatThreads: list,
  getChatThreadProperties: get,
  updateChatThreadProperties: update,
  deleteChatThread: remove,
} satisfies Record<string, Handler>;
