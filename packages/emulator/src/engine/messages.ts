import {
  type Caller,
  type Engine,
  nextVersion,
  requireParticipant,
  requireReader,
  requireThread,
} from "./engine.ts";
import { ServiceError, badRequest, forbidden, notFound, notFoundWithoutMessage } from "./errors.ts";
import type { StreamingMetadata } from "./events.ts";
import { LIMITS } from "./limits.ts";
import { mergeMetadata, type MetadataPatch } from "./metadata.ts";
import type {
  AttachmentRecord,
  MessageRecord,
  ParticipantRecord,
  ThreadRecord,
} from "./records.ts";
import {
  DELETE_TWICE_STATUS,
  EDIT_DELETED_STATUS,
  FULL_LAST_PAGE_HAS_NEXT_LINK,
  MESSAGE_TOO_LARGE_STATUS,
  UNKNOWN_MESSAGE_STATUS,
} from "./unverified.ts";

/** A message to send. HTML must be sanitized already. */
export interface SendMessageInput {
  readonly content: string;
  readonly type?: string;
  readonly senderDisplayName?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly attachments?: readonly AttachmentRecord[];
  /** Passed on to notifications; not stored. */
  readonly streaming?: StreamingMetadata;
}

/** Sends a message and returns it. */
export function sendMessage(
  engine: Engine,
  caller: Caller,
  threadId: string,
  input: SendMessageInput,
): MessageRecord {
  const { store } = engine;
  const now = engine.clock.now();
  const before = requireThread(engine, threadId);
  requireParticipant(engine, caller, threadId);
  const type = toUserMessageType(input.type);
  checkContent(engine, input.content);
  checkAttachments(engine, threadId, input.attachments);
  const version = nextVersion(before, now);
  const sequence = before.lastSequence + 1;
  const message: MessageRecord = {
    threadId,
    id: version,
    type,
    sequence,
    version,
    createdOn: now,
    senderId: caller.userId,
    senderDisplayName: input.senderDisplayName ?? "",
    message: input.content,
    ...(input.metadata && Object.keys(input.metadata).length > 0 && { metadata: input.metadata }),
    ...(input.attachments && input.attachments.length > 0 && { attachments: input.attachments }),
  };
  const thread: ThreadRecord = {
    ...before,
    lastMessageOn: now,
    lastVersion: version,
    lastSequence: sequence,
  };
  store.transaction(() => {
    store.putMessage(message);
    store.putThread(thread);
  });
  const { streaming } = input;
  engine.emit(threadId, { type: "chatMessageReceived", message, ...(streaming && { streaming }) });
  return message;
}

/** Returns the type of a user's message: text (the default) or html. Throws for other types. */
export function toUserMessageType(type: string | undefined): "text" | "html" {
  if (type === undefined || type === "text") return "text";
  if (type === "html") return "html";
  throw badRequest(`A message of type ${JSON.stringify(type)} cannot be sent: use text or html.`);
}

function checkContent(engine: Engine, content: string): void {
  if (engine.strictness === "loose" || Buffer.byteLength(content) <= LIMITS.messageBytes) return;
  throw new ServiceError(
    MESSAGE_TOO_LARGE_STATUS,
    MESSAGE_TOO_LARGE_STATUS === 413 ? "RequestEntityTooLarge" : "BadRequest",
    `A message may have at most ${LIMITS.messageBytes} bytes, but this one has ${Buffer.byteLength(content)}.`,
  );
}

function checkAttachments(
  engine: Engine,
  threadId: string,
  attachments: readonly AttachmentRecord[] | undefined,
): void {
  for (const { id, attachmentType, url } of attachments ?? []) {
    if (attachmentType === "file" && url !== undefined) continue;
    if (attachmentType !== "image" || engine.store.getImage(threadId, id) === undefined) {
      throw badRequest(
        `The attachment ${JSON.stringify(id)} is not an image that was uploaded to this thread.`,
      );
    }
  }
}

/** Returns a message. The caller must be able to see it. */
export function getMessage(
  engine: Engine,
  caller: Caller,
  threadId: string,
  messageId: number,
): MessageRecord {
  requireThread(engine, threadId);
  const reader = requireReader(engine, caller, threadId);
  const message = engine.store.getMessage(threadId, messageId);
  if (message === undefined || !canSee(reader, message)) throw unknownMessage();
  return message;
}

function canSee(reader: ParticipantRecord, message: MessageRecord): boolean {
  return (
    message.createdOn >= reader.shareHistoryTime &&
    message.version <= (reader.removedAtVersion ?? Infinity)
  );
}

const unknownMessage = (): ServiceError =>
  UNKNOWN_MESSAGE_STATUS === 404
    ? notFoundWithoutMessage("The message does not exist.")
    : badRequest("The message does not exist.");

/** A page of messages, and where the next one starts. */
export interface MessagePage {
  readonly messages: MessageRecord[];
  /** The next page contains versions below this one; absent on the last page. */
  readonly next?: number;
}

/**
 * Lists the messages that the caller may see, by version, newest first. Versions only increase, so
 * messages that change after the first page was read do not appear on later pages.
 */
export function listMessages(
  engine: Engine,
  caller: Caller,
  threadId: string,
  query: { from: number; limit: number; below: number },
): MessagePage {
  requireThread(engine, threadId);
  const reader = requireReader(engine, caller, threadId);
  const found = engine.store.listMessages(threadId, {
    below: Math.min(query.below, (reader.removedAtVersion ?? Infinity) + 1),
    createdFrom: Math.max(query.from, reader.shareHistoryTime),
    limit: query.limit + 1,
  });
  const messages = found.slice(0, query.limit);
  const full = messages.length === query.limit && FULL_LAST_PAGE_HAS_NEXT_LINK;
  if (found.length <= query.limit && !full) return { messages };
  return { messages, next: messages.at(-1)?.version ?? query.below };
}

/** Returns a message that the caller has sent. Throws for messages of others. */
function requireOwnMessage(
  engine: Engine,
  caller: Caller,
  threadId: string,
  messageId: number,
): { thread: ThreadRecord; message: MessageRecord } {
  const thread = requireThread(engine, threadId);
  const participant = requireParticipant(engine, caller, threadId);
  const message = engine.store.getMessage(threadId, messageId);
  if (message === undefined || !canSee(participant, message)) throw unknownMessage();
  if (message.senderId !== caller.userId) throw forbidden();
  return { thread, message };
}

/** The changes of a message. */
export interface UpdateMessageInput {
  readonly content?: string;
  readonly metadata?: MetadataPatch | null;
  readonly attachments?: readonly AttachmentRecord[] | null;
  /** Passed on to notifications; not stored. */
  readonly streaming?: StreamingMetadata;
}

/**
 * Edits a message of the caller. It keeps its id, sequence and creation time, and its new version
 * moves it to the top of the list.
 */
export function updateMessage(
  engine: Engine,
  caller: Caller,
  threadId: string,
  messageId: number,
  input: UpdateMessageInput,
): void {
  const now = engine.clock.now();
  const { thread, message: before } = requireOwnMessage(engine, caller, threadId, messageId);
  if (before.deletedOn !== undefined) {
    throw EDIT_DELETED_STATUS === 404
      ? notFound("The message is deleted.")
      : badRequest("The message is deleted.");
  }
  if (input.content !== undefined) checkContent(engine, input.content);
  checkAttachments(engine, threadId, input.attachments ?? undefined);
  const { metadata, attachments, ...rest } = before;
  const merged = mergeMetadata(metadata, input.metadata);
  const attached = input.attachments === undefined ? attachments : (input.attachments ?? []);
  const message: MessageRecord = {
    ...rest,
    ...(input.content !== undefined && { message: input.content }),
    ...(merged && { metadata: merged }),
    ...(attached && attached.length > 0 && { attachments: attached }),
    editedOn: now,
    version: nextVersion(thread, now),
  };
  storeRisen(engine, thread, message);
  const { streaming } = input;
  engine.emit(threadId, { type: "chatMessageEdited", message, ...(streaming && { streaming }) });
}

/** Deletes a message of the caller. It stays in the list, without its content. */
export function deleteMessage(
  engine: Engine,
  caller: Caller,
  threadId: string,
  messageId: number,
): void {
  const now = engine.clock.now();
  const { thread, message: before } = requireOwnMessage(engine, caller, threadId, messageId);
  if (before.deletedOn !== undefined) {
    if (DELETE_TWICE_STATUS === 404) throw notFound("The message is deleted.");
    return;
  }
  const { editedOn: _edited, attachments: _attached, metadata: _metadata, ...rest } = before;
  const version = nextVersion(thread, now);
  const message: MessageRecord = { ...rest, message: "", deletedOn: now, version };
  storeRisen(engine, thread, message);
  engine.emit(threadId, { type: "chatMessageDeleted", message });
}

function storeRisen(engine: Engine, thread: ThreadRecord, message: MessageRecord): void {
  const { store } = engine;
  store.transaction(() => {
    store.putMessage(message);
    store.putThread({ ...thread, lastVersion: message.version });
  });
}
