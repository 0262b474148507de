import { badRequest } from "../../engine/errors.ts";
import { LIMITS } from "../../engine/limits.ts";
import type { MetadataPatch } from "../../engine/metadata.ts";
import {
  deleteMessage,
  getMessage,
  listMessages,
  sendMessage,
  toUserMessageType,
  updateMessage,
} from "../../engine/messages.ts";
import { MESSAGES_PER_PAGE } from "../../engine/recorded.ts";
import type { AttachmentRecord } from "../../engine/records.ts";
import { sanitizeHtml } from "../html.ts";
import { formatUsDateTime } from "../../spec/values.ts";
import { nextLink, packCursor, pageWish, startTimeOf, unpackCursor } from "../paging.ts";
import { encodeId, linkId, messageToWire } from "../wire.ts";
import { type Call, type Handler, pathParameter, threadIdOf } from "./operation.ts";

interface SendBody {
  readonly content: string;
  readonly senderDisplayName?: string;
  readonly type?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly attachments?: readonly AttachmentRecord[];
}

const send: Handler = async (call) => {
  const body = call.body as SendBody;
  const html = toUserMessageType(body.type) === "html";
  const message = sendMessage(call.engine, call.caller, threadIdOf(call), {
    ...body,
    ...(body.attachments && { attachments: body.attachments.map(toAttachment) }),
    content: html ? await sanitizeHtml(body.content) : body.content,
  });
  const thread = `${call.origin}/chat/threads/${encodeId(message.threadId)}`;
  return {
    headers: { Location: `${thread}/messages/${message.id}` },
    json: { id: String(message.id) },
  };
};

const toAttachment = ({ id, attachmentType, name }: AttachmentRecord): AttachmentRecord => ({
  id,
  attachmentType,
  ...(name !== undefined && { name }),
});

/** Returns the message id in the path. Ids are epoch milliseconds. */
function messageIdOf(call: Call): number {
  return toMessageId(pathParameter(call, "chatMessageId"));
}

/** Parses a message id. A number that no message can have is the id of an unknown message. */
export function toMessageId(text: string): number {
  if (!/^\d+$/.test(text)) throw badRequest(`Value for MessageId (${text}) is not valid.`);
  return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
}

const get: Handler = (call) => {
  const message = getMessage(call.engine, call.caller, threadIdOf(call), messageIdOf(call));
  return { json: messageToWire(message, call) };
};

const list: Handler = (call) => {
  const threadId = threadIdOf(call);
  // The link contains the start time in whole seconds. The cursor contains the exact time.
  const [below, from] = unpackCursor(call.query, ["number", "number"]) ?? [
    Number.MAX_SAFE_INTEGER,
    startTimeOf(call.query),
  ];
  const sizes = { usual: MESSAGES_PER_PAGE, largest: LIMITS.messagesPerPage };
  const { limit, short } = pageWish(call, sizes);
  const page = listMessages(call.engine, call.caller, threadId, { from, limit, below });
  const next = page.next ?? (short ? (page.messages.at(-1)?.version ?? below) : undefined);
  return {
    json: {
      value: page.messages.map((message) => messageToWire(message, call)),
      ...(next !== undefined && {
        nextLink: nextLink(call, `/chat/threads/${linkId(threadId)}/messages`, {
          syncState: packCursor([next, from]),
          startTime: formatUsDateTime(from),
          maxPageSize: call.query.get("maxPageSize") ?? String(MESSAGES_PER_PAGE),
        }),
      }),
    },
  };
};

interface UpdateBody {
  readonly content?: string | null;
  readonly metadata?: MetadataPatch | null;
  readonly attachments?: readonly AttachmentRecord[] | null;
}

const update: Handler = async (call) => {
  const { content, attachments, ...body } = call.body as UpdateBody;
  const threadId = threadIdOf(call);
  const messageId = messageIdOf(call);
  const known = call.engine.store.getMessage(threadId, messageId);
  const text =
    typeof content === "string" && known?.type === "html" ? await sanitizeHtml(content) : content;
  updateMessage(call.engine, call.caller, threadId, messageId, {
    ...body,
    // Null cannot remove the content: a message always has one.
    ...(typeof text === "string" && { content: text }),
    ...(attachments !== undefined && { attachments: attachments?.map(toAttachment) ?? null }),
  });
  return {};
};

const remove: Handler = (call) => {
  deleteMessage(call.engine, call.caller, threadIdOf(call), messageIdOf(call));
  return {};
};

/** The operations on messages. */
export const messageOperations = {
  sendChatMessage: send,
  getChatMessage: get,
  listChatMessages: list,
  updateChatMessage: update,
  deleteChatMessage: remove,
} satisfies Record<string, Handler>;
